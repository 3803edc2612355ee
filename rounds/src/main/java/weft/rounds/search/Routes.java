package weft.rounds.search;

import java.util.Arrays;

/**
 * A plan in the making: linked stops for each driver, with what makes checks of an insertion constant in time.
 *
 * <p>{@code begin} is the earliest moment at which the work at a node can begin, {@code latest} the last moment at which it may begin
 * so that everything after it stays in its window (forward slack, Savelsbergh 1992; both without the pause). {@code before} and
 * {@code after} are the most that is on board up to and from a node on: a load that comes on board at the start has to fit the
 * first, one that stays to the end the second.
 */
final class Routes {
    /** What a second of lateness costs in seconds on the road: enough that no detour is worth it. */
    static final double LATE = 1e4;

    final Layout layout;
    final int[] next;
    final int[] prev;
    /** By node: its driver, or -1 for a stop that is not on a round. */
    final int[] driver;
    final int[] position;
    final double[] begin;
    /** By node: when the work there is done at the earliest. */
    final double[] leave;
    /** By node: what the leg to the next one costs. */
    final double[] hop;
    final double[] latest;
    /** On a day: how long rounds are, and would be. */
    final Spans spans;

    final double[] aboard;
    final double[] before;
    final double[] after;
    final double[] charge;
    final int[] size;
    /** By driver: a number that no other state of any round has. */
    final long[] version;
    private long versions;
    /** By driver and measure: the capacity, or more where the search may overload for a while. */
    final double[] room;
    /** By driver: how much is on board above the capacity, all measures together. */
    final double[] over;
    double overload;
    /** Jobs on no round. */
    final int[] absent;

    int absentCount;
    int used;
    /** Drivers whose rounds may differ from those of the plan last copied from or to by {@link #follow}. */
    private final int[] dirty;

    private final boolean[] isDirty;
    private int dirtyCount;
    /** Of all rounds, without what sending drivers out costs. */
    double spent;
    /** Of all that is left over: sums of whole numbers, so that nothing is lost to rounding beside them. */
    double left;

    private final Walk walk;

    Routes(Layout layout) {
        this.layout = layout;
        int n = layout.nodes;
        next = new int[n];
        prev = new int[n];
        driver = new int[n];
        position = new int[n];
        begin = new double[n];
        leave = new double[n];
        hop = new double[n];
        latest = new double[n];
        spans = new Spans(layout, this);
        aboard = new double[n * layout.measures];
        before = new double[n * layout.measures];
        after = new double[n * layout.measures];
        charge = new double[layout.drivers];
        size = new int[layout.drivers];
        version = new long[layout.drivers];
        room = layout.capacity.clone();
        over = new double[layout.drivers];
        absent = new int[layout.jobs];
        dirty = new int[layout.drivers];
        isDirty = new boolean[layout.drivers];
        walk = new Walk(layout);
        clear();
    }

    void clear() {
        Arrays.fill(driver, -1);
        spent = 0;
        left = 0;
        used = 0;
        absentCount = 0;
        for (int r = 0; r < layout.jobs; r++) {
            absent[absentCount++] = r;
            left += layout.leaving[r];
        }
        for (int v = 0; v < layout.drivers; v++) {
            size[v] = 0;
            charge[v] = 0;
            next[layout.start(v)] = layout.end(v);
            prev[layout.end(v)] = layout.start(v);
            driver[layout.start(v)] = v;
            driver[layout.end(v)] = v;
            refresh(v);
        }
    }

    void copyFrom(Routes other) {
        int n = next.length;
        System.arraycopy(other.next, 0, next, 0, n);
        System.arraycopy(other.prev, 0, prev, 0, n);
        System.arraycopy(other.driver, 0, driver, 0, n);
        System.arraycopy(other.position, 0, position, 0, n);
        System.arraycopy(other.begin, 0, begin, 0, n);
        System.arraycopy(other.leave, 0, leave, 0, n);
        System.arraycopy(other.hop, 0, hop, 0, n);
        spans.copyFrom(other.spans);
        System.arraycopy(other.latest, 0, latest, 0, n);
        System.arraycopy(other.aboard, 0, aboard, 0, aboard.length);
        System.arraycopy(other.before, 0, before, 0, before.length);
        System.arraycopy(other.after, 0, after, 0, after.length);
        System.arraycopy(other.charge, 0, charge, 0, charge.length);
        System.arraycopy(other.size, 0, size, 0, size.length);
        System.arraycopy(other.version, 0, version, 0, version.length);
        versions = Math.max(versions, other.versions);
        System.arraycopy(other.over, 0, over, 0, over.length);
        overload = other.overload;
        System.arraycopy(other.absent, 0, absent, 0, other.absentCount);
        absentCount = other.absentCount;
        used = other.used;
        spent = other.spent;
        left = other.left;
    }

