package weft.sim.drill;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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

    /** Leaves no copy behind, as the system's source of randomness leaves none: in one drill the memory is looked through. */
    @Override
    public void fill(byte[] target) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[32];
            for (int at = 0; at < target.length; at += block.length) {
                sha.update(seed.then(Bytes.bigEndian(counter++, 8)).toArray());
                sha.digest(block, 0, block.length);
                System.arraycopy(block, 0, target, at, Math.min(block.length, target.length - at));
            }
            Arrays.fill(block, (byte) 0);
        } catch (NoSuchAlgorithmException | DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether something of a hundred comes about. */
    boolean percent(int hundredths) {
        return below(100) < hundredths;
    }
}
