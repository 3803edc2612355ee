package weft.core.entry;

import java.util.List;
import java.util.Optional;

/**
 * The words of a need or an offer, as all members read them. Bounds are in {@code spec/entry.md}.
 *
 * @param side need or offer
 * @param title one line
 * @param text more, or empty
 * @param kind the kind of help in the circle's own words ("food", "a lift"), or empty
 * @param from Unix seconds from which on, or "whenever"
 * @param until Unix seconds until which, or open
 * @param where roughly where
 * @param languages BCP 47 tags that whoever answers should know, in their one order; empty where nobody says, which is usual
 * @param forSomeoneElse written down for a person who has no device
 * @param photos small pictures
 */
public record Ask(
        Side side,
        String title,
        String text,
        String kind,
        Optional<Long> from,
        Optional<Long> until,
        Optional<Whereabouts> where,
        List<String> languages,
        boolean forSomeoneElse,
        List<Photo> photos) implements Words {
    /** Keeps unmodifiable copies. The languages are put in order: in which order somebody ticks them is a habit. */
    public Ask {
        languages = languages.stream().sorted().toList();
        photos = List.copyOf(photos);
    }
}
