package weft.core.entry;

import java.util.List;
import java.util.Optional;

/** What stands in a circle's catalogue: what can be used in common, and where to go. Whoever writes it down does not own it. */
public sealed interface Listed extends Words permits Thing, Place {
    /** One line. */
    String title();

    /** Its kind in the circle's own words, or empty. */
    String kind();

    /** Where it is, as everybody may know. */
    Optional<Whereabouts> where();

    /** Pictures. */
    List<Photo> photos();
}
