/**
 * How practices come from one another: versions side by side, translations and what of them is stale, the family as a drawing.
 *
 * <p>May touch: {@code weft.practice}, {@code weft.primitives}. Pure.
 */
@NullMarked
package weft.practice.lineage;

import org.jspecify.annotations.NullMarked;
