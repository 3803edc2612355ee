package weft.jdk;

import java.security.SecureRandom;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/** Randomness from the operating system. Thread-safe. */
public final class JdkEntropy implements Entropy {
    private final SecureRandom random = new SecureRandom();

    /** A source of its own. */
    public JdkEntropy() {}

    @Override
    public void fill(byte[] target) {
        random.nextBytes(target);
    }

    @Override
    public Bytes next(int size) {
        byte[] out = new byte[size];
        random.nextBytes(out);
        return Bytes.wrap(out);
    }
}
