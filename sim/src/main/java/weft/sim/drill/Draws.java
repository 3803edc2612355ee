package weft.sim.drill;

import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;

/** Bytes from a seed: SHA-256 in counter mode. */
final class Draws implements Entropy {
    static final Primitives P = new JdkPrimitives();
    private final Bytes seed;
    private long counter;

    Draws(String seed) {
        this.seed = Bytes.utf8(seed);
    }

    @Override
    public Bytes next(int size) {
        Bytes out = Bytes.EMPTY;
        while (out.size() < size) {
            out = out.then(P.sha256(seed.then(Bytes.bigEndian(counter++, 8))));
        }
        return out.slice(0, size);
    }

    /** Whether something of a hundred comes about. */
    boolean percent(int hundredths) {
        return below(100) < hundredths;
    }
}
