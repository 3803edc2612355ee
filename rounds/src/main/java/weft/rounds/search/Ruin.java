package weft.rounds.search;

/** Takes jobs out of a plan: strings of neighbouring stops (Christiaens and Vanden Berghe 2020), and smaller neighbourhoods. */
final class Ruin {
    private static final int LONGEST_STRING = 10;
    private final Layout layout;
    private final Routes routes;
    private final Mix mix;
    private final boolean[] touched;
    private final int[] touchedList;
    private int touchedCount;
    private final int[] taken;
    private int takenCount;

    Ruin(Layout layout, Routes routes, Mix mix) {
        this.layout = layout;
        this.routes = routes;
        this.mix = mix;
        touched = new boolean[layout.drivers];
        touchedList = new int[layout.drivers];
        taken = new int[layout.jobs];
    }

    /** Takes out strings of stops in rounds near a stop chosen by chance. */
    void strings(double meanRemoved) {
        begin();
        int stops = layout.stops - countAbsentStops();
        if (stops == 0) {
            return;
        }
        double mean = (double) stops / Math.max(1, routes.used);
        double longest = Math.min(Math.min(LONGEST_STRING, meanRemoved), mean);
        double most = 4 * meanRemoved / (1 + longest) - 1;
        int strings = (int) (mix.unit() * most + 1);
        int seed = mix.below(layout.stops);
        for (int stop : layout.near(seed)) {
            int v = routes.driver[stop];
            if (v < 0 || touched[v]) {
                continue;
            }
            double limit = Math.min(routes.size[v], longest);
            int length = (int) (mix.unit() * limit + 1);
            string(stop, v, length);
            if (touchedCount >= strings) {
                break;
            }
        }
        finish();
    }

    private int countAbsentStops() {
        int count = 0;
        for (int i = 0; i < routes.absentCount; i++) {
            int r = routes.absent[i];
            count += (layout.pick[r] >= 0 ? 1 : 0) + (layout.drop[r] >= 0 ? 1 : 0);
        }
        return count;
    }

    private void string(int stop, int v, int length) {
        touch(v);
        int size = routes.size[v];
        int kept = 0;
        if (length > 1 && length < size && mix.below(2) == 0) {
            while (length + kept < size && mix.unit() > 0.01) {
                kept++;
            }
            kept = Math.min(kept, size - length);
            // The paper stretches the kept part by chance; a long one says nothing, so it is halved by chance.
            kept = kept == 0 ? 0 : 1 + mix.below(kept);
        }
        int span = length + kept;
        int place = routes.position[stop];
        int first = Math.max(1, place - span + 1);
        int last = Math.min(place, size - span + 1);
        int from = first + mix.below(last - first + 1);
        int keptFrom = kept == 0 ? Integer.MAX_VALUE : from + 1 + mix.below(length);
        int node = layout.start(v);
        for (int i = 0; i < from; i++) {
            node = routes.next[node];
        }
        for (int i = from; i < from + span; i++) {
            if (i < keptFrom || i >= keptFrom + kept) {
                mark(layout.job[node]);
            }
            node = routes.next[node];
        }
    }

    /** Takes out jobs chosen by chance. */
    void random(int count) {
        begin();
        for (int i = 0; i < count; i++) {
            mark(mix.below(layout.jobs));
        }
        finish();
    }

    /** Takes out a whole round, a small one rather than a large one. */
    void round() {
        begin();
        int best = -1;
        for (int tries = 0; tries < 3; tries++) {
            int v = driver();
            if (v >= 0 && (best < 0 || routes.size[v] < routes.size[best])) {
                best = v;
            }
        }
        if (best >= 0) {
            for (int i = routes.next[layout.start(best)]; i < layout.stops; i = routes.next[i]) {
                mark(layout.job[i]);
            }
        }
        finish();
    }

    private int driver() {
        int r = mix.below(layout.jobs);
        return routes.driverOf(r);
    }

    /** Takes out jobs that are near in way and in time, and alike in load, to one chosen by chance (Shaw 1998). */
    void related(int count) {
        begin();
        int seed = mix.below(layout.stops);
        int[] near = layout.near(seed);
        double moment = when(seed);
        int found = 0;
        mark(layout.job[seed]);
        for (int i = 0; i < near.length && found < count; i++) {
            int stop = near[i];
            double apart = Math.abs(when(stop) - moment);
            if (mix.unit() < 1 / (1 + apart / 30)) {
                mark(layout.job[stop]);
                found++;
            }
        }
        finish();
    }

    /** Gives a driver a round in place of their own; what that leaves without a round is absent. */
    void replace(int v, int[] round) {
        begin();
        touch(v);
        for (int i = routes.next[layout.start(v)]; i < layout.stops; i = routes.next[i]) {
            mark(layout.job[i]);
        }
        for (int stop : round) {
            mark(layout.job[stop]);
        }
        finish();
        int behind = layout.start(v);
        for (int stop : round) {
            routes.linkStop(stop, behind);
            behind = stop;
        }
        for (int stop : round) {
            routes.dropAbsentJob(layout.job[stop]);
        }
        routes.refresh(v);
    }

    private double when(int stop) {
        return routes.driver[stop] >= 0 ? routes.begin[stop] : layout.ready[stop];
    }

    /** Takes out the jobs whose leaving shortens the way most, with some chance. */
    void worst(int count) {
        begin();
        for (int i = 0; i < count; i++) {
            int most = -1;
            double gain = -1;
            for (int tries = 0; tries < 8; tries++) {
                int r = mix.below(layout.jobs);
                if (routes.on(r) && gain(r) > gain) {
                    gain = gain(r);
                    most = r;
                }
            }
            if (most >= 0) {
                mark(most);
            }
        }
        finish();
    }

    private double gain(int job) {
        double gain = 0;
        if (layout.pick[job] >= 0) {
            gain += gainOf(layout.pick[job]);
        }
        if (layout.drop[job] >= 0) {
            gain += gainOf(layout.drop[job]);
        }
        return gain;
    }

    private double gainOf(int stop) {
        int v = routes.driver[stop];
        int before = routes.prev[stop];
        return routes.hop[before] + routes.hop[stop] - layout.cost[v][layout.row[before] * layout.width + layout.row[routes.next[stop]]];
    }

    private void begin() {
        takenCount = 0;
        for (int i = 0; i < touchedCount; i++) {
            touched[touchedList[i]] = false;
        }
        touchedCount = 0;
    }

    private void touch(int v) {
        if (!touched[v]) {
            touched[v] = true;
            touchedList[touchedCount++] = v;
        }
    }

    /** Notes a job for leaving; its round is touched. */
    private void mark(int job) {
        int v = routes.driverOf(job);
        if (v < 0) {
            return;
        }
        for (int i = 0; i < takenCount; i++) {
            if (taken[i] == job) {
                return;
            }
        }
        touch(v);
        taken[takenCount++] = job;
    }

    private void finish() {
        for (int i = 0; i < takenCount; i++) {
            routes.unlink(taken[i]);
            routes.addAbsent(taken[i]);
        }
        for (int i = 0; i < touchedCount; i++) {
            routes.refresh(touchedList[i]);
        }
    }
}
