package weft.pages.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import weft.primitives.Bytes;

/** Texts that lie beside this package, so that phones fetch them once somebody looks at a map and not with the first page. */
public final class MapText {
    private MapText() {}

    /** The style of the ground alone, for a file that stands alone. */
    public static String ground() {
        return read("ground.css");
    }

    /** The style sheet of pages with maps. */
    public static String style() {
        return read("ground.css") + read("map.css");
    }

    /** The script of pages with maps. */
    public static String script() {
        return read("map.js");
    }

    /** The style sheet of pages about rounds, beside that of maps; empty on phones, which plan none. */
    public static String roundStyle() {
        return read("rounds.css");
    }

    /** The script of pages about rounds; empty on phones. */
    public static String roundScript() {
        return read("rounds.js");
    }

    /** A text; empty where it is not here yet. */
    static String read(String name) {
        try (InputStream in = MapText.class.getResourceAsStream(name)) {
            return in == null ? "" : Bytes.wrap(in.readAllBytes()).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
