package weft.rounds.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Somebody with a bike, a car or two feet.
 *
 * @param name unique within a problem
 * @param start index of the place they set out from
 * @param end index of the place they have to come to; empty where the round ends at its last stop
 * @param hours from when they can set out until when they must be at the end
 * @param capacity what fits in, one amount for each measure
 * @param means how they get about
 * @param pause a rest they take, if any
 * @param skills what they can do
 */
public record Driver(
        String name, int start, OptionalInt end, Window hours, Load capacity, Means means, Optional<Pause> pause, Set<String> skills) {
    /** Copies the skills. */
    public Driver {
        skills = Set.copyOf(skills);
    }
}
