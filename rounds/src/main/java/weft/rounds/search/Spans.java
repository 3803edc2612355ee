package weft.rounds.search;

/**
 * On a day: the least time that each beginning and each rest of a round takes, so that what an insertion does to the whole is known in
 * constant time (concatenation of segments: Savelsbergh 1992; Vidal and others 2013). A benchmark has no use for it.
 */
final class Spans {
    private final Layout layout;
    private final Routes routes;
    /** By node: the least time from leaving to the work being done there, and the last moment of leaving that allows it. */
    private final double[] to;

    private final double[] slack;
    /** By node: the least time from beginning the work there to being back, and the first beginning that allows it. */
    private final double[] from;

    private final double[] open;
    private final double[] idle;
    private double spanNow;
    private double slackNow;

    Spans(Layout layout, Routes routes) {
        this.layout = layout;
        this.routes = routes;
        int nodes = layout.benchmark ? 0 : layout.nodes;
        to = new double[nodes];
        slack = new double[nodes];
        from = new double[nodes];
        open = new double[nodes];
        idle = new double[layout.drivers];
    }

    void copyFrom(Spans other) {
        System.arraycopy(other.to, 0, to, 0, to.length);
        System.arraycopy(other.slack, 0, slack, 0, slack.length);
        System.arraycopy(other.from, 0, from, 0, from.length);
        System.arraycopy(other.open, 0, open, 0, open.length);
        System.arraycopy(other.idle, 0, idle, 0, idle.length);
    }

    /** Copies a round whose links are the same already. */
    void copyRound(Spans other, int v) {
        if (layout.benchmark) {
            return;
        }
        int end = layout.end(v);
        for (int i = layout.start(v); ; i = routes.next[i]) {
            to[i] = other.to[i];
            slack[i] = other.slack[i];
            from[i] = other.from[i];
            open[i] = other.open[i];
            if (i == end) {
                break;
            }
        }
        idle[v] = other.idle[v];
    }

    /** How much of a round is waiting, at best. */
    double idle(int v) {
        return idle[v];
    }

    /** Recomputes a round whose way, in time, is {@code way}. */
    void refresh(int v, double way) {
        int start = layout.start(v);
        int end = layout.end(v);
        spanNow = 0;
        slackNow = layout.due[start];
        to[start] = 0;
        slack[start] = slackNow;
        double work = 0;
        for (int at = start; at != end; ) {
            at = goOn(v, at, routes.next[at]);
            work += layout.service[at];
            to[at] = spanNow;
            slack[at] = slackNow;
        }
        idle[v] = routes.size[v] == 0 ? 0 : Math.max(0, spanNow - way - work);
        from[end] = 0;
        open[end] = layout.ready[end];
        for (int i = end; i != start; i = routes.prev[i]) {
            int before = routes.prev[i];
            double reach = layout.seconds(v, before, i);
            double waits = Math.max(open[i] - reach - layout.due[before], 0);
            from[before] = reach + waits + from[i];
            open[before] = Math.max(open[i] - reach, layout.ready[before]) - waits;
        }
    }

    /** How much longer a round gets by a job whose stops go behind the given nodes, as {@link Routes#link} takes them. */
    double longer(int v, int job, int behindPick, int behindDrop) {
        int p = layout.pick[job];
        int d = layout.drop[job];
        int at = p >= 0 ? behindPick : behindDrop;
        int next = routes.next[at];
        spanNow = to[at];
        slackNow = slack[at];
        at = goOn(v, at, p >= 0 ? p : d);
        if (p >= 0 && d >= 0) {
            if (behindDrop != p) {
                int last = routes.next[behindDrop];
                for (; next != last; next = routes.next[next]) {
                    at = goOn(v, at, next);
                }
            }
            at = goOn(v, at, d);
        }
        double reach = spanNow + layout.way[v][layout.row[at] * layout.width + layout.row[next]];
        double all = reach + Math.max(open[next] - reach - slackNow, 0) + from[next];
        return routes.size[v] == 0 ? all : all - to[layout.end(v)];
    }

    private int goOn(int v, int at, int next) {
        double reach = spanNow + layout.way[v][layout.row[at] * layout.width + layout.row[next]];
        spanNow = reach + Math.max(layout.ready[next] - reach - slackNow, 0) + layout.service[next];
        slackNow = Math.min(layout.due[next] - reach, slackNow);
        return next;
    }
}
