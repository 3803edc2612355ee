package weft.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.find.FindIndex;
import weft.core.find.Findable;
import weft.core.find.Search;

/**
 * The index of {@code weft.core.find} beside Lucene: the same synthetic entries, the same searches (words, 25 km, a span of time), by
 * turns in one thread; every search's hits are compared before anything is timed. Called by {@code ./weft bench find}.
 */
public final class FindBench {
    private static final int TOWNS = 400;
    private static final int VOCABULARY = 60_000;
    private static final long START = 1_800_000_000L;
    private static final int DAYS = 60;
    private static final int BATCH = 20_000;

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final String[] words = new String[VOCABULARY];
    private final double[] wordWeights = zipf(VOCABULARY, 1.0);
    private final double[][] towns = new double[TOWNS][];
    private final double[] townWeights = zipf(TOWNS, 0.8);

    private FindBench() {
        for (int i = 0; i < VOCABULARY; i++) {
            words[i] = word(i);
        }
        for (int i = 0; i < TOWNS; i++) {
            // A country about 900 km across.
            towns[i] = new double[] {43 + random.nextDouble() * 8, -1 + random.nextDouble() * 12};
        }
    }

    /** The first argument is the number of entries (1,000,000), the second the number of searches (2,000). */
    public static void main(String[] arguments) throws IOException {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        new FindBench().run(many, searches);
    }

    /** What one entry says, in the form that both are given. */
    record Item(String text, double latitude, double longitude, long from, long until) {}

    private void run(int many, int searches) throws IOException {
        FindIndex index = new FindIndex();
        try (LucenePeer lucene = new LucenePeer()) {
            fill(index, lucene, many);
            System.out.printf(Locale.ROOT, "memory, bytes an entry: Weft %.0f, Lucene %.0f (its files, held in memory)%n%n",
                    (double) index.bytes() / many, (double) lucene.bytes() / many);
            System.out.println("search                                       hits   Weft p50 / p99 ms   Lucene p50 / p99 ms"
                    + "   p50 of Lucene's   p99 of Lucene's");
            for (int kind = 0; kind < Kind.values().length; kind++) {
                measure(index, lucene, Kind.values()[kind], searches);
            }
            remove(index, many);
        }
    }

    /** What is looked for. */
    enum Kind {
        /** The one that the goals are about: two words, 25 km, three days. */
        TWO_WORDS("two words, 25 km, three days", 2, 25_000, true),
        ONE_WORD("one word, 25 km, three days", 1, 25_000, true),
        ANYWHERE("two words, anywhere, at any time", 2, 0, false);

        private final String says;
        private final int words;
        private final double metres;
        private final boolean when;

        Kind(String says, int words, double metres, boolean when) {
            this.says = says;
            this.words = words;
            this.metres = metres;
            this.when = when;
        }
    }

