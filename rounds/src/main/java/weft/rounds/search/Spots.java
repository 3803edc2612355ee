package weft.rounds.search;

/**
 * Finds where a job goes in a round.
 *
 * <p>Each place is checked in constant time (a drop's places are walked along while the pick's delay is carried); only rounds with a
 * pause, an order or lateness are walked whole, and only where the place would be the best so far.
 */
final class Spots {
    /** The nodes behind which the job's stops go; {@code behindDrop} may be the pick itself. */
    int behindPick;

    int behindDrop;
    private final Layout layout;
    private final Routes routes;
    private final Mix mix;
    /** Out of 2^32: how many places are overlooked on purpose. */
    private long blink;

    Spots(Layout layout, Routes routes, Mix mix) {
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
    }

    void blink(double share) {
        blink = (long) (share * 4294967296.0);
    }

    private boolean overlooks() {
        return blink > 0 && (mix.next() >>> 32) < blink;
    }

    /** The least that putting the job into the round costs, or {@code limit} where nothing below it is found. */
    double best(int job, int v, double limit) {
        if (!layout.allowed[job * layout.drivers + v]) {
            return limit;
        }
        if (layout.pick[job] < 0) {
            return single(job, v, layout.drop[job], true, limit);
        }
        if (layout.drop[job] < 0) {
            return single(job, v, layout.pick[job], false, limit);
        }
        return pair(job, v, limit);
    }

    private boolean fits(double[] most, int node, int job, int v) {
        int m = layout.measures;
        if (m == 1) {
            return most[node] + layout.load[job] <= routes.room[v];
        }
        for (int k = 0; k < m; k++) {
            if (most[node * m + k] + layout.load[job * m + k] > routes.room[v * m + k]) {
                return false;
            }
        }
        return true;
    }

    private double single(int job, int v, int stop, boolean delivery, double limit) {
        Layout l = layout;
        int end = l.end(v);
        double[] time = l.time[v];
        double[] cost = l.cost[v];
        int width = l.width;
        int row = l.row[stop];
        double ready = l.ready[stop];
        double due = l.due[stop];
        double best = limit;
        int[] next = routes.next;
        int i = l.start(v);
        int rowI = l.row[i];
        for (int to; i != end; i = to, rowI = l.row[to]) {
            to = next[i];
            if (routes.begin[i] > due) {
                break;
            }
            int rowTo = l.row[to];
            double at = routes.begin[i] + time[rowI * width + row];
            if (at > due || (delivery && !fits(routes.before, i, job, v))) {
                break;
            }
            if (Math.max(at, ready) + time[row * width + rowTo] > routes.latest[to]) {
                continue;
            }
            double more = cost[rowI * width + row] + cost[row * width + rowTo] - cost[rowI * width + rowTo];
            if (more >= best || (!delivery && !fits(routes.after, i, job, v)) || overlooks()) {
                continue;
            }
            if (!l.plain[v]) {
                more = walked(v, more, delivery ? -1 : stop, i, delivery ? stop : -1, i);
                if (more >= best) {
                    continue;
                }
            }
            best = more;
            behindPick = i;
            behindDrop = i;
        }
        return best;
    }

    private double walked(int v, double more, int pick, int behind, int drop, int behindLast) {
        double charge = routes.walk().with(routes, v, pick, behind, drop, behindLast);
        if (charge >= Layout.NEVER) {
            return Double.POSITIVE_INFINITY;
        }
        return layout.anyLate ? Math.max(more, charge - routes.charge[v]) : more;
    }

    private double pair(int job, int v, double limit) {
        Layout l = layout;
        int pick = l.pick[job];
        int end = l.end(v);
        double[] time = l.time[v];
        double[] cost = l.cost[v];
        int width = l.width;
        int row = l.row[pick];
        double ready = l.ready[pick];
        double due = l.due[pick];
        double best = limit;
        int i = l.start(v);
        for (int to; i != end; i = to) {
            to = routes.next[i];
            if (routes.begin[i] > due) {
                break;
            }
            int rowI = l.row[i] * width;
            double at = routes.begin[i] + time[rowI + row];
            if (at > due) {
                break;
            }
            double more = cost[rowI + row] + cost[row * width + l.row[to]] - cost[rowI + l.row[to]];
            if (more >= best || !fits(routes.aboard, i, job, v)) {
                continue;
            }
            best = drops(job, v, i, Math.max(at, ready), more, best);
        }
        return best;
    }

    /** The best place of the drop, with the pick behind {@code i}, its work beginning at {@code now}. */
    private double drops(int job, int v, int i, double now, double more, double limit) {
        Layout l = layout;
        double[] time = l.time[v];
        double[] cost = l.cost[v];
        double[] latest = routes.latest;
        int width = l.width;
        int pick = l.pick[job];
        int drop = l.drop[job];
        int rowD = l.row[drop];
        int rowP = l.row[pick] * width;
        int to = routes.next[i];
        int rowTo = l.row[to];
        double due = l.due[drop];
        double ready = l.ready[drop];
        double best = limit;
        double at = Math.max(ready, now + time[rowP + rowD]);
        if (at <= due && at + time[rowD * width + rowTo] <= latest[to]) {
            int rowI = l.row[i] * width;
            double cash = cost[rowI + l.row[pick]] + cost[rowP + rowD] + cost[rowD * width + rowTo] - cost[rowI + rowTo];
            best = take(v, cash, best, pick, i, drop, pick);
        }
        int end = l.end(v);
        int from = rowP;
        for (int j = to; j != end; ) {
            rowTo = l.row[j];
            now = Math.max(l.ready[j], now + time[from + rowTo]);
            if (now > latest[j] || now > due || !fits(routes.aboard, j, job, v)) {
                break;
            }
            from = rowTo * width;
            int k = routes.next[j];
            int rowK = l.row[k];
            at = Math.max(ready, now + time[from + rowD]);
            if (at <= due && at + time[rowD * width + rowK] <= latest[k]) {
                double all = more + cost[from + rowD] + cost[rowD * width + rowK] - cost[from + rowK];
                if (all < best) {
                    best = take(v, all, best, pick, i, drop, j);
                }
            }
            j = k;
        }
        return best;
    }

    private double take(int v, double more, double best, int pick, int behind, int drop, int behindLast) {
        if (more >= best || overlooks()) {
            return best;
        }
        double all = layout.plain[v] ? more : walked(v, more, pick, behind, drop, behindLast);
        if (all >= best) {
            return best;
        }
        behindPick = behind;
        behindDrop = behindLast;
        return all;
    }
}
