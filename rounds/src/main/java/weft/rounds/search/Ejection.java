package weft.rounds.search;

import java.util.Arrays;

/**
 * Makes the fleet smaller: takes a round apart and finds room for its jobs elsewhere, throwing out up to a few jobs that were easy to
 * place so far to make room for one that was hard (guided ejection search, Nagata and Bräysy 2009; for pairs, Nagata and Kobayashi 2010).
 */
final class Ejection {
    /** How many moves by chance follow each ejection. */
    private static final int SHAKES = 100;
    /** The time is asked for after so many looks, one less than a power of two. */
    private static final int LOOKS = 63;

    private final Layout layout;
    private final Routes routes;
    private final Routes kept;
    private final Mix mix;
    private final Moves moves;
    private final Spots spots;
    private final long[] hard;
    private final int[] pool;
    private int poolCount;
    private final int[] sequence;
    private final int[] jobsOf;
    private final int[] out = new int[8];
    private final int[] chosen = new int[8];
    private int chosenCount;
    private int chosenDriver;
    private int ties;
    private long least;
    /** How many rounds there were, and after how many more ejections there may be as many again. */
    private int fleet;

    private long patience;
    /** Rounds of a day can be so long that one ejection takes long: the time is looked at within it too. */
    private Clock timer = Clock.NEVER;

    private boolean late;
    private int looks;
    private final int most;

    Ejection(Layout layout, Routes routes, Moves moves, Mix mix) {
        this.moves = moves;
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
        kept = new Routes(layout);
        spots = new Spots(layout, routes, mix);
        hard = new long[layout.jobs];
        pool = new int[layout.jobs];
        sequence = new int[layout.stops];
        jobsOf = new int[layout.stops];
        most = layout.stops > layout.jobs ? 2 : 3;
    }

    /** Tries to do with one driver less until the clock's share passes {@code until}; the plan stays whole either way. */
    boolean one(Clock clock, double until) {
        return place(clock, until, Long.MAX_VALUE);
    }

    /**
     * Makes another plan of a whole one, with no more drivers: takes a round apart, and only after some ejections gives its driver back.
     *
     * @return false, and nothing changed, where the clock's share passed {@code until} first
     */
    boolean stir(Clock clock, double until, long ejections) {
        return place(clock, until, ejections);
    }

    private boolean place(Clock clock, double until, long ejections) {
        timer = clock;
        late = false;
        kept.copyFrom(routes);
        fleet = routes.used;
        patience = ejections;
        Arrays.fill(hard, 1);
        takeApart();
        while (poolCount > 0) {
            clock.step(1);
            if (clock.over() || clock.share() >= until) {
                routes.copyFrom(kept);
                return false;
            }
            int job = pool[--poolCount];
            if (anywhere(job)) {
                continue;
            }
            hard[job]++;
            patience--;
            eject(job);
            if (late) {
                routes.copyFrom(kept);
                return false;
            }
            shake();
        }
        return true;
    }

    private void takeApart() {
        int victim = -1;
        for (int tries = 0; tries < 2; tries++) {
            int v = routes.driverOf(mix.below(layout.jobs));
            if (v >= 0 && (victim < 0 || routes.size[v] < routes.size[victim])) {
                victim = v;
            }
        }
        poolCount = 0;
        for (int i = routes.next[layout.start(victim)]; i < layout.stops; i = routes.next[i]) {
            int r = layout.job[i];
            if (i == layout.pick[r] || layout.pick[r] < 0) {
                pool[poolCount++] = r;
            }
        }
        mix.shuffle(pool, poolCount);
        for (int i = 0; i < poolCount; i++) {
            routes.unlink(pool[i]);
            routes.addAbsent(pool[i]);
        }
        routes.refresh(victim);
    }