    private void fill(FindIndex index, LucenePeer lucene, int many) throws IOException {
        long ours = 0;
        long theirs = 0;
        for (int done = 0; done < many; done += BATCH) {
            List<Item> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, many - done); i++) {
                batch.add(item());
            }
            long begin = System.nanoTime();
            int[] handles = index.addAll(0, batch.stream().map(FindBench::findable).toList());
            long middle = System.nanoTime();
            for (int i = 0; i < handles.length; i++) {
                lucene.add(handles[i], batch.get(i));
            }
            ours += middle - begin;
            theirs += System.nanoTime() - middle;
        }
        long begin = System.nanoTime();
        lucene.open();
        theirs += System.nanoTime() - begin;
        System.out.printf(Locale.ROOT, "%,d entries taken in: Weft %.1f s, Lucene %.1f s (into one segment)%n", many, ours / 1e9, theirs / 1e9);
    }

    private void measure(FindIndex index, LucenePeer lucene, Kind kind, int searches) throws IOException {
        List<Search> all = new ArrayList<>();
        for (int i = 0; i < searches; i++) {
            all.add(search(kind));
        }
        long hits = 0;
        for (Search search : all) {
            int[] ours = index.search(search);
            int[] theirs = lucene.search(search);
            Arrays.sort(theirs);
            if (!Arrays.equals(ours, theirs)) {
                lucene.sameButForTheBorder(search, ours, theirs);
            }
            hits += ours.length;
        }
        for (int i = 0; i < 2; i++) {
            times(all, index, lucene);
        }
        double[][] seen = times(all, index, lucene);
        double[] p50 = {seen[0][searches / 2], seen[1][searches / 2]};
        double[] p99 = {seen[0][searches * 99 / 100], seen[1][searches * 99 / 100]};
        System.out.printf(Locale.ROOT, "%-40s %8.1f   %8.4f / %.4f   %10.3f / %.3f   %14.1f %%   %14.1f %%%n", kind.says, (double) hits / searches,
                p50[0], p99[0], p50[1], p99[1], 100 * p50[0] / p50[1], 100 * p99[0] / p99[1]);
    }

    /** Milliseconds of each search, sorted; by turns, so that other work on the machine meets both. */
    private static double[][] times(List<Search> all, FindIndex index, LucenePeer lucene) throws IOException {
        double[][] out = new double[2][all.size()];
        long kept = 0;
        for (int i = 0; i < all.size(); i++) {
            long begin = System.nanoTime();
            kept += index.search(all.get(i)).length;
            long middle = System.nanoTime();
            kept -= lucene.search(all.get(i)).length;
            out[0][i] = (middle - begin) / 1e6;
            out[1][i] = (System.nanoTime() - middle) / 1e6;
        }
        if (kept > 1_000) {
            throw new IllegalStateException("not the same hits");
        }
        Arrays.sort(out[0]);
        Arrays.sort(out[1]);
        return out;
    }

    private void remove(FindIndex index, int many) {
        int some = Math.min(many / 2, 20_000);
        double[] seen = new double[some];
        for (int i = 0; i < some; i++) {
            long begin = System.nanoTime();
            index.remove(i);
            seen[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(seen);
        System.out.printf(Locale.ROOT, "%nforgetting one entry, all arrays overwritten: p50 %.4f ms, p99 %.4f ms%n", seen[some / 2], seen[some * 99 / 100]);
    }

    private Search search(Kind kind) {
        Item like = item();
        String[] said = like.text().split(" ");
        String wanted = said[random.nextInt(said.length)] + (kind.words > 1 ? " " + said[random.nextInt(said.length)] : "");
        long day = START + random.nextInt(DAYS) * 86_400L;
        return new Search(wanted, false, Optional.empty(), Optional.empty(), kind.when ? Optional.of(day) : Optional.empty(),
                kind.when ? Optional.of(day + 3 * 86_400L) : Optional.empty(),
                kind.metres == 0 ? Optional.empty() : Optional.of(new Search.Around(Point.blurred(like.latitude(), like.longitude()), kind.metres)));
    }

    private static Findable findable(Item item) {
        return new Findable(Optional.of(Side.NEED), item.text(), "", "", "", Optional.of(Point.blurred(item.latitude(), item.longitude())),
                Optional.of(item.from()), Optional.of(item.until()), List.of());
    }

    private Item item() {
        double[] town = towns[draw(townWeights)];
        StringBuilder text = new StringBuilder();
        for (int i = 6 + random.nextInt(10); i > 0; i--) {
            text.append(words[draw(wordWeights)]).append(i > 1 ? " " : "");
        }
        long from = START + random.nextInt(DAYS * 24) * 3_600L;
        return new Item(text.toString(), town[0] + random.nextGaussian() * 0.08, town[1] + random.nextGaussian() * 0.11, from,
                from + (1 + random.nextInt(14 * 24)) * 3_600L);
    }

    private int draw(double[] sums) {
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, sums.length - 1);
    }

    private static double[] zipf(int many, double power) {
        double[] sums = new double[many];
        double sum = 0;
        for (int i = 0; i < many; i++) {
            sum += 1 / Math.pow(i + 5, power);
            sums[i] = sum;
        }
        return sums;
    }

    /** A word that no stemming changes and that is none of those that say nothing: syllables ending in a vowel other than e. */
    private static String word(int number) {
        StringBuilder out = new StringBuilder();
        for (int left = number + 70; left > 0; left /= 70) {
            out.append("bcdfghklmnprtv".charAt(left % 70 % 14)).append("aiouy".charAt(left % 70 / 14));
        }
        return out.append("ko").toString();
    }
}
