package weft.core.find;

import java.util.ArrayList;
import java.util.List;

/** Finds what fits: whoever shares a kind, means or a word is looked at, and {@link Common} says how close it is. */
final class FitSearch {
    private final Dictionary dictionary;
    private final Profile one;
    private final int[] flags;
    private final Numbers terms = new Numbers(16);
    private final Common common = new Common();
    private final int spoken;

    FitSearch(Dictionary dictionary, Profile one, int[] scratch) {
        this.dictionary = dictionary;
        this.one = one;
        this.flags = scratch;
        spoken = Fitting.count(one);
    }

    List<FindIndex.Fitted> in(List<Segment> segments) {
        List<FindIndex.Fitted> out = new ArrayList<>();
        if (one.side == Profile.NO_SIDE) {
            return out;
        }
        one.terms.forEach((term, flag) -> {
            int number = dictionary.find(term);
            if (number >= 0) {
                flags[number] = flag;
                terms.add(number);
            }
        });
        segments.forEach(segment -> one(segment, out));
        for (int i = 0; i < terms.size(); i++) {
            flags[terms.get(i)] = 0;
        }
        return out;
    }

    private void one(Segment segment, List<FindIndex.Fitted> out) {
        Numbers runs = new Numbers(16);
        if (one.somewhere()) {
            segment.around(one.latitudeE6, one.longitudeE6, Common.FARTHEST_METRES, runs);
            runs.add(segment.placeless());
        } else {
            runs.add(0);
        }
        if (runs.size() % 2 == 1) {
            runs.add(segment.size);
        }
        long[] seen = new long[(segment.size + 63) / 64];
        for (int i = 0; i < terms.size(); i++) {
            int flag = flags[terms.get(i)];
            int local = segment.local(terms.get(i));
            if (local >= 0 && flag != Profile.LANGUAGE && ((flag & Profile.SIGN) != 0 || Common.isWord(flag))) {
                mark(segment, local, runs, seen);
            }
        }
        for (int word = 0; word < seen.length; word++) {
            for (long left = seen[word]; left != 0; left &= left - 1) {
                look(segment, word * 64 + Long.numberOfTrailingZeros(left), out);
            }
        }
    }

    private static void mark(Segment segment, int local, Numbers runs, long[] seen) {
        int at = segment.head(local);
        int end = at + segment.count(local);
        for (int i = 0; i < runs.size(); i += 2) {
            at = segment.seek(at, end, runs.get(i));
            for (; at < end && segment.posting(at) < runs.get(i + 1); at++) {
                seen[segment.posting(at) >>> 6] |= 1L << segment.posting(at);
            }
        }
    }

    private void look(Segment segment, int position, List<FindIndex.Fitted> out) {
        int from = segment.froms[position];
        int until = segment.untils[position];
        if ((segment.marks[position] & 3) + one.side != 3 || !Common.overlap(one.from, one.until, from, until)) {
            return;
        }
        int near = Common.near(one.latitudeE6, one.longitudeE6, segment.latitudes[position], segment.longitudes[position]);
        if (near == Common.TOO_FAR) {
            return;
        }
        common.clear();
        common.mine(spoken);
        for (int i = segment.starts[position]; i < segment.starts[position + 1]; i++) {
            common.term(flags[segment.forward[i] >>> Profile.FLAGS], segment.forward[i] & (1 << Profile.FLAGS) - 1);
        }
        if (common.anything()) {
            boolean together = Common.says(one.from, one.until) && Common.says(from, until);
            out.add(new FindIndex.Fitted(segment.slots[position], common.closeness(together, near)));
        }
    }
}
