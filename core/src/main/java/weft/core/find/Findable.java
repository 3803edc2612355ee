package weft.core.find;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;

/**
 * What can be found, and nothing of who wrote it.
 *
 * @param side need, offer, or neither
 * @param title one line
 * @param text more, or empty
 * @param kind the kind of help in the circle's own words, or empty
 * @param place the name of a place, or empty
 * @param point roughly where
 * @param from Unix seconds
 * @param until Unix seconds
 * @param languages BCP 47 tags
 */
public record Findable(
        Optional<Side> side,
        String title,
        String text,
        String kind,
        String place,
        Optional<Point> point,
        Optional<Long> from,
        Optional<Long> until,
        List<String> languages) {
    /** Keeps an unmodifiable copy. */
    public Findable {
        languages = List.copyOf(languages);
    }

    /** A need or an offer. */
    public static Findable of(Ask ask) {
        return new Findable(Optional.of(ask.side()), ask.title(), ask.text(), ask.kind(), ask.where().map(Whereabouts::name).orElse(""),
                ask.where().flatMap(Whereabouts::point), ask.from(), ask.until(), ask.languages());
    }
}
