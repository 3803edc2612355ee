/**
 * What acquaintances tell each other in their circle of two: which voice is whose, and that one goes on in a fresh circle.
 *
 * <pre>
 * that-is-me  kind 9394  signed by the voice itself, for one acquaintance, one circle, one leaf       spec/people.md
 * regrouped   kind 9395  parts of a circle handed on, signed by a key of this one message            spec/regroup.md
 * </pre>
 *
 * <p>May touch: {@code weft.core.codec}, {@code weft.core.key}, {@code weft.core.invite}, {@code weft.wire},
 * {@code weft.primitives}. No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.people;

import org.jspecify.annotations.NullMarked;
