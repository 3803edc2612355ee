package weft.sim.life;

import java.util.Set;
import weft.sim.world.Planted;
import weft.sim.world.Weather;

/**
 * What world to make.
 *
 * @param seed all chance comes from it
 * @param people nodes, one a person
 * @param circles into which they are spread
 * @param relays of which each circle uses two, or the one there is
 * @param days to live, before the calm in which all has to arrive
 * @param hours between two things that a person does, on average
 * @param faults none, some or hard
 * @param planted faults planted at one node (relays: at all), for tests
 */
public record Plan(long seed, int people, int circles, int relays, int days, int hours, String faults, Set<Planted> planted) {
    /** Checks the ranges. */
    public Plan {
        planted = Set.copyOf(planted);
        Weather.named(faults);
        if (people < 1 || circles < 1 || circles > people || relays < 1 || days < 1 || days > 3650 || hours < 1) {
            throw new IllegalArgumentException("at least one person, circle, relay day and hour; no more circles than people; at most 3650 days");
        }
    }

    /** The one line that replays it. */
    public String line() {
        return "./weft sim --seed " + seed + " --people " + people + " --circles " + circles + " --relays " + relays + " --days " + days + " --hours " + hours + " --faults " + faults;
    }
}
