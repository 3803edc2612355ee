/**
 * A day as people work on it: its tables, the plan, what is locked, what is done already, and planning again around that.
 *
 * <p>May touch: {@code weft.rounds} and its model and formats. Values only: whoever holds one decides how long it is remembered.
 */
@NullMarked
package weft.rounds.day;

import org.jspecify.annotations.NullMarked;
