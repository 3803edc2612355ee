package weft.core.view;

import weft.primitives.Bytes;

/**
 * Where a thread is to be found on this node.
 *
 * @param circle the circle's address, 32 bytes
 * @param root the id of the thread's first entry, 32 bytes
 */
public record Ref(Bytes circle, Bytes root) {}
