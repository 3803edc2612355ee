package weft.sim.world;

import java.util.List;
import java.util.SplittableRandom;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/** All that is left to chance in a world, from one seed. Everybody has dice of their own, so that one more throw here changes nothing there. */
public final class Dice implements Entropy {
    private final SplittableRandom random;

    /** Dice of a seed. */
    public Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Other dice, from these. */
    public Dice split() {
        return new Dice(random.split());
    }

    @Override
    public Bytes next(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    @Override
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many throws. */
    public boolean chance(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    /** A whole number from the first up to, not including, the second. */
    public long between(long from, long to) {
        return random.nextLong(from, to);
    }

    /** A waiting time in milliseconds with this mean (exponential), at least one; for ever where the mean is 0. */
    public long gap(long meanMillis) {
        return meanMillis == 0 ? Long.MAX_VALUE / 4 : Math.max(1, (long) (-Math.log(1 - random.nextDouble()) * meanMillis));
    }

    /** One of several. */
    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
