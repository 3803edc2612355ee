package weft.sim.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * The real primitives, made cheap where a world of a thousand nodes on one machine asks the same thing a thousand times: the
 * answer of a verification is remembered (same inputs, same answer), and the passphrase's key costs one HMAC in place of
 * Argon2id. Everything else is what nodes use outside.
 */
public final class FastPrimitives implements Primitives {
    private static final int REMEMBERED = 100_000;

    private record Asked(Bytes publicKey, Bytes message, Bytes signature) {}

    private final Primitives real = new JdkPrimitives();
    private final Map<Asked, Boolean> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long verified;
    private long remembered;

    /** How many verifications were done. */
    public long verified() {
        return verified;
    }

    /** How many were answered from memory. */
    public long remembered() {
        return remembered;
    }

    @Override
    public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        Asked asked = new Asked(publicKey, message, signature);
        Boolean known = answers.get(asked);
        if (known != null) {
            remembered++;
            return known;
        }
        verified++;
        boolean answer = real.verify(publicKey, message, signature);
        answers.put(asked, answer);
        return answer;
    }

    @Override
    public Secret argon2id(Secret passphrase, Bytes salt, int memoryKibibytes, int passes, int lanes) {
        return real.hmac(passphrase, salt);
    }

    @Override
    public Secret keep(byte[] bytes) {
        return real.keep(bytes);
    }

    @Override
    public Bytes sha256(Bytes data) {
        return real.sha256(data);
    }

    @Override
    public Secret hmac(Secret key, Bytes message) {
        return real.hmac(key, message);
    }

    @Override
    public Bytes tag(Secret key, Bytes message) {
        return real.tag(key, message);
    }

    @Override
    public Secret descend(Secret seed, long path, int steps) {
        return real.descend(seed, path, steps);
    }

    @Override
    public Secret hkdfExtract(Bytes salt, Secret input) {
        return real.hkdfExtract(salt, input);
    }

    @Override
    public Secret hkdfExpand(Secret key, Bytes info, int size) {
        return real.hkdfExpand(key, info, size);
    }

    @Override
    public Bytes chacha20(Secret key, Bytes nonce, Bytes data) {
        return real.chacha20(key, nonce, data);
    }

    @Override
    public Bytes chacha20Hide(Secret key, Bytes nonce, Secret data) {
        return real.chacha20Hide(key, nonce, data);
    }

    @Override
    public Secret chacha20Reveal(Secret key, Bytes nonce, Bytes data) {
        return real.chacha20Reveal(key, nonce, data);
    }

    @Override
    public Bytes aesEncryptBlock(Secret key, Bytes block) {
        return real.aesEncryptBlock(key, block);
    }

    @Override
    public Bytes aesDecryptBlock(Secret key, Bytes block) {
        return real.aesDecryptBlock(key, block);
    }

    @Override
    public boolean isKey(Secret secret) {
        return real.isKey(secret);
    }

    @Override
    public boolean isPublicKey(Bytes xOnly) {
        return real.isPublicKey(xOnly);
    }

    @Override
    public Bytes publicKey(Secret key) {
        return real.publicKey(key);
    }

    @Override
    public Bytes sign(Secret key, Bytes message, Bytes auxiliary) {
        return real.sign(key, message, auxiliary);
    }

    @Override
    public Optional<Secret> agree(Secret key, Bytes publicKey) {
        return real.agree(key, publicKey);
    }
}
