package weft.rounds.search;

/** How many drivers any plan without lateness needs at least. */
final class Bound {
    private Bound() {}

    /** By what fits in, and by jobs of which no two can be done by one driver. Says 1 where drivers differ. */
    static int drivers(Layout layout) {
        for (int v = 1; v < layout.drivers; v++) {
            if (layout.kind[v] != layout.kind[0]) {
                return 1;
            }
        }
        return Math.max(byRoom(layout), byTime(layout));
    }

    private static int byRoom(Layout layout) {
        int most = 1;
        for (int k = 0; k < layout.measures; k++) {
            double out = 0;
            double home = 0;
            for (int r = 0; r < layout.jobs; r++) {
                out += layout.pick[r] < 0 ? layout.load[r * layout.measures + k] : 0;
                home += layout.drop[r] < 0 ? layout.load[r * layout.measures + k] : 0;
            }
            double room = layout.capacity[k];
            if (room > 0) {
                most = Math.max(most, (int) Math.ceil(Math.max(out, home) / room - 1e-9));
            }
        }
        return most;
    }

    /** A set of jobs that exclude each other in pairs, found greedily from each job in turn. */
    private static int byTime(Layout layout) {
        if (layout.jobs > 600) {
            return 1;
        }
        Routes two = new Routes(layout);
        Spots spots = new Spots(layout, two, new Mix(0));
        int n = layout.jobs;
        boolean[] apart = new boolean[n * n];
        int[] degree = new int[n];
        for (int a = 0; a < n; a++) {
            if (spots.best(a, 0, Double.POSITIVE_INFINITY) == Double.POSITIVE_INFINITY) {
                return 1;
            }
            two.link(a, layout.start(0), layout.pick[a] >= 0 ? layout.pick[a] : layout.start(0));
            two.refresh(0);
            for (int b = 0; b < n; b++) {
                apart[a * n + b] = a != b && spots.best(b, 0, Double.POSITIVE_INFINITY) == Double.POSITIVE_INFINITY;
                degree[a] += apart[a * n + b] ? 1 : 0;
            }
            two.unlink(a);
            two.refresh(0);
        }
        int most = 1;
        int[] set = new int[n];
        for (int a = 0; a < n; a++) {
            int size = 1;
            set[0] = a;
            while (true) {
                int next = -1;
                for (int b = 0; b < n; b++) {
                    boolean all = next < 0 || degree[b] > degree[next];
                    for (int i = 0; i < size && all; i++) {
                        all = apart[set[i] * n + b] && apart[b * n + set[i]];
                    }
                    next = all ? b : next;
                }
                if (next < 0) {
                    break;
                }
                set[size++] = next;
            }
            most = Math.max(most, size);
        }
        return most;
    }
}
