package weft.jdk;

import java.util.Optional;
import weft.primitives.Secret;

/**
 * secp256k1 as {@link JdkPrimitives} needs it. There are two ways to libsecp256k1: straight into its functions
 * ({@link DirectCurve}), so that keys never pass through the heap, where the library shows them; else through JNI
 * ({@link JniCurve}). Sizes have been checked by the caller.
 */
interface Curve {
    /** The best way that this machine has. */
    static Curve load() {
        return DirectCurve.load().orElseGet(JniCurve::new);
    }

    boolean isKey(Secret key);

    boolean isPublicKey(byte[] xOnly);

    byte[] publicKey(Secret key);

    byte[] sign(Secret key, byte[] message, byte[] auxiliary);

    boolean verify(byte[] publicKey, byte[] message, byte[] signature);

    Optional<Secret> agree(Secret key, byte[] publicKey);
}
