package weft.rounds.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole rounds of plans found earlier, put into the plan of now: what different plans are good at comes together in one (after the
 * selective exchange of routes of Nagata and Kobayashi 2010, with ruin and recreate for what is left without a round).
 */
final class Elite {
    private final Layout layout;
    private final List<int[][]> plans = new ArrayList<>();
    private final List<int[]> owners = new ArrayList<>();
    private final int[] shared;

    Elite(Layout layout) {
        this.layout = layout;
        shared = new int[layout.drivers];
    }

    boolean isEmpty() {
        return plans.isEmpty();
    }

    void clear() {
        plans.clear();
        owners.clear();
    }

    /** Keeps the rounds of a plan. */
    void add(Routes routes) {
        int[][] plan = new int[layout.drivers][];
        for (int v = 0; v < layout.drivers; v++) {
            plan[v] = new int[routes.size[v]];
            int at = layout.start(v);
            for (int i = 0; i < plan[v].length; i++) {
                at = routes.next[at];
                plan[v][i] = at;
            }
        }
        plans.add(plan);
        owners.add(Arrays.copyOf(routes.driver, layout.stops));
    }

    /** Chooses a round that the plan of now does not have, and whose place it takes; false where the one chosen is there already. */
    boolean choose(Routes routes, Mix mix) {
        int one = mix.below(plans.size());
        int owner = owners.get(one)[mix.below(layout.stops)];
        if (owner < 0) {
            return false;
        }
        round = plans.get(one)[owner];
        Arrays.fill(shared, 0);
        driver = owner;
        for (int stop : round) {
            int v = routes.driver[stop];
            if (v >= 0 && layout.kind[v] == layout.kind[owner] && ++shared[v] > shared[driver]) {
                driver = v;
            }
        }
        return shared[driver] < round.length || routes.size[driver] > round.length;
    }

    /** Set by {@link #choose}: the stops of the round chosen, in order, and whose round it becomes. */
    int[] round = {};

    int driver;
}
