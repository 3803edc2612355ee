/**
 * Practices on their way: as files, EPUB, one page of HTML, and articles of the open Nostr network (NIP-23, NIP-19).
 *
 * <p>May touch: {@code weft.practice}, {@code weft.wire.event}. No I/O but a stream that the caller gives; signs nothing.
 */
@NullMarked
package weft.practice.carry;

import org.jspecify.annotations.NullMarked;
