/**
 * Binary forms of what is secret: written into one buffer that is wiped, read from one that is wiped.
 *
 * <p>May touch: {@code weft.primitives}. No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.codec;

import org.jspecify.annotations.NullMarked;
