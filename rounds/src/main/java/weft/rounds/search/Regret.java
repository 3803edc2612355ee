package weft.rounds.search;

/**
 * Puts absent jobs back, the one first that would lose most by waiting: the difference between its cheapest round and its next ones
 * (Potvin and Rousseau 1993). What each job costs in each round is kept, so that a step asks only about the round that changed.
 */
final class Regret {
    private static final int MOST = 150;
    private final Layout layout;
    private final Routes routes;
    private final Mix mix;
    private final Cache spots;
    private final int[] list = new int[MOST];
    private final int[] open;
    private int openCount;
    private final double[] cost;
    private final int[] pick;
    private final int[] drop;
    private final boolean[] seenKind;
    private int fleet;
    private double toll;

    Regret(Layout layout, Routes routes, Mix mix, Cache spots) {
        this.spots = spots;
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
        open = new int[layout.drivers];
        cost = new double[MOST * layout.drivers];
        pick = new int[MOST * layout.drivers];
        drop = new int[MOST * layout.drivers];
        seenKind = new boolean[layout.drivers];
        fleet = layout.drivers;
    }

    /** Says how many drivers may go out. */
    void fleet(int most) {
        fleet = most;
    }

    /** What a unit of load above a round's capacity costs. */
    void toll(double charge) {
        toll = charge;
    }

    /** False where there are more absent jobs than it is made for. */
    boolean takes() {
        return routes.absentCount <= MOST;
    }

    /**
     * Puts back what can be put back.
     *
     * @param depth how many rounds beside the cheapest are looked at
     * @param noise how far a cost may be off, as a share
     */
    void run(int depth, double noise) {
        int count = routes.absentCount;
        System.arraycopy(routes.absent, 0, list, 0, count);
        openRounds();
        for (int a = 0; a < count; a++) {
            for (int o = 0; o < openCount; o++) {
                ask(a, open[o]);
            }
        }
        while (count > 0) {
            int first = -1;
            int at = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < count; a++) {
                int v = urgency(a, depth, noise);
                if (v >= 0 && urgent > most) {
                    most = urgent;
                    first = a;
                    at = v;
                }
            }
            if (first < 0) {
                return;
            }
            boolean empty = routes.size[at] == 0;
            int job = list[first];
            routes.link(job, pick[first * layout.drivers + at], drop[first * layout.drivers + at]);
            routes.refresh(at);
            routes.dropAbsentJob(job);
            count--;
            move(count, first);
            if (empty) {
                openRounds();
                for (int a = 0; a < count; a++) {
                    for (int o = 0; o < openCount; o++) {
                        if (open[o] == at || routes.size[open[o]] == 0) {
                            ask(a, open[o]);
                        }
                    }
                }
            } else {
                for (int a = 0; a < count; a++) {
                    ask(a, at);
                }
            }
        }
    }

    private double urgent;

    /** The cheapest round for a job, or -1; leaves how urgent it is. */
    private int urgency(int a, int depth, double noise) {
        double one = Double.POSITIVE_INFINITY;
        double two = Double.POSITIVE_INFINITY;
        double three = Double.POSITIVE_INFINITY;
        int at = -1;
        for (int o = 0; o < openCount; o++) {
            double c = cost[a * layout.drivers + open[o]];
            if (c < one) {
                three = two;
                two = one;
                one = c;
                at = open[o];
            } else if (c < two) {
                three = two;
                two = c;
            } else if (c < three) {
                three = c;
            }
        }
        if (at < 0) {
            return -1;
        }
        double far = 1e7;
        urgent = Math.min(two, far) - one;
        if (depth > 1) {
            urgent += Math.min(three, far) - one;
        }
        urgent = urgent * (1 + noise * mix.unit()) - one * 1e-3;
        return at;
    }

    private void openRounds() {
        openCount = 0;
        java.util.Arrays.fill(seenKind, false);
        for (int v = 0; v < layout.drivers; v++) {
            if (routes.size[v] == 0) {
                if (routes.used >= fleet || seenKind[layout.kind[v]]) {
                    continue;
                }
                seenKind[layout.kind[v]] = true;
            }
            open[openCount++] = v;
        }
    }

    private void ask(int a, int v) {
        int at = a * layout.drivers + v;
        double found = spots.ask(list[a], v);
        cost[at] = found * routes.weight(v) + (routes.size[v] == 0 ? layout.sending : 0) + (toll > 0 ? toll * routes.overloadBy(list[a], v) : 0);
        pick[at] = spots.behindPick;
        drop[at] = spots.behindDrop;
    }

    private void move(int from, int to) {
        list[to] = list[from];
        for (int o = 0; o < openCount; o++) {
            int v = open[o];
            int a = to * layout.drivers + v;
            int b = from * layout.drivers + v;
            cost[a] = cost[b];
            pick[a] = pick[b];
            drop[a] = drop[b];
        }
    }
}
