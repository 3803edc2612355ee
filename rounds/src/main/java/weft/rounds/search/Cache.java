package weft.rounds.search;

/**
 * Remembers what putting a job into a round would cost, for as long as the round stays as it is.
 *
 * <p>Most rounds outlive many steps unchanged, or come back when a step is undone, so most questions have been asked before.
 */
final class Cache {
    double cost;
    int behindPick;
    int behindDrop;
    private final Layout layout;
    private final Routes routes;
    /** The plan gone back to when a step is refused: what is known about its rounds is not thrown away for a try. */
    private final Routes base;
    private final Spots spots;
    private final long[] version;
    private final double[] costs;
    /** Whether the cost is known, or only that it is not below what stands there. */
    private final boolean[] exact;
    private final int[] picks;
    private final int[] drops;

    Cache(Layout layout, Routes routes, Routes base, Spots spots) {
        this.base = base;
        this.layout = layout;
        this.routes = routes;
        this.spots = spots;
        int size = 2 * layout.jobs * layout.drivers;
        version = new long[size];
        costs = new double[size];
        exact = new boolean[size];
        picks = new int[size];
        drops = new int[size];
    }

    /** The least that putting the job into the round costs, or infinity; leaves the nodes behind which its stops go. */
    double ask(int job, int v) {
        return ask(job, v, Double.POSITIVE_INFINITY);
    }

    /** The same where it is below {@code limit}; something not below it where it is not. */
    double ask(int job, int v, double limit) {
        int at = place(job, v);
        if (version[at] != routes.version[v] || !exact[at] && costs[at] < limit) {
            version[at] = routes.version[v];
            costs[at] = spots.best(job, v, limit);
            exact[at] = costs[at] < limit || limit == Double.POSITIVE_INFINITY;
            picks[at] = spots.behindPick;
            drops[at] = spots.behindDrop;
        }
        behindPick = picks[at];
        behindDrop = drops[at];
        cost = costs[at];
        return cost;
    }

    /** Where the cost is kept, if it is known; below nought if not. */
    int find(int job, int v) {
        int at = 2 * (job * layout.drivers + v);
        long wanted = routes.version[v];
        int there = version[at] == wanted ? at : version[at + 1] == wanted ? at + 1 : -1;
        return there >= 0 && exact[there] ? there : -1;
    }

    /** The cost kept at a place found. */
    double kept(int found) {
        return costs[found];
    }

    /** Leaves the nodes behind which the stops go, by what is kept at a place found. */
    void take(int found) {
        behindPick = picks[found];
        behindDrop = drops[found];
    }

    private int place(int job, int v) {
        int at = 2 * (job * layout.drivers + v);
        long wanted = routes.version[v];
        return version[at] != wanted && (version[at + 1] == wanted || version[at] == base.version[v]) ? at + 1 : at;
    }
}
