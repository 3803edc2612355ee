/**
 * Fuzzing (Jazzer) of all that reads bytes from outside: nothing may throw, and what is taken reads the same once written again.
 * A usual run goes through the corpus beside the tests ({@code CorpusTest}); with {@code JAZZER_FUZZ=1} Jazzer looks for more.
 *
 * <p>May touch: the parsers of wire and core.
 */
@NullMarked
package weft.sim.fuzz;

import org.jspecify.annotations.NullMarked;
