package weft.rounds.search;

/**
 * Walks along a round from start to end, as the driver will: with the pause, with lateness, with stops locked in order.
 *
 * <p>The pause is put before the stop where it delays the end least; of equal places the first. A round may start later than its
 * driver's hours allow, so that nobody waits about: the time on the road counts from there.
 */
final class Walk {
    private final Layout layout;
    private final int[] nodes;
    private final double[] begin;
    private final double[] latest;
    private final double[] idle;
    private int count;
    /** Set by {@link #run}: how late stops are, all together. */
    double late;
    /** Set by {@link #run}: when the round is left for and over. */
    double leaves;

    double back;
    /** Set by {@link #run}: before which place in the sequence the pause is, or -1, and when it begins. */
    int pauseBefore;

    double pauseAt;

    Walk(Layout layout) {
        this.layout = layout;
        nodes = new int[layout.stops + 2];
        begin = new double[layout.stops + 2];
        latest = new double[layout.stops + 2];
        idle = new double[layout.stops + 2];
    }

    /** What a driver's round costs in a day's objective. */
    double charge(Routes routes, int v, double waiting) {
        if (layout.plain[v]) {
            int start = layout.start(v);
            int end = layout.end(v);
            double shift = Math.max(0, Math.min(waiting, routes.latest[start] - routes.begin[start]));
            return shaped(routes, v, routes.begin[end] - routes.begin[start] - shift);
        }
        return with(routes, v, -1, -1, -1, -1);
    }

    /** What the round would cost with a job put in (or as it is, with {@code pick} and {@code drop} -1), or {@link Layout#NEVER}. */
    double with(Routes routes, int v, int pick, int behindPick, int drop, int behindDrop) {
        gather(routes, v, pick, behindPick, drop, behindDrop);
        if (!run(v)) {
            return Layout.NEVER;
        }
        return shaped(routes, v, back - leaves) + late * Routes.LATE;
    }

    private double shaped(Routes routes, int v, double seconds) {
        double charge = seconds + layout.similar * seconds * seconds / 14_400;
        return layout.compact > 0 ? charge + layout.compact * spread(routes, v) : charge;
    }

    /** How far the stops are from the one in the middle of the round's sequence, there and back, in time. */
    private double spread(Routes routes, int v) {
        int size = routes.size[v];
        if (size < 3) {
            return 0;
        }
        int end = layout.end(v);
        int middle = routes.next[layout.start(v)];
        for (int i = 0; i < size / 2; i++) {
            middle = routes.next[middle];
        }
        double sum = 0;
        double[] cost = layout.cost[v];
        int row = layout.row[middle] * layout.width;
        for (int i = routes.next[layout.start(v)]; i != end; i = routes.next[i]) {
            sum += cost[row + layout.row[i]];
        }
        return sum;
    }

    private void gather(Routes routes, int v, int pick, int behindPick, int drop, int behindDrop) {
        count = 0;
        int end = layout.end(v);
        for (int i = layout.start(v); ; i = routes.next[i]) {
            nodes[count++] = i;
            if (i == end) {
                return;
            }
            if (pick >= 0 && i == behindPick) {
                nodes[count++] = pick;
                if (drop >= 0 && behindDrop == pick) {
                    nodes[count++] = drop;
                }
            }
            if (drop >= 0 && i == behindDrop) {
                nodes[count++] = drop;
            }
        }
    }

    /** Times for the gathered nodes; false where a window, the order or the pause doesn't hold. */
    private boolean run(int v) {
        Layout l = layout;
        begin[0] = l.ready[nodes[0]];
        idle[0] = 0;
        int ordered = 0;
        for (int i = 1; i < count; i++) {
            double arrives = begin[i - 1] + l.seconds(v, nodes[i - 1], nodes[i]);
            begin[i] = Math.max(arrives, l.ready[nodes[i]]);
            idle[i] = begin[i] - arrives;
            if (begin[i] > l.due[nodes[i]]) {
                return false;
            }
            int place = l.order[nodes[i]];
            if (place > 0) {
                if (place < ordered) {
                    return false;
                }
                ordered = place;
            }
        }
        latest[count - 1] = l.due[nodes[count - 1]];
        for (int i = count - 2; i >= 0; i--) {
            latest[i] = Math.min(l.due[nodes[i]], latest[i + 1] - l.seconds(v, nodes[i], nodes[i + 1]));
        }
        if (!rest(v)) {
            return false;
        }
        settle(v);
        return true;
    }

    /** Chooses where the pause goes and moves what follows. */
    private boolean rest(int v) {
        pauseBefore = -1;
        pauseAt = -1;
        var pause = layout.problem.drivers().get(v).pause().orElse(null);
        if (pause == null || count == 2) {
            return true;
        }
        double least = Double.POSITIVE_INFINITY;
        double slack = 0;
        for (int i = count - 1; i > 0; i--) {
            double arrives = begin[i] - idle[i];
            double at = Math.max(arrives, pause.start().from());
            double fresh = Math.max(begin[i], at + pause.length());
            double delay = Math.max(0, fresh - begin[i] - slack);
            if (at <= pause.start().until() && fresh <= latest[i] && delay <= least) {
                least = delay;
                pauseBefore = i;
                pauseAt = at;
            }
            slack += idle[i];
        }
        // A round that is over before the pause could begin needs none.
        if (pauseBefore < 0) {
            return begin[count - 1] <= pause.start().from();
        }
        if (begin[count - 1] <= pause.start().from()) {
            pauseBefore = -1;
            pauseAt = -1;
            return true;
        }
        double now = Math.max(begin[pauseBefore], pauseAt + pause.length());
        for (int i = pauseBefore; i < count; i++) {
            if (i > pauseBefore) {
                now = Math.max(now + layout.seconds(v, nodes[i - 1], nodes[i]), layout.ready[nodes[i]]);
            }
            begin[i] = now;
        }
        return true;
    }

    /** Sums the lateness, and lets the driver leave as late as costs nothing. */
    private void settle(int v) {
        Layout l = layout;
        late = 0;
        for (int i = 1; i < count; i++) {
            late += Math.max(0, begin[i] - l.wished[nodes[i]]);
        }
        back = begin[count - 1];
        int until = pauseBefore > 0 ? pauseBefore : count;
        double room = Double.POSITIVE_INFINITY;
        double waited = 0;
        for (int i = 1; i < until; i++) {
            double arrives = begin[i - 1] + l.seconds(v, nodes[i - 1], nodes[i]);
            waited += begin[i] - arrives;
            room = Math.min(room, waited + Math.max(0, l.wished[nodes[i]] - begin[i]));
        }
        double spare = waited;
        if (pauseBefore > 0) {
            double arrives = begin[pauseBefore - 1] + l.seconds(v, nodes[pauseBefore - 1], nodes[pauseBefore]);
            spare += Math.max(0, pauseAt - arrives);
        }
        leaves = begin[0] + Math.max(0, Math.min(room, spare));
    }

    /** After {@link #with}: how many nodes the sequence has, start and end included. */
    int count() {
        return count;
    }

    int node(int at) {
        return nodes[at];
    }

    /** Leaves {@code leaves}, {@code back}, {@code late} and the pause of a round as it stands; false where it doesn't hold. */
    boolean measure(Routes routes, int v) {
        gather(routes, v, -1, -1, -1, -1);
        return run(v);
    }
}
