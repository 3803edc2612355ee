/**
 * The rules of the house, held as tests: direction, purity, names, vectors, map. Each message names the mend.
 *
 * <p>May touch: everything, as a reader only. {@code planted} holds violations that the rules must catch.
 */
@NullMarked
package weft.house;

import org.jspecify.annotations.NullMarked;
