/**
 * Bundles: envelopes in a file, for carrying by hand.
 *
 * <pre>
 * bundle  gzip of lines                                        spec/bundle.md
 * line    the JSON of one event of kind 9338, ended by LF; at most Limits.EVENT_BYTES bytes
 * </pre>
 *
 * <p>Unpacking is the shell's: what comes here is the plain bytes, piece by piece, so that a file of any size takes the
 * memory of one line.
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire.json}, {@code weft.wire.event}. No I/O, no clock.
 */
@NullMarked
package weft.wire.bundle;

import org.jspecify.annotations.NullMarked;
