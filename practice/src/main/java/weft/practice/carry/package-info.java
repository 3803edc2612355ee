/**
 * Practices on their way: as files, and as articles of the open Nostr network (NIP-23, NIP-19).
 *
 * <p>May touch: {@code weft.practice}, {@code weft.wire.event}. No I/O; signs nothing.
 */
@NullMarked
package weft.practice.carry;

import org.jspecify.annotations.NullMarked;
