package weft.primitives;

/** Where randomness comes from: the operating system on a node, a seed in the simulator. */
@FunctionalInterface
public interface Entropy {
    /** Fresh bytes, as many as asked for. */
    Bytes next(int size);

    /**
     * Fills an array, for what becomes a secret: sources that can leave no other copy of it behind do so.
     *
     * @param target whose owner wipes it
     */
    default void fill(byte[] target) {
        next(target.length).copyTo(target, 0);
    }

    /** A whole number from 0 up to, not including, a bound of at least 1; without bias. */
    default int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("the bound must be at least 1");
        }
        long limit = (1L << 32) / bound * bound;
        while (true) {
            long drawn = next(4).bigEndianAt(0, 4);
            if (drawn < limit) {
                return (int) (drawn % bound);
            }
        }
    }
}
