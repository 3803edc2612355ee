package weft.jdk;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * The primitives on a computer: SHA-256, ChaCha20 and AES from the JDK, secp256k1 from libsecp256k1, Argon2id from
 * Bouncy Castle. Thread-safe; one object serves a whole process. Secrets lie outside the heap, and each array that held
 * one for the length of a call is wiped before the call returns.
 */
public final class JdkPrimitives implements Primitives {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int BLOCK = 16;
    private static final byte[] NONE = new byte[0];

    private final Curve curve;

    /**
     * Loads libsecp256k1.
     *
     * @throws IllegalStateException where there is none for this system
     */
    public JdkPrimitives() {
        this(Curve.load());
    }

    JdkPrimitives(Curve curve) {
        this.curve = curve;
    }

    /** How many secrets of this process have been made and not destroyed, so that a test can see a leak. */
    public static long secretsAlive() {
        return SecretMemory.SHARED.live();
    }

    @Override
    public Secret keep(byte[] bytes) {
        try {
            return new NativeSecret(bytes, 0, bytes.length);
        } finally {
            wipe(bytes);
        }
    }

    @Override
    public Bytes sha256(Bytes data) {
        return Bytes.wrap(Hash.mine().sha256(data.toArray()));
    }

    @Override
    public Secret hmac(Secret key, Bytes message) {
        byte[] out = new byte[Hash.SIZE];
        mac(key, message, out);
        return keep(out);
    }

    @Override
    public Bytes tag(Secret key, Bytes message) {
        byte[] out = new byte[Hash.SIZE];
        mac(key, message, out);
        return Bytes.wrap(out);
    }

    private static void mac(Secret key, Bytes message, byte[] out) {
        byte[] plain = open(key);
        try {
            Hash.mine().hmac(plain, message.toArray(), NONE, out);
        } finally {
            wipe(plain);
        }
    }

    @Override
    public Secret descend(Secret seed, long path, int steps) {
        want(seed.size() == KEY, "a seed has 32 bytes");
        want(steps >= 0 && steps <= 63, "0 to 63 steps are wanted");
        byte[] value = open(seed);
        try {
            Hash.mine().descend(value, path, steps);
            return new NativeSecret(value, 0, KEY);
        } finally {
            wipe(value);
        }
    }

    @Override
    public Secret hkdfExtract(Bytes salt, Secret input) {
        byte[] plain = open(input);
        byte[] out = new byte[Hash.SIZE];
        try {
            Hash.mine().hmac(salt.toArray(), plain, NONE, out);
            return keep(out);
        } finally {
            wipe(plain);
        }
    }

    @Override
    public Secret hkdfExpand(Secret key, Bytes info, int size) {
        want(size >= 1 && size <= 255 * Hash.SIZE, "1 to 8160 bytes are wanted");
        byte[] plain = open(key);
        byte[] out = new byte[size];
        byte[] block = new byte[Hash.SIZE];
        byte[] label = Arrays.copyOf(info.toArray(), info.size() + 1);
        try {
            Hash hash = Hash.mine();
            for (int at = 0, i = 1; at < size; at += Hash.SIZE, i++) {
                label[info.size()] = (byte) i;
                hash.hmac(plain, i == 1 ? NONE : block, label, block);
                System.arraycopy(block, 0, out, at, Math.min(Hash.SIZE, size - at));
            }
            return keep(out);
        } finally {
            wipe(plain);
            wipe(block);
        }
    }

    @Override
    public Bytes chacha20(Secret key, Bytes nonce, Bytes data) {
        return Bytes.wrap(stream(key, nonce, data.toArray()));
    }

    @Override
    public Bytes chacha20Hide(Secret key, Bytes nonce, Secret data) {
        byte[] plain = open(data);
        try {
            return Bytes.wrap(stream(key, nonce, plain));
        } finally {
            wipe(plain);
        }
    }

    @Override
    public Secret chacha20Reveal(Secret key, Bytes nonce, Bytes data) {
        return keep(stream(key, nonce, data.toArray()));
    }

    private static byte[] stream(Secret key, Bytes nonce, byte[] data) {
        want(key.size() == KEY && nonce.size() == NONCE, "ChaCha20 takes a key of 32 bytes and a nonce of 12");
        byte[] plain = open(key);
        try {
            return Ciphers.mine().chacha20(plain, nonce.toArray(), data);
        } finally {
            wipe(plain);
        }
    }

    @Override
    public Bytes aesEncryptBlock(Secret key, Bytes block) {
        return block(key, block, true);
    }

    @Override
    public Bytes aesDecryptBlock(Secret key, Bytes block) {
        return block(key, block, false);
    }

    private static Bytes block(Secret key, Bytes block, boolean encrypt) {
        want(key.size() == KEY && block.size() == BLOCK, "AES-256 takes a key of 32 bytes and a block of 16");
        byte[] plain = open(key);
        try {
            return Bytes.wrap(Ciphers.mine().aes(plain, block.toArray(), encrypt));
        } finally {
            wipe(plain);
        }
    }

    @Override
    public boolean isKey(Secret secret) {
        return secret.size() == KEY && curve.isKey(secret);
    }

    @Override
    public boolean isPublicKey(Bytes xOnly) {
        return xOnly.size() == KEY && curve.isPublicKey(xOnly.toArray());
    }

    @Override
    public Bytes publicKey(Secret key) {
        want(isKey(key), "not a secp256k1 secret key");
        return Bytes.wrap(curve.publicKey(key));
    }

    @Override
    public Bytes sign(Secret key, Bytes message, Bytes auxiliary) {
        want(isKey(key), "not a secp256k1 secret key");
        want(auxiliary.size() == KEY, "32 bytes of auxiliary randomness are wanted");
        return Bytes.wrap(curve.sign(key, message.toArray(), auxiliary.toArray()));
    }

    @Override
    public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        return publicKey.size() == KEY && signature.size() == 2 * KEY && curve.verify(publicKey.toArray(), message.toArray(), signature.toArray());
    }

    @Override
    public Optional<Secret> agree(Secret key, Bytes publicKey) {
        want(isKey(key), "not a secp256k1 secret key");
        return publicKey.size() == KEY ? curve.agree(key, publicKey.toArray()) : Optional.empty();
    }

    @Override
    public Secret argon2id(Secret passphrase, Bytes salt, int memoryKibibytes, int passes, int lanes) {
        want(salt.size() >= 8, "Argon2id takes a salt of at least 8 bytes");
        want(lanes >= 1 && lanes <= 0xffffff && passes >= 1 && memoryKibibytes >= 8 * lanes, "Argon2id takes at least 1 lane, 1 pass and 8 KiB a lane");
        byte[] plain = open(passphrase);
        byte[] out = new byte[KEY];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        try {
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withSalt(salt.toArray())
                    .withMemoryAsKB(memoryKibibytes)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .build());
            generator.generateBytes(plain, out);
            return keep(out);
        } finally {
            wipe(plain);
        }
    }

    private static byte[] open(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return out;
    }

    private static void wipe(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
    }

    private static void want(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
