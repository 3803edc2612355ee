package weft.pages;

import weft.core.atlas.Source;
import weft.pages.map.Sketches;

/**
 * The map's file that the person supplied. A shell that gives the same one as long as the file stays the same saves much drawing.
 *
 * @param name of the file, for the person's eyes
 * @param source how it is read
 * @param sketches what was drawn of it
 */
public record MapFile(String name, Source source, Sketches sketches) {
    /** A file of which nothing was drawn yet. */
    public MapFile(String name, Source source) {
        this(name, source, new Sketches());
    }
}
