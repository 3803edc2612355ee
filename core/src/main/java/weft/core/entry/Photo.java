package weft.core.entry;

import weft.primitives.Bytes;

/**
 * A small picture inside an entry, shrunk and stripped of everything but its pixels before it got here.
 *
 * @param mediaType {@code image/jpeg} or {@code image/webp}
 * @param data the file
 * @param caption what it shows, for those who can't see it; may be empty
 */
public record Photo(String mediaType, Bytes data, String caption) {}
