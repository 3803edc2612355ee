package weft.core.entry;

import weft.core.key.Leaf;
import weft.primitives.Bytes;

/**
 * What every entry has.
 *
 * @param id the inner event's id, 32 bytes
 * @param voice the key that signed it, 32 bytes
 * @param writtenAt Unix seconds, as coarse as {@code spec/entry.md} says
 * @param leaf the leaf it was sealed under
 */
public record Head(Bytes id, Bytes voice, long writtenAt, Leaf leaf) {}
