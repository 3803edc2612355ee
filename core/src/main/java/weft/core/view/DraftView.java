package weft.core.view;

import java.util.Optional;
import weft.core.entry.Writing;
import weft.primitives.Bytes;

/**
 * Something at which the reader is writing; only their own node knows it.
 *
 * @param id 8 bytes
 * @param revises the reader's own practice that it is to replace
 * @param writing as far as it is; its title may be empty
 * @param savedAt Unix seconds
 */
public record DraftView(Bytes id, Optional<Ref> revises, Writing writing, long savedAt) {}
