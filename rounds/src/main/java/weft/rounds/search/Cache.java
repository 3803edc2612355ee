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
    private final Spots spots;
    private final long[] version;
    private final double[] costs;
    private final int[] picks;
    private final int[] drops;

    Cache(Layout layout, Routes routes, Spots spots) {
        this.layout = layout;
        this.routes = routes;
        this.spots = spots;
        int size = layout.jobs * layout.drivers;
        version = new long[size];
        costs = new double[size];
        picks = new int[size];
        drops = new int[size];
    }

    /** The least that putting the job into the round costs, or infinity; leaves the nodes behind which its stops go. */
    double ask(int job, int v) {
        int at = job * layout.drivers + v;
        if (version[at] != routes.version[v]) {
            version[at] = routes.version[v];
            costs[at] = spots.best(job, v, Double.POSITIVE_INFINITY);
            picks[at] = spots.behindPick;
            drops[at] = spots.behindDrop;
        }
        behindPick = picks[at];
        behindDrop = drops[at];
        cost = costs[at];
        return cost;
    }
}
