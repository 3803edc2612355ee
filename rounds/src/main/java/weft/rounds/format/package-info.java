/**
 * Text in, problems out, and plans out as text: benchmark instances, the rows of a day's table, JSON.
 *
 * <p>May touch: {@code weft.rounds.model}.
 */
@NullMarked
package weft.rounds.format;

import org.jspecify.annotations.NullMarked;
