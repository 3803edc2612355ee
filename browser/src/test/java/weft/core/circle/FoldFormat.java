package weft.core.circle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weft.core.entry.Entry;
import weft.core.entry.EntryReader;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;
import weft.wire.json.Json;

/** Folds a seeded history of core's own tests, shuffled and delivered twice, and tells the state. */
public final class FoldFormat {
    private FoldFormat() {}

    /** The state of a history, whole and with a leaf forgotten, or what was wrong with it. */
    public static String fold(int seed) {
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
        Leaf leaf = history.leaves.get(seed % history.leaves.size());
        state.forget(leaf);
        List<Entry> left = new ArrayList<>(history.entries);
        left.removeIf(entry -> entry.head().leaf().equals(leaf));
        if (!told(state).equals(told(left))) {
            return "a forgotten leaf left something";
        }
        return wanted + "after " + told(left);
    }

    /** The vectors of "Practices" in {@code spec/fold.md}. */
    public static String shelf(Primitives p, Json.Obj vector) {
        List<Entry> entries = entries(p, vector);
        String wanted = vector.get("shelf").orElseThrow().write();
        List<Entry> backward = new ArrayList<>(entries);
        Collections.reverse(backward);
        if (!ShelfTelling.of(p, entries).equals(wanted) || !ShelfTelling.of(p, backward).equals(wanted)) {
            return "not the same: " + ShelfTelling.of(p, entries);
        }
        if (vector.text("dropped").isEmpty()) {
            return "ok";
        }
        Bytes dropped = Bytes.hex(vector.text("dropped").orElseThrow());
        boolean found = entries.removeIf(entry -> entry.head().id().equals(dropped));
        return found && ShelfTelling.of(p, entries).equals(wanted) ? vector.text("reason").orElseThrow() : "not the same without it";
    }

    private static List<Entry> entries(Primitives p, Json.Obj vector) {
        List<Entry> entries = new ArrayList<>();
        for (Json item : ((Json.Arr) vector.get("entries").orElseThrow()).items()) {
            Json.Obj sealed = (Json.Obj) item;
            Leaf leaf = new Leaf(new Day(sealed.whole("day").orElseThrow().intValue()), (int) (long) sealed.whole("slot").orElseThrow());
            entries.add(EntryReader.read(p, sealed.text("entry").orElseThrow(), Bytes.hex(vector.text("circle").orElseThrow()), leaf).orThrow());
        }
        return entries;
    }

    /** The vectors of {@code spec/fold.md}: what travels, read and folded in both orders. */
    public static String vector(Primitives p, Json.Obj vector) {
        List<Entry> entries = entries(p, vector);
        String wanted = vector.get("threads").orElseThrow().write();
        List<Entry> backward = new ArrayList<>(entries);
        Collections.reverse(backward);
        if (!ThreadTelling.of(state(entries)).write().equals(wanted) || !ThreadTelling.of(state(backward)).write().equals(wanted)) {
            return "not the same: " + ThreadTelling.of(state(entries)).write();
        }
        if (vector.text("dropped").isEmpty()) {
            return "ok";
        }
        Bytes dropped = Bytes.hex(vector.text("dropped").orElseThrow());
        boolean found = entries.removeIf(entry -> entry.head().id().equals(dropped));
        return found && ThreadTelling.of(state(entries)).write().equals(wanted) ? vector.text("reason").orElseThrow() : "not the same without it";
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
        return ThreadTelling.of(state).write();
    }
}
