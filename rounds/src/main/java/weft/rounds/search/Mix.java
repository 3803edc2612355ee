package weft.rounds.search;

/** A small seeded generator (SplitMix64, Steele, Lea and Flood 2014): the same seed gives the same plan everywhere. */
final class Mix {
    private long state;

    Mix(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 up to but without {@code bound}. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** From 0 up to but without 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    void shuffle(int[] values, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