    /**
     * Makes this plan the other's equal by copying only the rounds that changed in either since the two were last equal.
     *
     * @param changed the one of the two that was changed since
     */
    void follow(Routes other, Routes changed) {
        for (int d = 0; d < changed.dirtyCount; d++) {
            int v = changed.dirty[d];
            copyRound(other, v);
            changed.isDirty[v] = false;
        }
        changed.dirtyCount = 0;
        for (int i = 0; i < other.absentCount; i++) {
            int r = other.absent[i];
            absent[i] = r;
            if (layout.pick[r] >= 0) {
                driver[layout.pick[r]] = -1;
            }
            if (layout.drop[r] >= 0) {
                driver[layout.drop[r]] = -1;
            }
        }
        absentCount = other.absentCount;
        overload = other.overload;
        used = other.used;
        spent = other.spent;
        left = other.left;
        versions = Math.max(versions, other.versions);
    }

    private void copyRound(Routes other, int v) {
        int m = layout.measures;
        int end = layout.end(v);
        for (int i = layout.start(v); ; i = other.next[i]) {
            driver[i] = v;
            next[i] = other.next[i];
            prev[i] = other.prev[i];
            position[i] = other.position[i];
            begin[i] = other.begin[i];
            leave[i] = other.leave[i];
            hop[i] = other.hop[i];
            latest[i] = other.latest[i];
            for (int k = i * m; k < i * m + m; k++) {
                aboard[k] = other.aboard[k];
                before[k] = other.before[k];
                after[k] = other.after[k];
            }
            if (i == end) {
                break;
            }
        }
        charge[v] = other.charge[v];
        spans.copyRound(other.spans, v);
        size[v] = other.size[v];
        version[v] = other.version[v];
        over[v] = other.over[v];
    }

    private void soil(int v) {
        if (!isDirty[v]) {
            isDirty[v] = true;
            dirty[dirtyCount++] = v;
        }
    }

    /** Says that this plan is equal to another all over, so that {@link #follow} has nothing to copy yet. */
    void clean() {
        for (int d = 0; d < dirtyCount; d++) {
            isDirty[dirty[d]] = false;
        }
        dirtyCount = 0;
    }

    /** What the plan costs, all together. */
    double total() {
        return spent + used * layout.sending + left;
    }

    /** Says that what is remembered about these rounds elsewhere is about others. */
    void renew() {
        for (int v = 0; v < layout.drivers; v++) {
            version[v] = ++versions;
        }
    }

    boolean on(int job) {
        int stop = layout.pick[job] >= 0 ? layout.pick[job] : layout.drop[job];
        return driver[stop] >= 0;
    }

    int driverOf(int job) {
        return driver[layout.pick[job] >= 0 ? layout.pick[job] : layout.drop[job]];
    }

    /** Takes a job's stops out of their round; the caller refreshes the round and lists the job as absent. */
    void unlink(int job) {
        int p = layout.pick[job];
        int d = layout.drop[job];
        if (p >= 0) {
            unlinkStop(p);
        }
        if (d >= 0) {
            unlinkStop(d);
        }
    }

    private void unlinkStop(int stop) {
        int a = prev[stop];
        int b = next[stop];
        next[a] = b;
        prev[b] = a;
        if (--size[driver[stop]] == 0) {
            used--;
        }
        driver[stop] = -1;
    }

    /** Puts a stop behind a node; the caller refreshes the round. */
    void linkStop(int stop, int behind) {
        int b = next[behind];
        next[behind] = stop;
        prev[stop] = behind;
        next[stop] = b;
        prev[b] = stop;
        int v = driver[behind];
        driver[stop] = v;
        if (size[v]++ == 0) {
            used++;
        }
    }

    /** Says how many stops a round has that the caller linked itself. */
    void resize(int v, int stops) {
        used += (stops > 0 ? 1 : 0) - (size[v] > 0 ? 1 : 0);
        size[v] = stops;
    }

    /** Puts a job in behind the given nodes; {@code behindDrop} may be the job's own pick. */
    void link(int job, int behindPick, int behindDrop) {
        int p = layout.pick[job];
        int d = layout.drop[job];
        if (p >= 0) {
            linkStop(p, behindPick);
        }
        if (d >= 0) {
            linkStop(d, behindDrop);
        }
    }

    void addAbsent(int job) {
        absent[absentCount++] = job;
        left += layout.leaving[job];
    }

    void dropAbsent(int at) {
        left -= layout.leaving[absent[at]];
        absent[at] = absent[--absentCount];
    }

    void dropAbsentJob(int job) {
        for (int i = 0; i < absentCount; i++) {
            if (absent[i] == job) {
                dropAbsent(i);
                return;
            }
        }
    }

