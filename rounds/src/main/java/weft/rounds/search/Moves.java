package weft.rounds.search;

/** Small moves that keep every job on board: swapping two jobs of neighbouring rounds, and swapping the tails of two rounds. */
final class Moves {
    private static final int NEAR = 24;
    private final Layout layout;
    private final Routes routes;
    private final Mix mix;
    private final Spots spots;

    Moves(Layout layout, Routes routes, Mix mix) {
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
        spots = new Spots(layout, routes, mix);
    }

    private int neighbour(int stop) {
        int[] near = layout.near(stop);
        return near[mix.below(Math.min(NEAR, near.length))];
    }

    /** Moves a job chosen by chance to the round of a stop near it, where there is room; false where there was none. */
    boolean relocate() {
        int stop = mix.below(layout.stops);
        int job = layout.job[stop];
        int v = routes.driver[stop];
        int w = routes.driver[neighbour(stop)];
        if (v < 0 || w < 0 || v == w || spots.best(job, w, Double.POSITIVE_INFINITY) == Double.POSITIVE_INFINITY) {
            return false;
        }
        int pick = spots.behindPick;
        int drop = spots.behindDrop;
        routes.unlink(job);
        routes.refresh(v);
        routes.link(job, pick, drop);
        routes.refresh(w);
        return true;
    }

    /** Swaps a job chosen by chance with one near it in another round, each at its cheapest place; false where one had no room. */
    boolean swap() {
        int stop = mix.below(layout.stops);
        int near = neighbour(stop);
        return routes.driver[stop] >= 0 && routes.driver[near] >= 0 && swap(layout.job[stop], layout.job[near]);
    }

    /** Swaps two jobs; false, and nothing changed, where they are of one round or one has no room. */
    boolean swap(int job, int other) {
        int v = routes.driverOf(job);
        int w = routes.driverOf(other);
        if (v == w) {
            return false;
        }
        int p1 = behind(layout.pick[job]);
        int d1 = behind(layout.drop[job]);
        int p2 = behind(layout.pick[other]);
        int d2 = behind(layout.drop[other]);
        routes.unlink(job);
        routes.refresh(v);
        if (spots.best(other, v, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
            int pick = spots.behindPick;
            int drop = spots.behindDrop;
            routes.unlink(other);
            routes.refresh(w);
            if (spots.best(job, w, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
                routes.link(job, spots.behindPick, spots.behindDrop);
                routes.refresh(w);
                routes.link(other, pick, drop);
                routes.refresh(v);
                return true;
            }
            routes.link(other, p2, d2);
            routes.refresh(w);
        }
        routes.link(job, p1, d1);
        routes.refresh(v);
        return false;
    }

    private int behind(int stop) {
        return stop < 0 ? -1 : routes.prev[stop];
    }

    /** Lets a stop be followed by one near it of another round, the two rounds swapping what follows; false where that can't be. */
    boolean tails() {
        int a = mix.below(layout.stops);
        int b = neighbour(a);
        int v = routes.driver[a];
        int w = routes.driver[b];
        if (v < 0 || w < 0 || v == w || layout.kind[v] != layout.kind[w] || !layout.plain[v]) {
            return false;
        }
        int a2 = routes.next[a];
        int b0 = routes.prev[b];
        if (routes.begin[a] + layout.seconds(v, a, b) > routes.latest[b]
                || routes.begin[b0] + layout.seconds(v, b0, a2) > routes.latest[a2]
                || splits(a, v)
                || splits(b0, w)) {
            return false;
        }
        int tailV = routes.size[v] - routes.position[a];
        int headW = routes.position[b] - 1;
        int sizeW = routes.size[w];
        join(a, b, w, v);
        join(b0, a2, v, w);
        routes.resize(v, routes.size[v] - tailV + sizeW - headW);
        routes.resize(w, headW + tailV);
        routes.refresh(v);
        routes.refresh(w);
        return fits(v) && fits(w);
    }

    /** True where a job's pick is up to the node and its drop behind it. */
    private boolean splits(int node, int v) {
        int open = 0;
        int start = layout.start(v);
        for (int i = node; i != start; i = routes.prev[i]) {
            int r = layout.job[i];
            if (layout.pick[r] >= 0 && layout.drop[r] >= 0) {
                open += layout.pick[r] == i ? 1 : -1;
            }
        }
        return open != 0;
    }

    private void join(int head, int tail, int from, int to) {
        int endFrom = layout.end(from);
        int endTo = layout.end(to);
        if (tail == endFrom) {
            routes.next[head] = endTo;
            routes.prev[endTo] = head;
            return;
        }
        routes.next[head] = tail;
        routes.prev[tail] = head;
        int i = tail;
        while (true) {
            routes.driver[i] = to;
            int next = routes.next[i];
            if (next == endFrom || next == endTo) {
                break;
            }
            i = next;
        }
        routes.next[i] = endTo;
        routes.prev[endTo] = i;
    }

    private boolean fits(int v) {
        int m = layout.measures;
        int end = layout.end(v);
        for (int k = 0; k < m; k++) {
            if (routes.before[end * m + k] > routes.room[v * m + k]) {
                return false;
            }
        }
        return true;
    }
}
