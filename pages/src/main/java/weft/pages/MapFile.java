package weft.pages;

import java.util.Optional;
import weft.core.atlas.Source;
import weft.pages.map.Sketches;

/** The map's file that the person supplied, and what was drawn of it: a shell that gives the same one while the file stays the same saves much drawing. */
public final class MapFile {
    private final String name;
    private final Source source;
    private final Sketches sketches;

    /**
     * A file of which nothing was drawn yet.
     *
     * @param name of the file, for the person's eyes
     * @param source how it is read
     */
    public MapFile(String name, Source source) {
        this(name, source, new Sketches());
    }

    private MapFile(String name, Source source, Sketches sketches) {
        this.name = name;
        this.source = source;
        this.sketches = sketches;
    }

    /** The same for a shell whose one thread answers everybody: what is not drawn yet is awaited until it was drawn by {@link #takeWanted}. */
    public static MapFile beside(String name, Source source) {
        return new MapFile(name, source, Sketches.beside());
    }

    /** Draws, on any thread, what pages have awaited since the last call; nothing where they awaited nothing. */
    public Optional<Runnable> takeWanted() {
        return sketches.takeWanted();
    }

    String name() {
        return name;
    }

    Source source() {
        return source;
    }

    Sketches sketches() {
        return sketches;
    }
}
