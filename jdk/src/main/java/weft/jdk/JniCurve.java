package weft.jdk;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import weft.primitives.Secret;

/** libsecp256k1 through the JNI functions of fr.acinq.secp256k1, which take keys as arrays and only messages of 32 bytes. */
final class JniCurve implements Curve {
    private static final int COMPRESSED = 33;

    private final Secp256k1 library = Secp256k1.get();

    private static <T> T with(Secret key, Function<byte[], T> use) {
        byte[] bytes = new byte[key.size()];
        try {
            key.copyTo(bytes, 0);
            return use.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public boolean isKey(Secret key) {
        return with(key, library::secKeyVerify);
    }

    @Override
    public boolean isPublicKey(byte[] xOnly) {
        try {
            return library.pubkeyParse(even(xOnly)).length > 0;
        } catch (Secp256k1Exception e) {
            return false;
        }
    }

    @Override
    public byte[] publicKey(Secret key) {
        return with(key, bytes -> Arrays.copyOfRange(library.pubkeyCreate(bytes), 1, COMPRESSED));
    }

    @Override
    public byte[] sign(Secret key, byte[] message, byte[] auxiliary) {
        if (message.length != 32) {
            throw new UnsupportedOperationException("on this system only messages of 32 bytes can be signed");
        }
        return with(key, bytes -> library.signSchnorr(message, bytes, auxiliary));
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            return message.length == 32 && library.verifySchnorr(signature, message, publicKey);
        } catch (Secp256k1Exception e) {
            return false;
        }
    }

    @Override
    public Optional<Secret> agree(Secret key, byte[] publicKey) {
        if (!isPublicKey(publicKey)) {
            return Optional.empty();
        }
        byte[] point = with(key, bytes -> library.pubKeyTweakMul(even(publicKey), bytes));
        try {
            return Optional.of(new NativeSecret(point, 1, 32));
        } finally {
            Arrays.fill(point, (byte) 0);
        }
    }

    /** The point with an even y coordinate of an x coordinate, compressed (SEC 1, section 2.3.3). */
    private static byte[] even(byte[] xOnly) {
        byte[] out = new byte[COMPRESSED];
        out[0] = 2;
        System.arraycopy(xOnly, 0, out, 1, 32);
        return out;
    }
}
