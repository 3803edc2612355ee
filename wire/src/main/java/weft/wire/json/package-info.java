/**
 * A strict reader and writer of JSON (RFC 8259) that compiles with TeaVM, and {@link weft.wire.json.Checked}, in which
 * every parser of Weft answers.
 *
 * <p>Strict means: no duplicate names, no lone surrogates, no leading zeros, no text after the value, a bounded depth.
 * May touch: {@code weft.primitives}. No I/O, no clock, no randomness.
 */
@NullMarked
package weft.wire.json;

import org.jspecify.annotations.NullMarked;