    /** Recomputes everything about a driver's round after its links changed; in time linear in its stops. */
    void refresh(int v) {
        Layout l = layout;
        version[v] = ++versions;
        soil(v);
        double[] time = l.way[v];
        double[] cost = l.cost[v];
        int width = l.width;
        int start = l.start(v);
        int end = l.end(v);
        begin[start] = l.ready[start];
        leave[start] = begin[start];
        position[start] = 0;
        double way = 0;
        double waiting = 0;
        int at = start;
        int place = 0;
        double now = begin[start];
        while (at != end) {
            int to = next[at];
            int leg = l.row[at] * width + l.row[to];
            now += time[leg];
            hop[at] = cost[leg];
            way += cost[leg];
            if (now < l.ready[to]) {
                waiting += l.ready[to] - now;
                now = l.ready[to];
            }
            begin[to] = now;
            now += l.service[to];
            leave[to] = now;
            position[to] = ++place;
            at = to;
        }
        latest[end] = l.due[end];
        for (int i = end; i != start; ) {
            int from = prev[i];
            latest[from] = Math.min(l.due[from], latest[i] - time[l.row[from] * width + l.row[i]] - l.service[from]);
            i = from;
        }
        if (!l.benchmark) {
            spans.refresh(v, way);
        }
        if (l.measures == 1) {
            loadsOfOne(start, end);
        } else {
            loads(start, end);
        }
        weigh(v, end);
        charge(v, way, waiting);
    }

    /** What a second more on a round costs: more on a long one, where rounds are to be similar. */
    double weight(int v) {
        return layout.similar > 0 ? 1 + layout.similar * charge[v] / 7_200 : 1;
    }

    private void weigh(int v, int end) {
        double sum = 0;
        for (int k = 0; k < layout.measures; k++) {
            sum += Math.max(0, before[end * layout.measures + k] - layout.capacity[v * layout.measures + k]);
        }
        overload += sum - over[v];
        over[v] = sum;
    }

    /** By how much a job brought from the start, or to the end, would overload a round more. */
    double overloadBy(int job, int v) {
        if (layout.measures == 1) {
            return Math.max(0, before[layout.end(v)] + layout.load[job] - layout.capacity[v]) - over[v];
        }
        double more = -over[v];
        int at = layout.end(v) * layout.measures;
        for (int k = 0; k < layout.measures; k++) {
            more += Math.max(0, before[at + k] + layout.load[job * layout.measures + k] - layout.capacity[v * layout.measures + k]);
        }
        return more;
    }

    boolean overloaded() {
        for (double one : over) {
            if (one > 0) {
                return true;
            }
        }
        return false;
    }

    private void charge(int v, double way, double waiting) {
        double old = charge[v];
        double fresh = 0;
        if (next[layout.start(v)] != layout.end(v)) {
            fresh = layout.benchmark ? way : walk.charge(this, v, waiting);
        }
        charge[v] = fresh;
        spent += fresh - old;
    }

    private void loadsOfOne(int start, int end) {
        Layout l = layout;
        double now = 0;
        for (int i = next[start]; i != end; i = next[i]) {
            int r = l.job[i];
            if (l.pick[r] < 0) {
                now += l.load[r];
            }
        }
        aboard[start] = now;
        before[start] = now;
        double most = now;
        for (int i = next[start]; i != end; i = next[i]) {
            int r = l.job[i];
            now += l.pick[r] == i ? l.load[r] : -l.load[r];
            aboard[i] = now;
            most = Math.max(most, now);
            before[i] = most;
        }
        aboard[end] = now;
        before[end] = most;
        most = now;
        for (int i = end; i != start; i = prev[i]) {
            most = Math.max(most, aboard[i]);
            after[i] = most;
        }
        after[start] = Math.max(most, aboard[start]);
    }

    private void loads(int start, int end) {
        Layout l = layout;
        int m = l.measures;
        for (int k = 0; k < m; k++) {
            double now = 0;
            for (int i = next[start]; i != end; i = next[i]) {
                int r = l.job[i];
                if (l.pick[r] < 0) {
                    now += l.load[r * m + k];
                }
            }
            aboard[start * m + k] = now;
            before[start * m + k] = now;
            double most = now;
            for (int i = next[start]; i != end; i = next[i]) {
                int r = l.job[i];
                now += l.pick[r] == i ? l.load[r * m + k] : -l.load[r * m + k];
                aboard[i * m + k] = now;
                most = Math.max(most, now);
                before[i * m + k] = most;
            }
            aboard[end * m + k] = now;
            before[end * m + k] = most;
            most = now;
            for (int i = end; i != start; i = prev[i]) {
                most = Math.max(most, aboard[i * m + k]);
                after[i * m + k] = most;
            }
            after[start * m + k] = Math.max(most, aboard[start * m + k]);
        }
    }

    /** The walk that judges a round with a pause, an order or lateness; null answers are {@link Layout#NEVER}. */
    Walk walk() {
        return walk;
    }
}
