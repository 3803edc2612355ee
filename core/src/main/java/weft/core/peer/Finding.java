package weft.core.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weft.core.circle.PracticeState;
import weft.core.circle.ThreadState;
import weft.core.entry.Ask;
import weft.core.entry.Asking;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.entry.Listed;
import weft.core.find.FindIndex;
import weft.core.find.Findable;
import weft.core.find.Search;
import weft.core.view.FindQuery;
import weft.primitives.Bytes;

/**
 * Keeps the index of {@code weft.core.find} as the fold has it. It is made when somebody first searches; from then on every step
 * takes out at once what was forgotten, and takes in what is new.
 */
final class Finding {
    private final PeerState state;
    private final FindIndex index = new FindIndex();
    private final Map<Bytes, Shelf> shelves = new LinkedHashMap<>();
    private final List<@Nullable Place> places = new ArrayList<>();
    private int circles;
    private boolean wanted;
    /** What was taken out of the circles' states when a part of the index was last made. */
    private long losses;

    /** Where a handle of the index leads: a circle and a first voice. */
    record Place(Bytes circle, Bytes voice) {}

    private record Kept(int handle, Findable what) {}

    private static final class Shelf {
        final int number;
        final Map<Bytes, Kept> kept = new HashMap<>();

        Shelf(int number) {
            this.number = number;
        }
    }

    Finding(PeerState state) {
        this.state = state;
    }

    /** Brings the index up to date, once there is one. */
    void tend() {
        if (wanted || !shelves.isEmpty() && losses() != losses) {
            follow();
        }
    }

    private long losses() {
        long sum = 0;
        for (Bytes address : shelves.keySet()) {
            Membership circle = state.circles.get(address);
            // A circle that is left is a loss of its own.
            sum += circle == null ? Long.MIN_VALUE / 2 : circle.state.losses();
        }
        return sum;
    }

    /** Does a part of the first look; whether there is more. */
    boolean prepare(int threads) {
        if (!wanted) {
            wanted = follow(threads) < threads;
            losses = losses();
        }
        return !wanted;
    }

    private void follow() {
        wanted = true;
        follow(Integer.MAX_VALUE);
    }

    private int follow(int most) {
        int looked = 0;
        Set<Bytes> left = new HashSet<>(shelves.keySet());
        for (Membership circle : state.circles.values()) {
            if (!circle.acquaintance) {
                left.remove(circle.address);
                Shelf shelf = shelves.computeIfAbsent(circle.address, ignored -> new Shelf(circles++));
                Set<Bytes> touched = circle.state.takeTouched(most - looked);
                looked += touched.size();
                touched.forEach(voice -> look(circle, shelf, voice, circle.state.threadOf(voice).flatMap(Finding::findable)));
                circle.shelf.takeTouched().forEach(voice -> look(circle, shelf, voice, circle.shelf.practice(voice).map(PracticeState::writing)
                        .map(Findable::of)));
            }
        }
        left.forEach(address -> {
            Shelf gone = shelves.remove(address);
            if (gone != null) {
                gone.kept.values().forEach(this::drop);
            }
        });
        return looked;
    }

    /** What all members read of a thread; nothing for those that are no page of their own. */
    private static Optional<Findable> findable(ThreadState thread) {
        return switch (thread.posted().words()) {
            case Ask ask -> Optional.of(Findable.of(ask));
            case Doing doing -> Optional.of(Findable.of(doing));
            case Joining ignored -> Optional.empty();
            case Asking ignored -> Optional.empty();
            case Listed listed -> Optional.of(Findable.of(listed));
        };
    }

    private void look(Membership circle, Shelf shelf, Bytes voice, Optional<Findable> now) {
        Kept before = shelf.kept.get(voice);
        if (before != null && now.isPresent() && before.what().equals(now.get())) {
            return;
        }
        if (before != null) {
            shelf.kept.remove(voice);
            drop(before);
        }
        now.ifPresent(what -> {
            int handle = index.add(shelf.number, what);
            shelf.kept.put(voice, new Kept(handle, what));
            while (places.size() <= handle) {
                places.add(null);
            }
            places.set(handle, new Place(circle.address, voice));
        });
    }

    private void drop(Kept kept) {
        index.remove(kept.handle());
        places.set(kept.handle(), null);
    }

    /** Where all that is looked for stands. */
    List<Place> search(FindQuery query) {
        follow();
        Optional<Integer> circle = query.circle().map(address -> Optional.ofNullable(shelves.get(address)).map(shelf -> shelf.number).orElse(-2));
        if (circle.filter(number -> number < 0).isPresent()) {
            return List.of();
        }
        int[] found = index.search(new Search(query.words(), query.typing(), query.side(), circle, query.from(), query.until(), query.around()));
        List<Place> out = new ArrayList<>();
        for (int handle : found) {
            add(handle, out);
        }
        return out;
    }

    /** Where what fits stands, what fits best first; equal fits in an order of this run of the node and of this thread. */
    List<Place> fits(Findable one, Bytes root, int most) {
        follow();
        List<Place> out = new ArrayList<>();
        index.fits(one, state.shuffle ^ root.bigEndianAt(0, 8), most).forEach(fitted -> add(fitted.handle(), out));
        return out;
    }

    private void add(int handle, List<Place> out) {
        Place place = places.get(handle);
        if (place != null) {
            out.add(place);
        }
    }

    /** How much the index holds: for the tests of forgetting. */
    int size() {
        return index.size();
    }
}
