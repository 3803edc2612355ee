package weft.core.circle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import weft.core.entry.Entry;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** Folds a seeded history of core's own tests, shuffled and delivered twice, and tells the state. */
public final class FoldFormat {
    private FoldFormat() {}

    /** The state of a history as a hash, or what was wrong with it. */
    public static String fold(Primitives p, int seed) {
        History history = new History(seed);
        String wanted = told(history.entries);
        for (int round = 0; round < 3; round++) {
            List<Entry> shuffled = new ArrayList<>(history.entries);
            for (int i = history.random.nextInt(shuffled.size()); i > 0; i--) {
                shuffled.add(history.any(history.entries));
            }
            Collections.shuffle(shuffled, history.random);
            if (!told(shuffled).equals(wanted)) {
                return "round " + round + " has another state";
            }
        }
        CircleState state = state(history.entries);
        Leaf leaf = history.any(history.leaves);
        state.forget(leaf);
        List<Entry> left = new ArrayList<>(history.entries);
        left.removeIf(entry -> entry.head().leaf().equals(leaf));
        if (!told(state).equals(told(left))) {
            return "a forgotten leaf left something";
        }
        return p.sha256(Bytes.utf8(wanted + told(left))).hex();
    }

    private static CircleState state(List<Entry> entries) {
        CircleState state = new CircleState();
        entries.forEach(state::add);
        return state;
    }

    private static String told(List<Entry> entries) {
        return told(state(entries));
    }

    private static String told(CircleState state) {
        StringBuilder out = new StringBuilder();
        state.threads().stream().sorted(Comparator.comparing(ThreadState::voice)).forEach(thread -> out.append(thread).append('\n'));
        // The class library on phones writes an empty Optional another way.
        return out.toString().replace("Optional.empty()", "Optional.empty");
    }
}
