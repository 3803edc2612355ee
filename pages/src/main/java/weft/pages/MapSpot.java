package weft.pages;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Point;
import weft.core.entry.Whereabouts;
import weft.pages.html.Html;

/**
 * Something that stands on the map.
 *
 * @param sort what it is
 * @param title in somebody's words
 * @param path where to find it
 * @param where its whereabouts
 * @param about what else its line says, in pieces
 */
record MapSpot(Sort sort, String title, String path, Whereabouts where, List<Html> about) {
    /** Keeps an unmodifiable copy. */
    MapSpot {
        about = List.copyOf(about);
    }

    /** What can stand there; each has a shape of its own, so that colour is never all that tells them apart. */
    enum Sort {
        NEED("M0-14a14 14 0 1 0 .01 0z"),
        OFFER("M0-14a14 14 0 1 0 .01 0z"),
        DOING("M-13-13h26v26h-26z"),
        THING("M0-18l18 18l-18 18l-18-18z"),
        PLACE("M0-18l15 12v20h-30v-20z"),
        /** Several of more than one sort. */
        SEVERAL("M-8-15h16l10 15l-10 15h-16l-10-15z");

        private final String outline;

        Sort(String outline) {
            this.outline = outline;
        }

        /** The shape as a path around 0, 0, about 30 units wide. */
        String outline() {
            return outline;
        }

        /** The name in forms, texts and the style sheet. */
        String code() {
            return Jsons.code(this);
        }
    }

    Optional<Point> point() {
        return where.point();
    }
}
