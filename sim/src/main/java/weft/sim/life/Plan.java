package weft.sim.life;

import java.util.Set;
import java.util.stream.Collectors;
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
 * @param districts towns apart, each on a thread of its own, among which people, circles and relays are divided
 * @param planted faults planted at one node (relays: at all), for tests
 */
public record Plan(long seed, int people, int circles, int relays, int days, int hours, String faults, int districts, Set<Planted> planted) {
    /** Checks the ranges. */
    public Plan {
        planted = Set.copyOf(planted);
        Weather.named(faults);
        if (people < 1 || circles < 1 || circles > people || relays < 1 || days < 1 || days > 3650 || hours < 1
                || districts < 1 || districts > circles || districts > relays) {
            throw new IllegalArgumentException("at least one person, circle, relay day and hour; no more circles than people, "
                    + "no more districts than circles or relays; at most 3650 days");
        }
    }

    /** Without districts. */
    public Plan(long seed, int people, int circles, int relays, int days, int hours, String faults, Set<Planted> planted) {
        this(seed, people, circles, relays, days, hours, faults, 1, planted);
    }

    /** The one line that replays it. */
    public String line() {
        return "./weft sim --seed " + seed + " --people " + people + " --circles " + circles + " --relays " + relays + " --days " + days
                + " --hours " + hours + " --faults " + faults
                + (districts == 1 ? "" : " --districts " + districts)
                + planted.stream().sorted().map(fault -> " --plant " + fault).collect(Collectors.joining());
    }

    /** The plan of one of its districts, which is a town by itself. */
    Plan district(int number) {
        return new Plan(seed * 31 + number, share(people, number), share(circles, number), share(relays, number), days, hours, faults, 1, planted);
    }

    private int share(int all, int number) {
        return all / districts + (number < all % districts ? 1 : 0);
    }
}
