package weft.core.key;

import java.util.Arrays;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * The keys that one message, or one vault file, is encrypted and authenticated with; expanded as NIP-44 does.
 *
 * @param stream the ChaCha20 key, 32 bytes
 * @param nonce the ChaCha20 nonce, 12 bytes
 * @param tag the HMAC key, 32 bytes
 */
record StreamKeys(Secret stream, Bytes nonce, Secret tag) implements AutoCloseable {
    private static final int SIZE = 76;

    /** The first, middle and last part of HKDF-Expand(key, info, 76). */
    static StreamKeys expand(Primitives p, Secret key, Bytes info) {
        byte[] all = new byte[SIZE];
        try (Secret expanded = p.hkdfExpand(key, info, SIZE)) {
            expanded.copyTo(all, 0);
            return new StreamKeys(
                    p.keep(Arrays.copyOfRange(all, 0, 32)),
                    Bytes.wrap(Arrays.copyOfRange(all, 32, 44)),
                    p.keep(Arrays.copyOfRange(all, 44, SIZE)));
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    @Override
    public void close() {
        stream.destroy();
        tag.destroy();
    }
}
