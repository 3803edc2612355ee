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
    /** Whether insertions are judged by how much longer the round gets; the way alone is then a bound, once this is added to it. */
    private boolean timed;

    private double plus;
    /** By leg of the round looked at: the least that the drop costs there or later. */
    private final double[] least;
    /** By leg of the round looked at: the node before it, when a pick on it is done, and what the pick costs. */
    private final int[] nodes;

    private final double[] begins;
    private final double[] picks;
    /** Out of 2^32: how many places are overlooked on purpose. */
    private long blink;

    Spots(Layout layout, Routes routes, Mix mix) {
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
        least = new double[layout.stops + 3];
        nodes = new int[layout.stops + 3];
        begins = new double[layout.stops + 3];
        picks = new double[layout.stops + 3];
    }

    void blink(double share) {
        blink = (long) (share * 4294967296.0);
    }

    private boolean overlooks() {
        return blink > 0 && (mix.next() >>> 32) < blink;
    }

    /**
     * The least that putting the job into the round costs, or {@code limit} where nothing below it is found: more way, and on a day how much
     * longer the round gets.
     */
    double best(int job, int v, double limit) {
        Layout l = layout;
        if (!l.allowed[job * l.drivers + v]) {
            return limit;
        }
        int pick = l.pick[job];
        int drop = l.drop[job];
        timed = !l.benchmark && l.plain[v];
        plus = 0;
        if (!l.benchmark) {
            plus = (pick >= 0 ? l.service[pick] : 0) + (drop >= 0 ? l.service[drop] : 0) - (timed ? routes.spans.idle(v) : 0);
        }
        double below = limit - plus;
        double found = pick < 0 ? single(job, v, drop, true, below) : drop < 0 ? single(job, v, pick, false, below) : pair(job, v, below);
        return found < below ? found + plus : limit;
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
        int base = l.row[stop] * l.width;
        double[] wayTo = l.wayTo[v];
        double[] way = l.way[v];
        double[] costTo = l.costTo[v];
        double[] cost = l.cost[v];
        double service = l.service[stop];
        double ready = l.ready[stop];
        double due = l.due[stop];
        double best = limit;
        int[] next = routes.next;
        int i = l.start(v);
        // What fits with the most that is ever on board fits everywhere.
        boolean tight = !fits(routes.before, end, job, v);
        int from = base + l.row[i];
        for (int to; i != end; i = to) {
            to = next[i];
            int there = base + l.row[to];
            double at = routes.leave[i] + wayTo[from];
            if (at > due || (tight && delivery && !fits(routes.before, i, job, v))) {
                break;
            }
            double more = costTo[from] + cost[there] - routes.hop[i];
            from = there;
            if (more >= best || Math.max(at, ready) + service + way[there] > routes.latest[to]
                    || (tight && !delivery && !fits(routes.after, i, job, v)) || overlooks()) {
                continue;
            }
            if (timed) {
                more = routes.spans.longer(v, job, i, i) - plus;
            } else if (!l.plain[v]) {
                more = walked(v, more, delivery ? -1 : stop, i, delivery ? stop : -1, i);
            }
            if (more >= best) {
                continue;
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
        return layout.anyLate ? Math.max(more, charge - routes.charge[v] - plus) : more;
    }

    /**
     * The least over all places of a pick and a drop. What the drop alone would cost from each leg of the round on bounds what a place of
     * the pick can come to, so that few places of the pick are followed by a look at all places of the drop.
     */
    private double pair(int job, int v, double limit) {
        Layout l = layout;
        int pick = l.pick[job];
        int end = l.end(v);
        int base = l.row[pick] * l.width;
        double[] wayTo = l.wayTo[v];
        double[] costTo = l.costTo[v];
        double[] cost = l.cost[v];
        double ready = l.ready[pick];
        double due = l.due[pick];
        double best = limit;
        int here = base + l.row[pick];
        int i = l.start(v);
        int legs = 0;
        int from = base + l.row[i];
        int likely = -1;
        boolean any = false;
        double low = best;
        for (int to; i != end; i = to) {
            to = routes.next[i];
            int there = base + l.row[to];
            double at = routes.leave[i] + wayTo[from];
            if (at > due) {
                break;
            }
            double more = costTo[from] + cost[there] - routes.hop[i];
            from = there;
            // Before another stop of the same place is no better than behind it.
            boolean open = more < best && (there != here || to == end || routes.leave[to] > due) && fits(routes.aboard, i, job, v);
            nodes[legs] = i;
            begins[legs] = Math.max(at, ready) + l.service[pick];
            picks[legs++] = open ? more : Double.POSITIVE_INFINITY;
            any |= open;
        }
        if (!any) {
            return best;
        }
        bound(l.drop[job], v);
        for (int leg = 0; leg < legs; leg++) {
            if (picks[leg] + least[leg + 1] < low) {
                low = picks[leg] + least[leg + 1];
                likely = leg;
            }
        }
        if (likely >= 0) {
            best = drops(job, v, nodes[likely], begins[likely], picks[likely], likely + 1, best);
        }
        for (int leg = 0; leg < legs; leg++) {
            if (picks[leg] >= best) {
                continue;
            }
            best = next(job, v, nodes[leg], begins[leg], costTo[base + l.row[nodes[leg]]], best);
            if (leg != likely && picks[leg] + least[leg + 1] < best) {
                best = drops(job, v, nodes[leg], begins[leg], picks[leg], leg + 1, best);
            }
        }
        return best;
    }

    /** Notes, for each leg of a round, the least that a drop there or later would cost if there were no pick. */
    private void bound(int drop, int v) {
        Layout l = layout;
        int end = l.end(v);
        int base = l.row[drop] * l.width;
        double[] wayTo = l.wayTo[v];
        double[] way = l.way[v];
        double[] costTo = l.costTo[v];
        double[] cost = l.cost[v];
        double service = l.service[drop];
        double ready = l.ready[drop];
        double due = l.due[drop];
        int legs = 0;
        int i = l.start(v);
        int from = base + l.row[i];
        for (int to; i != end; i = to) {
            to = routes.next[i];
            int there = base + l.row[to];
            double at = routes.leave[i] + wayTo[from];
            // A pick before it makes everything later, so what is too late without one stays too late.
            if (at > due) {
                break;
            }
            boolean late = Math.max(at, ready) + service + way[there] > routes.latest[to];
            least[legs++] = late ? Double.POSITIVE_INFINITY : costTo[from] + cost[there] - routes.hop[i];
            from = there;
        }
        // Sums in another order differ in their last digits: the bound is kept a little below.
        double sofar = Double.POSITIVE_INFINITY;
        for (int k = legs - 1; k >= 0; k--) {
            sofar = Math.min(sofar, least[k] - 1e-7);
            least[k] = sofar;
        }
        java.util.Arrays.fill(least, legs, routes.size[v] + 2, Double.POSITIVE_INFINITY);
    }

    /** The drop right behind the pick, which goes behind {@code i} at the cost {@code go} of the leg there, and is done at {@code now}. */
    private double next(int job, int v, int i, double now, double go, double best) {
        Layout l = layout;
        int drop = l.drop[job];
        int base = l.row[drop] * l.width;
        int rowP = l.row[l.pick[job]];
        int to = routes.next[i];
        int there = base + l.row[to];
        double cash = go + l.costTo[v][base + rowP] + l.cost[v][there] - routes.hop[i];
        double at = Math.max(l.ready[drop], now + l.wayTo[v][base + rowP]);
        if (cash >= best || at > l.due[drop] || at + l.service[drop] + l.way[v][there] > routes.latest[to]) {
            return best;
        }
        return take(v, cash, best, l.pick[job], i, drop, l.pick[job]);
    }

    /** The best place of the drop on the legs from {@code leg} on, with the pick behind {@code i} done at {@code now}. */
    private double drops(int job, int v, int i, double now, double more, int leg, double limit) {
        Layout l = layout;
        double[] way = l.way[v];
        double[] wayTo = l.wayTo[v];
        double[] cost = l.cost[v];
        double[] costTo = l.costTo[v];
        double[] latest = routes.latest;
        int width = l.width;
        int pick = l.pick[job];
        int drop = l.drop[job];
        int base = l.row[drop] * width;
        double due = l.due[drop];
        double ready = l.ready[drop];
        double service = l.service[drop];
        double best = limit;
        int end = l.end(v);
        int j = routes.next[i];
        double arrives = now + way[l.row[pick] * width + l.row[j]];
        for (; j != end; leg++) {
            double begins = Math.max(l.ready[j], arrives);
            if (begins > latest[j] || begins > due || !fits(routes.aboard, j, job, v) || more + least[leg] >= best) {
                break;
            }
            double leaves = begins + l.service[j];
            int from = base + l.row[j];
            int k = routes.next[j];
            int there = base + l.row[k];
            double all = more + costTo[from] + cost[there] - routes.hop[j];
            if (all < best) {
                double at = Math.max(ready, leaves + wayTo[from]);
                if (at <= due && at + service + way[there] <= latest[k]) {
                    best = take(v, all, best, pick, i, drop, j);
                }
            }
            arrives = leaves + way[l.row[j] * width + l.row[k]];
            j = k;
        }
        return best;
    }

    private double take(int v, double more, double best, int pick, int behind, int drop, int behindLast) {
        if (more >= best || overlooks()) {
            return best;
        }
        double all = timed ? routes.spans.longer(v, layout.job[pick], behind, behindLast) - plus
                : layout.plain[v] ? more : walked(v, more, pick, behind, drop, behindLast);
        if (all >= best) {
            return best;
        }
        behindPick = behind;
        behindDrop = behindLast;
        return all;
    }
}
