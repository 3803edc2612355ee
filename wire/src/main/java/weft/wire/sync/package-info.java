/**
 * Set reconciliation: the negentropy protocol, version 1 (the appendix of NIP-77), without I/O.
 *
 * <pre>
 * message  0x61 range*
 * range    bound mode payload           ranges run from the end of the one before up to, not including, their bound
 * bound    time  varint: 0 for infinity, else 1 + difference to the bound before
 *          id    varint length 0..32, then so many bytes: the shortest prefix that parts two items
 * mode     0 skip         nothing follows
 *          1 fingerprint  16 bytes: SHA-256(sum of ids mod 2^256, little endian ‖ varint count)[0..16]
 *          2 id list      varint count, then 32 bytes each
 * varint   big-endian base 128, high bit set on all bytes but the last, no leading zero digits, at most 64 bits
 * </pre>
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire.json} for {@code Checked}. No I/O, no clock, no randomness.
 */
@NullMarked
package weft.wire.sync;

import org.jspecify.annotations.NullMarked;
