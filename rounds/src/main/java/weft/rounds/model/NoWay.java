package weft.rounds.model;

/** Between two places there is no way by some means, in a road network or in a table of distances. */
public final class NoWay extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String from;
    private final String to;
    private final String means;

    /** Names of the places and of the means. */
    public NoWay(String from, String to, String means) {
        super("there is no way by " + means + " from " + from + " to " + to + ": is one of them in the water, or missing from the distances?");
        this.from = from;
        this.to = to;
        this.means = means;
    }

    /** The name of the place it should lead from. */
    public String from() {
        return from;
    }

    /** The name of the place it should lead to. */
    public String to() {
        return to;
    }

    /** The name of the means. */
    public String means() {
        return means;
    }
}
