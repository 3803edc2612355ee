package weft.browser;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** The primitives in a browser (and in Node, for the vectors): the noble libraries. Single-threaded like all of JavaScript. */
public final class NoblePrimitives implements Primitives {
    /** Randomness of the platform: {@code crypto.getRandomValues}. */
    public static final Entropy ENTROPY = size -> bytes(Noble.entropy(size));

    /** Nothing is kept between calls. */
    public NoblePrimitives() {}

    private static Int8Array in(Bytes bytes) {
        return Int8Array.fromJavaArray(bytes.toArray());
    }

    private static Int8Array in(Bytes bytes, int size, String what) {
        if (bytes.size() != size) {
            throw new IllegalArgumentException(what + " must be " + size + " bytes, not " + bytes.size());
        }
        return in(bytes);
    }

    private static Uint8Array in(Secret secret, int size, String what) {
        if (secret.size() != size) {
            throw new IllegalArgumentException(what + " must be " + size + " bytes, not " + secret.size());
        }
        return NobleSecret.of(secret);
    }

    private static Bytes bytes(Uint8Array array) {
        return Bytes.wrap(Noble.signed(array).copyToJavaArray());
    }

    /** A copy of public bytes as the browser takes them. */
    static Uint8Array array(Bytes bytes) {
        return Noble.own(in(bytes));
    }

    /** A copy of public bytes that the browser gave. */
    static Bytes read(Uint8Array array) {
        return bytes(array);
    }

    private static Secret secret(Uint8Array array) {
        return new NobleSecret(array);
    }

    @Override
    public Secret keep(byte[] bytes) {
        return secret(Noble.own(Int8Array.fromJavaArray(bytes)));
    }

    @Override
    public Bytes sha256(Bytes data) {
        return bytes(Noble.sha256(in(data)));
    }

    @Override
    public Secret hmac(Secret key, Bytes message) {
        return secret(Noble.hmac(NobleSecret.of(key), in(message)));
    }

    @Override
    public Bytes tag(Secret key, Bytes message) {
        return bytes(Noble.hmac(NobleSecret.of(key), in(message)));
    }

    @Override
    public Secret descend(Secret seed, long path, int steps) {
        if (steps < 0 || steps > 63) {
            throw new IllegalArgumentException("steps must be 0..63, not " + steps);
        }
        return secret(Noble.descend(NobleSecret.of(seed), (int) (path >>> 32), (int) path, steps));
    }

    @Override
    public Secret hkdfExtract(Bytes salt, Secret input) {
        return secret(Noble.hkdfExtract(in(salt), NobleSecret.of(input)));
    }

    @Override
    public Secret hkdfExpand(Secret key, Bytes info, int size) {
        if (size < 1 || size > 8160) {
            throw new IllegalArgumentException("the size must be 1..8160, not " + size);
        }
        return secret(Noble.hkdfExpand(NobleSecret.of(key), in(info), size));
    }

    @Override
    public Bytes chacha20(Secret key, Bytes nonce, Bytes data) {
        return bytes(Noble.chacha20(in(key, 32, "the key"), in(nonce, 12, "the nonce"), in(data)));
    }

    @Override
    public Bytes chacha20Hide(Secret key, Bytes nonce, Secret data) {
        Int8Array plain = Noble.signed(NobleSecret.of(data));
        return bytes(Noble.chacha20(in(key, 32, "the key"), in(nonce, 12, "the nonce"), plain));
    }

    @Override
    public Secret chacha20Reveal(Secret key, Bytes nonce, Bytes data) {
        return secret(Noble.chacha20(in(key, 32, "the key"), in(nonce, 12, "the nonce"), in(data)));
    }

    @Override
    public Bytes aesEncryptBlock(Secret key, Bytes block) {
        return bytes(Noble.aesEncryptBlock(in(key, 32, "the key"), in(block, 16, "the block")));
    }

    @Override
    public Bytes aesDecryptBlock(Secret key, Bytes block) {
        return bytes(Noble.aesDecryptBlock(in(key, 32, "the key"), in(block, 16, "the block")));
    }

    @Override
    public boolean isKey(Secret secret) {
        return Noble.isKey(in(secret, 32, "the key"));
    }

    @Override
    public boolean isPublicKey(Bytes xOnly) {
        return Noble.isPublicKey(in(xOnly));
    }

    @Override
    public Bytes publicKey(Secret key) {
        return bytes(Noble.publicKey(in(key, 32, "the key")));
    }

    @Override
    public Bytes sign(Secret key, Bytes message, Bytes auxiliary) {
        return bytes(Noble.sign(in(key, 32, "the key"), in(message), in(auxiliary, 32, "the auxiliary randomness")));
    }

    @Override
    public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        return Noble.verify(in(publicKey), in(message), in(signature));
    }

    @Override
    public Optional<Secret> agree(Secret key, Bytes publicKey) {
        @Nullable Uint8Array shared = Noble.agree(in(key, 32, "the key"), in(publicKey));
        return shared == null ? Optional.empty() : Optional.of(secret(shared));
    }

    @Override
    public Secret argon2id(Secret passphrase, Bytes salt, int memoryKibibytes, int passes, int lanes) {
        return secret(Noble.argon2id(NobleSecret.of(passphrase), in(salt), memoryKibibytes, passes, lanes));
    }
}
