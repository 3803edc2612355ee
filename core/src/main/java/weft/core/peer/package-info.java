/**
 * The step machine of a node: one input, one moment, some randomness in; effects out.
 *
 * <p>May touch: all of {@code weft.core}, {@code weft.wire}, {@code weft.primitives}. No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.peer;

import org.jspecify.annotations.NullMarked;
