package weft.core.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds by words, time and place, and finds what fits, among up to millions of texts, in memory only. It keeps terms, times and
 * places, never the texts themselves. What is removed is overwritten at once.
 *
 * <p>What comes in becomes a small {@link Segment}; four of about a size become one of four times the size.
 */
public final class FindIndex {
    /** How many segments of about a size there may be. */
    private static final int SIBLINGS = 4;

    private final Dictionary dictionary = new Dictionary();
    private final List<Segment> segments = new ArrayList<>();
    private final List<@Nullable Segment> where = new ArrayList<>();
    private final Numbers positions = new Numbers(16);
    private final Numbers free = new Numbers(4);
    private int[] scratch = new int[64];
    private int size;

    /** An index of nothing. */
    public FindIndex() {}

    /**
     * One that fits.
     *
     * @param handle what {@link #add} answered for it
     * @param closeness as in {@link Fit}
     */
    public record Fitted(int handle, int closeness) {}

    /** How much it holds. */
    public int size() {
        return size;
    }

    /**
     * Takes one in.
     *
     * @param circle a number of at most 2^29 to find it by
     * @return a handle to remove it by; handles of what was removed are used again
     */
    public int add(int circle, Findable what) {
        return addAll(circle, List.of(what))[0];
    }

    /** Takes many in, which is quicker than one by one. */
    public int[] addAll(int circle, List<Findable> all) {
        int[] handles = new int[all.size()];
        if (handles.length == 0) {
            return handles;
        }
        long[] order = new long[handles.length];
        Profile[] profiles = new Profile[handles.length];
        int forward = 0;
        for (int i = 0; i < handles.length; i++) {
            profiles[i] = Profile.of(all.get(i));
            forward += profiles[i].terms.size();
            handles[i] = handle();
        }
        Integer[] sorted = new Integer[order.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, Comparator.comparingLong(i -> Segment.key(profiles[i].latitudeE6, profiles[i].longitudeE6)));
        Segment segment = new Segment(handles.length, forward);
        int end = 0;
        for (int to = 0; to < sorted.length; to++) {
            Profile profile = profiles[sorted[to]];
            for (var term : profile.terms.entrySet()) {
                segment.forward[end++] = dictionary.use(term.getKey()) << Profile.FLAGS | term.getValue();
            }
            segment.put(to, handles[sorted[to]], profile, circle << 2 | profile.side, end);
        }
        segment.finish(scratch());
        segments.add(segment);
        locate(segment);
        size += handles.length;
        tidy();
        return handles;
    }

    private int[] scratch() {
        if (scratch.length < dictionary.bound()) {
            scratch = new int[dictionary.bound() * 2];
        }
        return scratch;
    }

    private int handle() {
        if (free.size() > 0) {
            return free.takeLast();
        }
        where.add(null);
        positions.add(0);
        return where.size() - 1;
    }

    private void locate(Segment segment) {
        for (int i = 0; i < segment.size; i++) {
            if (segment.slots[i] >= 0) {
                where.set(segment.slots[i], segment);
                positions.set(segment.slots[i], i);
            }
        }
    }

    /** Puts segments of about a size together, and those that are mostly empty into shape. */
    private void tidy() {
        segments.removeIf(segment -> segment.live() == 0);
        for (boolean again = true; again; ) {
            again = false;
            segments.sort(Comparator.comparingInt(Segment::live).reversed());
            for (int last = segments.size(); last >= SIBLINGS && !again; last--) {
                List<Segment> few = segments.subList(last - SIBLINGS, last);
                if (few.getFirst().live() <= SIBLINGS * few.getLast().live()) {
                    merge(few);
                    again = true;
                }
            }
        }
    }

    private void merge(List<Segment> few) {
        Segment merged = Segment.merged(few, scratch());
        locate(merged);
        few.clear();
        segments.add(merged);
    }

    /** Takes one out; nothing of it stays in any array. */
    public void remove(int handle) {
        Segment segment = where.get(handle);
        if (segment == null) {
            throw new IllegalArgumentException("nothing has the handle " + handle);
        }
        segment.remove(positions.get(handle), dictionary);
        where.set(handle, null);
        free.add(handle);
        size--;
        if (segment.live() == 0) {
            segment.wipe();
            segments.remove(segment);
        } else if (segment.live() < segment.size / 2) {
            int at = segments.indexOf(segment);
            merge(segments.subList(at, at + 1));
        }
    }

    /** The handles of all that is looked for, in no order that means anything. */
    public int[] search(Search search) {
        return new Searching(dictionary, search).in(segments);
    }

    /**
     * What fits a need or an offer, what fits best first, equal fits shuffled.
     *
     * @param seed decides among equals
     * @param most how many at most
     */
    public List<Fitted> fits(Findable one, long seed, int most) {
        List<Fitted> all = new FitSearch(dictionary, Profile.of(one), scratch()).in(segments);
        all.sort(Comparator.comparingInt(Fitted::closeness).reversed()
                .thenComparingLong(fitted -> shuffled(seed, fitted.handle())).thenComparingInt(Fitted::handle));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** A number that looks drawn (SplitMix64). */
    private static long shuffled(long seed, int handle) {
        long z = seed + (handle + 1L) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** How many bytes the arrays take. */
    public long bytes() {
        return dictionary.bytes() + segments.stream().mapToLong(Segment::bytes).sum() + 4L * (scratch.length + 2L * where.size());
    }

    /** Whether some letters stand anywhere in memory of this index: for the tests of forgetting. */
    boolean holds(String letters) {
        return dictionary.holds(letters);
    }

    /** How many different terms there are. */
    int terms() {
        return dictionary.living();
    }
}
