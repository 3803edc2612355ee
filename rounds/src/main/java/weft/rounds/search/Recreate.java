package weft.rounds.search;

/** Puts absent jobs back, each at its cheapest place, in an order chosen by chance; some places are overlooked on purpose. */
final class Recreate {
    /** How many jobs a step tries to put back at most. */
    private static final int MOST = 250;
    /** The time is asked for after so many jobs, one less than a power of two. */
    private static final int LOOKS = 15;

    private final Layout layout;
    private final Routes routes;
    private final Mix mix;
    private final Spots spots;
    private final Cache cache;
    private double blink;
    private double toll;
    private final double[] key;
    private final int[] queue;
    private final boolean[] seenKind;
    private final double[] far;
    private final int[] later;
    private double best;
    private int at;
    private int pick;
    private int drop;
    /** How many drivers may go out. */
    private int fleet;

    Recreate(Layout layout, Routes routes, Mix mix, Cache cache) {
        this.cache = cache;
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
        spots = new Spots(layout, routes, mix);
        key = new double[layout.jobs];
        queue = new int[layout.jobs];
        seenKind = new boolean[layout.drivers];
        later = new int[layout.drivers];
        fleet = layout.drivers;
        far = new double[layout.jobs];
        for (int r = 0; r < layout.jobs; r++) {
            far[r] = far(r);
        }
    }

    private double far(int r) {
        double sum = 0;
        for (int stop : new int[] {layout.pick[r], layout.drop[r]}) {
            if (stop >= 0) {
                sum += layout.metres(layout.start(0), stop);
            }
        }
        return sum;
    }

    /** Says how many drivers may go out. */
    void fleet(int most) {
        fleet = most;
    }

    /** What a unit of load above a round's capacity costs. */
    void toll(double charge) {
        toll = charge;
    }

    /** Puts in what is on no round, until the time is up. */
    void all(Clock clock) {
        blink = 0;
        sort(routes.absentCount);
        int count = routes.absentCount;
        System.arraycopy(routes.absent, 0, queue, 0, count);
        for (int i = 0; i < count && ((i & LOOKS) != 0 || !clock.passed()); i++) {
            insert(queue[i]);
        }
    }

    /**
     * Puts back what can be put back; true where nothing is left over. Where far more is left over than a step takes out, some of it
     * is tried, another part each time.
     */
    boolean run(double blink) {
        this.blink = blink;
        spots.blink(0.2);
        int count = Math.min(routes.absentCount, MOST);
        if (count < routes.absentCount) {
            int[] list = routes.absent;
            for (int i = 0; i < count; i++) {
                int other = i + mix.below(routes.absentCount - i);
                int kept = list[i];
                list[i] = list[other];
                list[other] = kept;
            }
        }
        sort(count);
        System.arraycopy(routes.absent, 0, queue, 0, count);
        for (int i = 0; i < count; i++) {
            insert(queue[i]);
        }
        return routes.absentCount == 0;
    }

    /** Puts a job in at its cheapest place; false where there is none. */
    boolean insert(int job) {
        best = Double.POSITIVE_INFINITY;
        at = -1;
        java.util.Arrays.fill(seenKind, false);
        int open = 0;
        for (int v = 0; v < layout.drivers; v++) {
            if (routes.size[v] == 0) {
                if (routes.used >= fleet || seenKind[layout.kind[v]]) {
                    continue;
                }
                seenKind[layout.kind[v]] = true;
            }
            // Rounds of which the cost is known come first: the others then have to be better than the best of these.
            int found = blink > 0 && mix.unit() < blink ? -2 : cache.find(job, v);
            if (found >= 0) {
                lookUp(job, v, found);
            } else if (found < -1) {
                look(job, v, true);
            } else {
                later[open++] = v;
            }
        }
        for (int i = 0; i < open; i++) {
            look(job, later[i], false);
        }
        if (at < 0) {
            return false;
        }
        routes.link(job, pick, drop);
        routes.refresh(at);
        routes.dropAbsentJob(job);
        return true;
    }

    private double extra(int job, int v) {
        return (routes.size[v] == 0 ? layout.sending : 0) + (toll > 0 ? toll * routes.overloadBy(job, v) : 0);
    }

    /** A round of which the cost is known; what else comes to it is nought or more. */
    private void lookUp(int job, int v, int found) {
        double cost = cache.kept(found);
        if (cost >= best) {
            return;
        }
        double all = cost * routes.weight(v) + extra(job, v);
        if (all < best) {
            cache.take(found);
            best = all;
            at = v;
            pick = cache.behindPick;
            drop = cache.behindDrop;
        }
    }

    private void look(int job, int v, boolean afresh) {
        double extra = extra(job, v);
        double weight = routes.weight(v);
        double limit = (best - extra) / weight;
        double found = afresh ? spots.best(job, v, limit) : cache.ask(job, v, limit);
        if (found < limit) {
            best = found * weight + extra;
            at = v;
            pick = afresh ? spots.behindPick : cache.behindPick;
            drop = afresh ? spots.behindDrop : cache.behindDrop;
        }
    }

    private void sort(int count) {
        int[] list = routes.absent;
        int chosen = mix.below(17);
        for (int i = 0; i < count; i++) {
            int r = list[i];
            key[i] = chosen < 4 ? mix.unit() : key(r, chosen);
        }
        for (int i = 1; i < count; i++) {
            double k = key[i];
            int r = list[i];
            int j = i - 1;
            for (; j >= 0 && key[j] > k; j--) {
                key[j + 1] = key[j];
                list[j + 1] = list[j];
            }
            key[j + 1] = k;
            list[j + 1] = r;
        }
    }

    private double key(int r, int chosen) {
        int stop = layout.drop[r] >= 0 ? layout.drop[r] : layout.pick[r];
        int first = layout.pick[r] >= 0 ? layout.pick[r] : stop;
        if (chosen < 8) {
            return -layout.load[r * layout.measures];
        }
        if (chosen < 10) {
            return -far[r];
        }
        if (chosen < 11) {
            return far[r];
        }
        if (chosen < 13) {
            return layout.due[stop] - layout.ready[first];
        }
        return chosen < 15 ? layout.ready[first] : -layout.due[stop];
    }
}
