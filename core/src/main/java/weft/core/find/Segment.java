package weft.core.find;

import java.util.Arrays;
import java.util.List;

/**
 * A part of the index that takes nothing more in. What it holds lies in the order of bands of a tenth of a degree of latitude and,
 * within a band, from west to east, so that a circle on the map is a few runs of positions, and the places of a term within a run lie
 * side by side. What says no place comes last.
 *
 * <pre>
 * position      0        1        2   ...        slots, latitudes, longitudes, froms, untils, marks
 * forward       terms with flags of position 0 | of position 1 | ...     starts[position]
 * postings      positions of term 0 | of term 1 | ...                    terms[], heads[], counts[]
 * </pre>
 */
final class Segment {
    private static final int BAND_E6 = 100_000;
    private static final int NO_BAND = 1_802;
    /** From this size on the beginnings of bands are kept. */
    private static final int LARGE = 2_048;

    final int size;
    final int[] slots;
    final int[] latitudes;
    final int[] longitudes;
    final int[] froms;
    final int[] untils;
    /** Circle times four plus side. */
    final int[] marks;
    final int[] starts;
    final int[] forward;
    private int[] terms = {};
    private int[] heads = {};
    private int[] counts = {};
    private int[] postings = {};
    private int[] bands = {};
    private int live;

    Segment(int size, int forwardSize) {
        this.size = size;
        live = size;
        slots = new int[size];
        latitudes = new int[size];
        longitudes = new int[size];
        froms = new int[size];
        untils = new int[size];
        marks = new int[size];
        starts = new int[size + 1];
        forward = new int[forwardSize];
    }

    /** All living rows of some segments as one; those are overwritten. */
    static Segment merged(List<Segment> parts, int[] scratch) {
        int size = 0;
        int forwardSize = 0;
        for (Segment part : parts) {
            size += part.live;
            for (int i = 0; i < part.size; i++) {
                forwardSize += part.slots[i] < 0 ? 0 : part.starts[i + 1] - part.starts[i];
            }
        }
        Segment out = new Segment(size, forwardSize);
        int[] at = new int[parts.size()];
        for (int to = 0; to < size; to++) {
            int least = -1;
            for (int i = 0; i < at.length; i++) {
                Segment part = parts.get(i);
                while (at[i] < part.size && part.slots[at[i]] < 0) {
                    at[i]++;
                }
                if (at[i] < part.size && (least < 0 || part.key(at[i]) < parts.get(least).key(at[least]))) {
                    least = i;
                }
            }
            out.copy(to, parts.get(least), at[least]++);
        }
        parts.forEach(Segment::wipe);
        out.finish(scratch);
        return out;
    }

    private void copy(int to, Segment part, int at) {
        int length = part.starts[at + 1] - part.starts[at];
        System.arraycopy(part.forward, part.starts[at], forward, starts[to], length);
        starts[to + 1] = starts[to] + length;
        row(to, part.slots[at], part.latitudes[at], part.longitudes[at], part.froms[at], part.untils[at], part.marks[at]);
    }

    private void row(int to, int slot, int latitude, int longitude, int from, int until, int mark) {
        slots[to] = slot;
        latitudes[to] = latitude;
        longitudes[to] = longitude;
        froms[to] = from;
        untils[to] = until;
        marks[to] = mark;
    }

    /** Puts a row in; its terms are in {@link #forward} from {@code starts[to]} already. */
    void put(int to, int slot, Profile profile, int mark, int end) {
        starts[to + 1] = end;
        row(to, slot, profile.latitudeE6, profile.longitudeE6, profile.from, profile.until, mark);
    }

    /** Where a place comes in the order. */
    static long key(int latitude, int longitude) {
        return latitude == Profile.NOWHERE ? (long) NO_BAND << 30 : (long) band(latitude) << 30 | (longitude + 180_000_000);
    }

    private static int band(long latitude) {
        return Math.clamp(latitude + 90_000_000, 0, 180_000_000) / BAND_E6;
    }

    private long key(int position) {
        return key(latitudes[position], longitudes[position]);
    }

