package weft.core.entry;

import java.util.List;
import java.util.Optional;
import weft.core.calendar.OpeningHours;

/**
 * A place that can be used in common (kind 39339): a garden, a room, a free shop.
 *
 * @param title one line
 * @param text more, or empty
 * @param kind in the circle's own words, or empty
 * @param hours when it is open, where that is said
 * @param there what is there, a line each
 * @param where it is
 * @param photos pictures of it
 */
public record Place(
        String title, String text, String kind, Optional<OpeningHours> hours, List<String> there, Optional<Whereabouts> where, List<Photo> photos)
        implements Listed {
    /** Keeps unmodifiable copies. */
    public Place {
        there = List.copyOf(there);
        photos = List.copyOf(photos);
    }
}
