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
        picks = new int[size];
        drops = new int[size];
    }

    /** The least that putting the job into the round costs, or infinity; leaves the nodes behind which its stops go. */
    double ask(int job, int v) {
        int at = 2 * (job * layout.drivers + v);
        long wanted = routes.version[v];
        if (version[at] != wanted && (version[at + 1] == wanted || version[at] == base.version[v])) {
            at++;
        }
        if (version[at] != wanted) {
            version[at] = wanted;
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
