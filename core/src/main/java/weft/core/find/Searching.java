package weft.core.find;

import java.util.List;

/**
 * One search. In each segment the places narrow it down to runs of positions; in each run the rarest word leads, the others
 * are asked whether they stand there too, and what stands in all is held against time, side and circle.
 */
final class Searching {
    private final Search search;
    private final int from;
    private final int until;
    private final int side;
    private final long farthest;
    private final double measure;
    private final Numbers[] words;
    private final Numbers found = new Numbers(64);
    private final Numbers runs = new Numbers(16);

    Searching(Dictionary dictionary, Search search) {
        this.search = search;
        from = search.from().map(Profile::minutes).orElse(Profile.ALWAYS_FROM);
        until = search.until().map(Profile::minutes).orElse(Profile.ALWAYS_UNTIL);
        side = Profile.side(search.side());
        farthest = search.circle().map(circle -> (long) circle).orElse(-1L);
        measure = search.around().map(around -> Globe.halfChordSquare(around.metres())).orElse(0.0);
        List<Tokens.Wanted> wanted = Tokens.wanted(search.words(), search.typing());
        words = new Numbers[wanted.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = terms(dictionary, wanted.get(i));
        }
    }

    private static Numbers terms(Dictionary dictionary, Tokens.Wanted wanted) {
        Numbers out = new Numbers(4);
        int term = dictionary.find(wanted.term());
        if (term >= 0) {
            out.add(term);
        }
        if (wanted.prefix()) {
            dictionary.beginning(wanted.typed(), out);
            if (term >= 0 && out.size() > 1 && wanted.term().startsWith(wanted.typed())) {
                // It was among what begins so already.
                out.set(0, out.get(out.size() - 1));
                out.takeLast();
            }
        }
        return out;
    }

    int[] in(List<Segment> segments) {
        for (Numbers word : words) {
            if (word.size() == 0) {
                return new int[0];
            }
        }
        segments.forEach(this::one);
        found.sort();
        return found.toArray();
    }

    private void one(Segment segment) {
        runs.clear();
        search.around().ifPresentOrElse(
                around -> segment.around(around.centre().latitudeE6(), around.centre().longitudeE6(), around.metres(), runs),
                () -> {
                    runs.add(0);
                    runs.add(segment.size);
                });
        Standing[] standing = new Standing[words.length];
        for (int i = 0; i < words.length; i++) {
            standing[i] = new Standing(segment, words[i]);
            if (standing[i].count() == 0) {
                return;
            }
        }
        java.util.Arrays.sort(standing, java.util.Comparator.comparingInt(Standing::count));
        for (int i = 0; i < runs.size(); i += 2) {
            if (standing.length == 0) {
                for (int position = runs.get(i); position < runs.get(i + 1); position++) {
                    look(segment, position);
                }
            } else {
                run(segment, standing, runs.get(i), runs.get(i + 1));
            }
        }
    }

    private void run(Segment segment, Standing[] standing, int first, int end) {
        int position = standing[0].next(first, end);
        while (position < end) {
            int ahead = position;
            for (int i = 1; i < standing.length && ahead == position; i++) {
                ahead = standing[i].next(position, end);
            }
            if (ahead == position) {
                look(segment, position);
                ahead++;
            }
            position = ahead < end ? standing[0].next(ahead, end) : end;
        }
    }

    private void look(Segment segment, int position) {
        if (segment.froms[position] > until || segment.untils[position] < from || segment.slots[position] < 0) {
            return;
        }
        int mark = segment.marks[position];
        if (side != Profile.NO_SIDE && (mark & 3) != side || farthest >= 0 && mark >> 2 != farthest) {
            return;
        }
        if (search.around().isPresent()) {
            Search.Around around = search.around().get();
            if (Globe.halfChordSquare(around.centre().latitudeE6(), around.centre().longitudeE6(), segment.latitudes[position],
                    segment.longitudes[position]) > measure) {
                return;
            }
        }
        found.add(segment.slots[position]);
    }

    /** Where a word stands in a segment: the postings of one term, or of all that begin as it does. Positions are asked for in rising order. */
    private static final class Standing {
        /** From so many terms on, a bit for every position is quicker than asking each. */
        private static final int MANY = 6;

        private final Segment segment;
        private final int[] at;
        private final int[] ends;
        private final int terms;
        private int count;
        private long[] bits = {};

        private Standing(Segment segment, Numbers wanted) {
            this.segment = segment;
            at = new int[wanted.size()];
            ends = new int[at.length];
            int used = 0;
            for (int i = 0; i < at.length; i++) {
                int local = segment.local(wanted.get(i));
                if (local >= 0) {
                    at[used] = segment.head(local);
                    ends[used] = at[used] + segment.count(local);
                    count += segment.count(local);
                    used++;
                }
            }
            terms = used;
            if (terms >= MANY) {
                bits = new long[(segment.size + 63) / 64];
                for (int i = 0; i < terms; i++) {
                    for (int j = at[i]; j < ends[i]; j++) {
                        bits[segment.posting(j) >>> 6] |= 1L << segment.posting(j);
                    }
                }
            }
        }

        int count() {
            return count;
        }

        /** The first position from {@code position} on and before {@code end} at which the word stands, or {@code end}. */
        int next(int position, int end) {
            if (bits.length > 0) {
                return nextBit(position, end);
            }
            int least = end;
            for (int i = 0; i < terms; i++) {
                at[i] = segment.seek(at[i], ends[i], position);
                if (at[i] < ends[i]) {
                    least = Math.min(least, segment.posting(at[i]));
                }
            }
            return least;
        }

        private int nextBit(int position, int end) {
            int word = position >>> 6;
            long left = position < end ? bits[word] & -1L << position : 0;
            while (left == 0 && ++word << 6 < end) {
                left = bits[word];
            }
            return left == 0 ? end : Math.min(end, (word << 6) + Long.numberOfTrailingZeros(left));
        }
    }
}
