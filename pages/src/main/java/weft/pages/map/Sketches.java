package weft.pages.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import weft.core.atlas.AtlasFault;

/**
 * The last few grounds that were drawn of a map's file, in memory alone. A page with a map looks again whenever something on the board
 * changes, and people go back and forth: the ground under it stays the same. A dense town takes a good part of a second on an old
 * computer, so a shell whose one thread answers everybody can have it drawn beside that: see {@link #beside}.
 */
public final class Sketches {
    private static final int MOST = 16;

    private record Key(Frame frame, String language, int most) {}

    private record Kept(Key key, Ground.Sketch sketch) {}

    private record Wanted(Key key, Supplier<Ground.Sketch> making) {}

    private final boolean beside;
    /** The newest last. */
    private final List<Kept> kept = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();

    /** What is not here is drawn where it is asked for. */
    public Sketches() {
        this(false);
    }

    private Sketches(boolean beside) {
        this.beside = beside;
    }

    /** What is not here is awaited ({@link AtlasFault#AWAITED}); who asked for the page draws it ({@link #takeWanted}) and asks again. */
    public static Sketches beside() {
        return new Sketches(true);
    }

    /** The ground of a frame, made only where it is not here. */
    Ground.Sketch find(Frame frame, String language, int most, Supplier<Ground.Sketch> making) {
        Key key = new Key(frame, language, most);
        Optional<Ground.Sketch> here = here(key);
        if (here.isPresent()) {
            return here.get();
        }
        if (beside) {
            synchronized (kept) {
                wanted.add(new Wanted(key, making));
            }
            return new Ground.Sketch(List.of(), List.of(), "", Optional.of(AtlasFault.AWAITED));
        }
        Ground.Sketch made = making.get();
        if (made.trouble().isEmpty()) {
            keep(key, made);
        }
        return made;
    }

    private Optional<Ground.Sketch> here(Key key) {
        synchronized (kept) {
            for (int i = 0; i < kept.size(); i++) {
                Kept one = kept.get(i);
                if (one.key().equals(key)) {
                    kept.remove(i);
                    // A trouble is told once: the next time the file is looked at again.
                    if (one.sketch().trouble().isEmpty()) {
                        kept.add(one);
                    }
                    return Optional.of(one.sketch());
                }
            }
            return Optional.empty();
        }
    }

    private void keep(Key key, Ground.Sketch sketch) {
        synchronized (kept) {
            kept.removeIf(one -> one.key().equals(key));
            if (kept.size() >= MOST) {
                kept.removeFirst();
            }
            kept.add(new Kept(key, sketch));
        }
    }

    /** What was awaited since the last call: draws it, on any thread, so that it is here when asked for again; nothing where nothing was. */
    public Optional<Runnable> takeWanted() {
        synchronized (kept) {
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            List<Wanted> all = List.copyOf(wanted);
            wanted.clear();
            return Optional.of(() -> all.forEach(one -> keep(one.key(), one.making().get())));
        }
    }
}
