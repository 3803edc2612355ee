/**
 * Drills: a seeded world in which an adversary with everything in hand tries what must not be possible, and the measure of
 * whether it was. Each is a class with {@code run(arguments) -> exit code}; {@link Drills} starts them.
 *
 * <p>May touch: {@code weft.core}, {@code weft.store}, {@code weft.wire}, {@code weft.jdk}, {@code weft.primitives}.
 */
@NullMarked
package weft.sim.drill;

import org.jspecify.annotations.NullMarked;
