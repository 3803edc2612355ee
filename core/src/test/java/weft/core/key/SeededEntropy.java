package weft.core.key;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/** Randomness that a seed determines, the same on every machine. */
final class SeededEntropy implements Entropy {
    private final RandomGenerator random;

    SeededEntropy(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Override
    public Bytes next(int size) {
        byte[] out = new byte[size];
        random.nextBytes(out);
        return Bytes.wrap(out);
    }

    int slot() {
        return (int) (256 + Math.floorMod(random.nextLong(), (1L << 32) - 256));
    }
}
