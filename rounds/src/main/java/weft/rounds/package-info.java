/**
 * The planner of rounds: problem, plan, search. Pure.
 *
 * <p>May touch: nothing but {@code java.base}'s collections and arithmetic. No I/O, no clock, no randomness of its own.
 */
@NullMarked
package weft.rounds;

import org.jspecify.annotations.NullMarked;
