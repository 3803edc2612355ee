/**
 * The words of the planner: a problem, a plan, what makes a plan good, and where distances come from.
 *
 * <p>May touch: nothing but {@code java.base}'s collections and arithmetic.
 */
@NullMarked
package weft.rounds.model;

import org.jspecify.annotations.NullMarked;
