package weft.core.find;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Doing;
import weft.core.entry.Listed;
import weft.core.entry.Place;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.entry.Thing;
import weft.core.entry.Whereabouts;
import weft.core.entry.Writing;

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

    /** A doing: neither need nor offer; where it repeats, its end is open. */
    public static Findable of(Doing doing) {
        StringBuilder more = new StringBuilder(doing.text());
        doing.shifts().forEach(shift -> more.append('\n').append(shift.title()));
        doing.things().forEach(thing -> more.append('\n').append(thing.title()));
        boolean once = doing.times().rule().isEmpty() && doing.times().extra().isEmpty();
        return new Findable(Optional.empty(), doing.title(), more.toString(), doing.kind(), doing.where().map(Whereabouts::name).orElse(""),
                doing.where().flatMap(Whereabouts::point), Optional.of(doing.times().start()), once ? Optional.of(doing.times().end()) : Optional.empty(),
                List.of());
    }

    /** A thing or a place of the catalogue: neither need nor offer, and there at any time. */
    public static Findable of(Listed listed) {
        StringBuilder more = new StringBuilder(switch (listed) {
            case Thing thing -> thing.text() + "\n" + thing.care() + "\n" + String.join("\n", thing.with());
            case Place place -> place.text() + "\n" + String.join("\n", place.there());
        });
        listed.photos().forEach(photo -> more.append('\n').append(photo.caption()));
        return new Findable(Optional.empty(), listed.title(), more.toString(), listed.kind(), listed.where().map(Whereabouts::name).orElse(""),
                listed.where().flatMap(Whereabouts::point), Optional.empty(), Optional.empty(), List.of());
    }

    /** A practice. */
    public static Findable of(Writing writing) {
        StringBuilder more = new StringBuilder(writing.text());
        writing.fields().forEach(tag -> tag.values().stream().skip(1).forEach(value -> more.append('\n').append(value)));
        return new Findable(Optional.empty(), writing.title(), more.toString(), "", "", Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(writing.language()));
    }

    /** A need or an offer. */
    public static Findable of(Ask ask) {
        return new Findable(Optional.of(ask.side()), ask.title(), ask.text(), ask.kind(), ask.where().map(Whereabouts::name).orElse(""),
                ask.where().flatMap(Whereabouts::point), ask.from(), ask.until(), ask.languages());
    }
}
