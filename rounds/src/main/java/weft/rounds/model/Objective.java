package weft.rounds.model;

/** What makes one plan better than another. What is left over always comes first. */
public sealed interface Objective {
    /**
     * A real day with the drivers there are: least left over, then least lateness, then time on the road, with rounds kept
     * compact and similar in length.
     *
     * @param compact what a second of way between a stop and the middle of its round costs, in seconds on the road
     * @param similar how much unequal rounds cost: 0 not at all, 1 much
     */
    record Day(double compact, double similar) implements Objective {
        /** The weights used unless others are asked for. */
        public static final Day USUAL = new Day(0.05, 0.3);
    }

    /** The literature's order: fewest vehicles, then least distance. */
    record Benchmark() implements Objective {}
}
