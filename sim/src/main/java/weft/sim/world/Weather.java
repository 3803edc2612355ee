package weft.sim.world;

/**
 * How bad a world is. Shares of frames, and mean times between troubles of one node, link or relay in milliseconds (0: never).
 *
 * @param lost frames that vanish
 * @param twice frames that come twice
 * @param late frames that come later than those after them
 * @param garbled frames that arrive with a character changed
 * @param linkLife how long a connection lasts
 * @param kill how long a node's process lasts
 * @param full how long until a node's disk is full, for some hours
 * @param flip how long until a bit of a node's disk turns
 * @param jump how long until a node's clock jumps
 * @param drift how much a clock gains or loses at most, in parts of a million
 * @param relayTrouble how long until something happens to a relay: it crashes, loses, comes back old, lies or floods
 */
public record Weather(
        double lost, double twice, double late, double garbled, long linkLife, long kill, long full, long flip, long jump, int drift, long relayTrouble) {
    private static final long DAY = 86_400_000L;

    /** Nothing breaks; connections last for days. */
    public static Weather none() {
        return new Weather(0, 0, 0, 0, 5 * DAY, 0, 0, 0, 0, 0, 0);
    }

    /** What a circle meets in a bad month. */
    public static Weather some() {
        return new Weather(0.001, 0.001, 0.001, 0.0002, DAY, 20 * DAY, 60 * DAY, 0, 60 * DAY, 20, 15 * DAY);
    }

    /** Worse than anybody meets. */
    public static Weather hard() {
        return new Weather(0.02, 0.02, 0.02, 0.005, DAY / 6, 3 * DAY, 15 * DAY, 60 * DAY, 12 * DAY, 100, 3 * DAY);
    }

    /** By its name on the command line. */
    public static Weather named(String level) {
        return switch (level) {
            case "none" -> none();
            case "some" -> some();
            case "hard" -> hard();
            default -> throw new IllegalArgumentException("'" + level + "' is not one of: none, some, hard");
        };
    }
}