    /** Makes the postings from the rows; {@code scratch} is as long as there are terms, and all nought before and after. */
    void finish(int[] scratch) {
        Numbers seen = new Numbers(64);
        for (int entry : forward) {
            int term = entry >>> Profile.FLAGS;
            if (scratch[term]++ == 0) {
                seen.add(term);
            }
        }
        seen.sort();
        terms = seen.toArray();
        heads = new int[terms.length];
        counts = new int[terms.length];
        postings = new int[forward.length];
        int at = 0;
        for (int i = 0; i < terms.length; i++) {
            heads[i] = at;
            counts[i] = scratch[terms[i]];
            scratch[terms[i]] = at;
            at += counts[i];
        }
        for (int position = 0; position < size; position++) {
            for (int i = starts[position]; i < starts[position + 1]; i++) {
                postings[scratch[forward[i] >>> Profile.FLAGS]++] = position;
            }
        }
        for (int term : terms) {
            scratch[term] = 0;
        }
        if (size >= LARGE) {
            bands = new int[NO_BAND + 2];
            for (int position = 0; position < size; position++) {
                bands[(int) (key(position) >>> 30) + 1]++;
            }
            for (int i = 1; i < bands.length; i++) {
                bands[i] += bands[i - 1];
            }
        }
    }

    int live() {
        return live;
    }

    /** The first position whose place does not come before a key. */
    private int lower(long key) {
        int low = 0;
        int high = size;
        if (bands.length > 0) {
            int band = (int) Math.min(key >>> 30, NO_BAND + 1);
            low = bands[band];
            high = band + 1 < bands.length ? bands[band + 1] : size;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds the runs of positions, first and end by turns, in which a circle on the map lies. */
    void around(int latitude, int longitude, double metres, Numbers out) {
        int north = Globe.northE6(metres);
        int reach = Globe.reachE6(latitude, metres);
        int last = band(Math.min(90_000_000L, (long) latitude + north));
        for (long band = band(Math.max(-90_000_000L, (long) latitude - north)); band <= last; band++) {
            if (reach >= 180_000_000) {
                run(band, -180_000_000, 180_000_000, out);
            } else if (longitude - reach < -180_000_000) {
                run(band, -180_000_000, longitude + reach, out);
                run(band, longitude - reach + 360_000_000, 180_000_000, out);
            } else if (longitude + reach > 180_000_000) {
                run(band, -180_000_000, longitude + reach - 360_000_000, out);
                run(band, longitude - reach, 180_000_000, out);
            } else {
                run(band, longitude - reach, longitude + reach, out);
            }
        }
    }

    private void run(long band, int west, int east, Numbers out) {
        int first = lower(band << 30 | (west + 180_000_000));
        int end = lower((band << 30 | (east + 180_000_000)) + 1);
        if (first < end) {
            out.add(first);
            out.add(end);
        }
    }

    /** Where what says no place begins. */
    int placeless() {
        return lower((long) NO_BAND << 30);
    }

    /** The number of a term here, or -1. */
    int local(int term) {
        int found = Arrays.binarySearch(terms, term);
        return found < 0 || counts[found] == 0 ? -1 : found;
    }

    int count(int local) {
        return counts[local];
    }

    int head(int local) {
        return heads[local];
    }

    int posting(int at) {
        return postings[at];
    }

    /** The first place in the postings from {@code at} to {@code end} whose position is not before one: by doubling steps. */
    int seek(int at, int end, int position) {
        int step = 1;
        int low = at;
        while (low < end && postings[low] < position) {
            at = low + 1;
            low += step;
            step *= 2;
        }
        int high = Math.min(low, end);
        while (at < high) {
            int middle = (at + high) >>> 1;
            if (postings[middle] < position) {
                at = middle + 1;
            } else {
                high = middle;
            }
        }
        return at;
    }

    /** Takes a row out and overwrites it; the place of its neighbour stands in its stead, so that the order stays. */
    void remove(int position, Dictionary dictionary) {
        for (int i = starts[position]; i < starts[position + 1]; i++) {
            int term = forward[i] >>> Profile.FLAGS;
            int local = local(term);
            int head = heads[local];
            int end = head + counts[local];
            int at = seek(head, end, position);
            System.arraycopy(postings, at + 1, postings, at, end - at - 1);
            postings[end - 1] = 0;
            counts[local]--;
            forward[i] = 0;
            dictionary.release(term);
        }
        slots[position] = -1;
        int neighbour = position > 0 ? position - 1 : Math.min(1, size - 1);
        latitudes[position] = latitudes[neighbour];
        longitudes[position] = longitudes[neighbour];
        froms[position] = 0;
        untils[position] = 0;
        marks[position] = 0;
        live--;
    }

    /** Overwrites all. */
    void wipe() {
        for (int[] each : arrays()) {
            Arrays.fill(each, 0);
        }
    }

    private List<int[]> arrays() {
        return List.of(slots, latitudes, longitudes, froms, untils, marks, starts, forward, terms, heads, counts, postings, bands);
    }

    long bytes() {
        return arrays().stream().mapToLong(each -> 4L * each.length).sum();
    }
}