    /** Puts a job at a place chosen by chance among the cheapest of each round that has room. */
    private boolean anywhere(int job) {
        int count = 0;
        int at = -1;
        int pick = 0;
        int drop = 0;
        for (int v = 0; v < layout.drivers; v++) {
            if (routes.size[v] == 0 && (patience > 0 || routes.used >= fleet)) {
                continue;
            }
            if (spots.best(job, v, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY && mix.below(++count) == 0) {
                at = v;
                pick = spots.behindPick;
                drop = spots.behindDrop;
            }
        }
        if (at < 0) {
            return false;
        }
        routes.link(job, pick, drop);
        routes.refresh(at);
        routes.dropAbsentJob(job);
        return true;
    }

    /** Makes room by throwing out the jobs that were easiest to place, and puts the job in. */
    private void eject(int job) {
        least = Long.MAX_VALUE;
        ties = 0;
        chosenCount = -1;
        for (int v = 0; v < layout.drivers && !late; v++) {
            if (routes.size[v] > 0 && layout.allowed[job * layout.drivers + v]) {
                tryRound(job, v);
            }
        }
        if (late) {
            return;
        }
        if (chosenCount < 0) {
            pool[poolCount++] = job;
            // Nothing gives room: another job first, this one later.
            int other = mix.below(poolCount);
            pool[poolCount - 1] = pool[other];
            pool[other] = job;
            return;
        }
        for (int i = 0; i < chosenCount; i++) {
            routes.unlink(chosen[i]);
            routes.addAbsent(chosen[i]);
            pool[poolCount++] = chosen[i];
        }
        routes.refresh(chosenDriver);
        double found = spots.best(job, chosenDriver, Double.POSITIVE_INFINITY);
        if (found == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException("the room made for a job is gone");
        }
        routes.link(job, spots.behindPick, spots.behindDrop);
        routes.refresh(chosenDriver);
        routes.dropAbsentJob(job);
    }

    private void tryRound(int job, int v) {
        int count = 0;
        int size = 0;
        for (int i = routes.next[layout.start(v)]; i < layout.stops; i = routes.next[i]) {
            sequence[size++] = i;
            int r = layout.job[i];
            if (i == layout.pick[r] || layout.pick[r] < 0) {
                jobsOf[count++] = r;
            }
        }
        // Easiest first: then a sum that is too large ends the loop.
        for (int i = 1; i < count; i++) {
            int r = jobsOf[i];
            int j = i - 1;
            for (; j >= 0 && hard[jobsOf[j]] > hard[r]; j--) {
                jobsOf[j + 1] = jobsOf[j];
            }
            jobsOf[j + 1] = r;
        }
        deeper(job, v, count, size, 0, 0, 0);
    }

    private void deeper(int job, int v, int count, int size, int from, int depth, long sum) {
        for (int a = from; a < count && !late; a++) {
            late = (++looks & LOOKS) == 0 && timer.passed();
            long all = sum + hard[jobsOf[a]];
            if (all > least) {
                break;
            }
            out[depth] = jobsOf[a];
            routes.unlink(jobsOf[a]);
            routes.refresh(v);
            if (spots.best(job, v, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
                offer(v, depth + 1, all);
            } else if (depth + 1 < most) {
                deeper(job, v, count, size, a + 1, depth + 1, all);
            }
            restore(v, size, depth);
        }
        if (depth == 0) {
            routes.refresh(v);
        }
    }

    private void offer(int v, int count, long sum) {
        if (sum < least) {
            least = sum;
            ties = 0;
        }
        if (mix.below(++ties) == 0) {
            chosenDriver = v;
            chosenCount = count;
            System.arraycopy(out, 0, chosen, 0, count);
        }
    }

    /** Links the round again as it was, without the first {@code depth} jobs thrown out. */
    private void restore(int v, int size, int depth) {
        int behind = layout.start(v);
        int length = 0;
        for (int i = 0; i < size; i++) {
            int stop = sequence[i];
            boolean gone = false;
            for (int k = 0; k < depth; k++) {
                gone |= out[k] == layout.job[stop];
            }
            if (!gone) {
                routes.next[behind] = stop;
                routes.prev[stop] = behind;
                routes.driver[stop] = v;
                behind = stop;
                length++;
            }
        }
        routes.next[behind] = layout.end(v);
        routes.prev[layout.end(v)] = behind;
        routes.resize(v, length);
    }

    /** Moves jobs about by chance, so that the next try meets another plan. */
    private void shake() {
        for (int i = 0; i < SHAKES; i++) {
            int job = mix.below(layout.jobs);
            int v = routes.driverOf(job);
            if (v < 0 || routes.size[v] <= 2) {
                continue;
            }
            int w = routes.driverOf(mix.below(layout.jobs));
            if (w >= 0 && w != v) {
                if (spots.best(job, w, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
                    int pick = spots.behindPick;
                    int drop = spots.behindDrop;
                    routes.unlink(job);
                    routes.refresh(v);
                    routes.link(job, pick, drop);
                    routes.refresh(w);
                } else {
                    int place = mix.below(routes.size[w]);
                    int stop = routes.next[layout.start(w)];
                    for (int k = 0; k < place; k++) {
                        stop = routes.next[stop];
                    }
                    moves.swap(job, layout.job[stop]);
                }
            }
        }
    }
}
