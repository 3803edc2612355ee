package weft.rounds.model;

import java.util.Optional;
import java.util.Set;

/**
 * What a job asks of whoever does it.
 *
 * @param skills what the driver must be able to do, such as "stairs" or "Arabic"
 * @param driver the name of the driver it is locked to, if it is
 * @param mayBeLeft true where it may be left over when the day is full, before any other is
 */
public record Terms(Set<String> skills, Optional<String> driver, boolean mayBeLeft) {
    /** No wish at all. */
    public static final Terms NONE = new Terms(Set.of(), Optional.empty(), false);

    /** Copies the skills. */
    public Terms {
        skills = Set.copyOf(skills);
    }
}
