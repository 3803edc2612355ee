package weft.pages.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The last few grounds that were drawn of a map's file, in memory alone. A page with a map looks again whenever something on the board
 * changes, and people go back and forth: the ground under it stays the same.
 */
public final class Sketches {
    private static final int MOST = 16;

    private record Kept(Frame frame, String language, Ground.Sketch sketch) {}

    /** The newest last. */
    private final List<Kept> kept = new ArrayList<>();

    /** The ground of a frame, made only where it is not here; what has a trouble is made again each time. */
    Ground.Sketch find(Frame frame, String language, Supplier<Ground.Sketch> making) {
        synchronized (kept) {
            for (int i = 0; i < kept.size(); i++) {
                Kept one = kept.get(i);
                if (one.frame().equals(frame) && one.language().equals(language)) {
                    kept.remove(i);
                    kept.add(one);
                    return one.sketch();
                }
            }
        }
        Ground.Sketch made = making.get();
        if (made.trouble().isEmpty()) {
            synchronized (kept) {
                if (kept.size() >= MOST) {
                    kept.removeFirst();
                }
                kept.add(new Kept(frame, language, made));
            }
        }
        return made;
    }
}
