package weft.rounds.model;

/**
 * One halt of a round.
 *
 * @param name what the plan calls it; unique within a problem
 * @param place index into {@link Problem#places()}
 * @param window when the work there may begin
 * @param service how long the work takes, in seconds
 */
public record Stop(String name, int place, Window window, double service) {
    /** Refuses a negative or unbounded service time. */
    public Stop {
        if (!(service >= 0 && service < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("stop " + name + ": the time needed there must be 0 or more, not " + service);
        }
    }
}
