/**
 * Maps that a person supplies: PMTiles archives of vector tiles ({@code spec/pmtiles.md}). Sans I/O: what has to be read is asked of a
 * {@link weft.core.atlas.Source}, which answers at once on a computer and, in a phone's browser, the next time it is asked.
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire.json}. Files come from strangers: every length and every loop has a bound.
 */
@NullMarked
package weft.core.atlas;

import org.jspecify.annotations.NullMarked;
