package weft.rounds.model;

/**
 * How a driver gets about.
 *
 * @param name "bike", "car", "foot" or a name of the group's own
 * @param metresPerSecond the mean speed along the way
 * @param detour how much longer the way is than the straight line, 1 or more
 */
public record Means(String name, double metresPerSecond, double detour) {
    /** By bike: 14 km/h. */
    public static final Means BIKE = new Means("bike", 14 / 3.6, 1.3);
    /** By car in a town: 24 km/h. */
    public static final Means CAR = new Means("car", 24 / 3.6, 1.45);
    /** On foot: 4.5 km/h. */
    public static final Means FOOT = new Means("foot", 4.5 / 3.6, 1.25);
    /** The plane of a benchmark: one unit of way takes one unit of time. */
    public static final Means PLANE = new Means("plane", 1, 1);

    /** Refuses a speed of nought and a detour shorter than the straight line. */
    public Means {
        if (!(metresPerSecond > 0) || !(detour >= 1)) {
            throw new IllegalArgumentException(name + ": the speed must be above 0 and the detour factor 1 or more");
        }
    }
}
