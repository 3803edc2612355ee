/**
 * Draws maps as SVG: the land of the earth from a small outline in the program, tiles of a file that the person supplies, and what stands
 * on them. Nothing is asked of anybody.
 *
 * <p>May touch: {@code weft.core.atlas}, {@code weft.core.entry}, {@code weft.pages.html}. No I/O but reading the outline from the class path;
 * must compile with TeaVM.
 */
@NullMarked
package weft.pages.map;

import org.jspecify.annotations.NullMarked;
