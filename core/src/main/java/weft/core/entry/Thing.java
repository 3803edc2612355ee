package weft.core.entry;

import java.util.List;
import java.util.Optional;

/**
 * Something that can be used in common (kind 39338): a drill, a van. It has a whereabouts and a way of asking ({@link Asking}),
 * never an owner.
 *
 * @param title one line
 * @param text more, or empty
 * @param kind in the circle's own words, or empty
 * @param care how to treat it, or empty
 * @param with what comes with it, a line each
 * @param at the place where it is kept, where that is one of the catalogue
 * @param where it is kept, as everybody may know
 * @param photos pictures of it
 */
public record Thing(
        String title, String text, String kind, String care, List<String> with, Optional<Named> at, Optional<Whereabouts> where, List<Photo> photos)
        implements Listed {
    /** Keeps unmodifiable copies. */
    public Thing {
        with = List.copyOf(with);
        photos = List.copyOf(photos);
    }
}
