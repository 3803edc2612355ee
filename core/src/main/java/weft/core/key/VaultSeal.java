package weft.core.key;

import java.util.Arrays;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * Seals the vault's content, which holds every secret of a person, under a passphrase and a file key together
 * ({@code spec/vault.md}). Without the file key, of which only the newest is left on the disk, no passphrase opens it.
 *
 * <pre>
 *   0   8  magic "weft/1 v"
 *   8   4  Argon2id: memory in KiB          }
 *  12   4  Argon2id: passes                 } the lock
 *  16   4  Argon2id: lanes                  }
 *  20  16  Argon2id: salt                   }
 *  36  32  nonce, fresh for each sealing
 *  68   n  ChaCha20 of  length (4) ‖ content ‖ zeros up to a multiple of 4,096
 *  +n  32  digest: SHA-256 of all before it, so that damage is told apart from a wrong passphrase
 * +32  32  tag: HMAC-SHA256 of the digest
 *
 * keys   HKDF-Expand(HKDF-Extract("weft/1 vault", passphrase key ‖ file key), "weft/1 vault file" ‖ nonce, 76)
 *        = ChaCha20 key (32) ‖ ChaCha20 nonce (12) ‖ HMAC key (32)
 * </pre>
 */
public final class VaultSeal {
    /** How many bytes a file key has. */
    public static final int FILE_KEY = 32;
    /** The most bytes that a content may have: 64 MiB. */
    public static final int CONTENT_BYTES = 64 * 1024 * 1024;

    private static final Bytes MAGIC = Bytes.utf8("weft/1 v");
    private static final int NUMBER = 4;
    private static final int LOCK_AT = 8;
    private static final int SALT_AT = LOCK_AT + 3 * NUMBER;
    private static final int NONCE_AT = SALT_AT + Lock.SALT;
    private static final int HIDDEN_AT = NONCE_AT + 32;
    private static final int DIGEST = 32;
    private static final int TAG = 32;
    private static final int STEP = 4_096;

    private VaultSeal() {}

    /**
     * How a passphrase becomes a key (Argon2id, RFC 9106).
     *
     * @param salt 16 random bytes
     * @param memoryKibibytes 8 for each lane at least, up to 4 GiB
     * @param passes 1..64
     * @param lanes 1..16
     */
    public record Lock(Bytes salt, int memoryKibibytes, int passes, int lanes) {
        static final int SALT = 16;

        private static final int MOST_MEMORY = 4 * 1024 * 1024;
        private static final int MOST_PASSES = 64;
        private static final int MOST_LANES = 16;

        /** Checks the ranges. */
        public Lock {
            if (salt.size() != SALT || !fits(memoryKibibytes, passes, lanes)) {
                throw new IllegalArgumentException("no such lock");
            }
        }

        static boolean fits(long memoryKibibytes, long passes, long lanes) {
            return lanes >= 1 && lanes <= MOST_LANES && passes >= 1 && passes <= MOST_PASSES
                    && memoryKibibytes >= 8 * lanes && memoryKibibytes <= MOST_MEMORY;
        }

        /** A lock with a fresh salt and the work that RFC 9106 recommends for machines with little memory: 64 MiB, 3 passes, 4 lanes. */
        public static Lock fresh(Entropy entropy) {
            return new Lock(entropy.next(SALT), 65_536, 3, 4);
        }
    }

    /** The key that a passphrase makes, 32 bytes; takes as long as the lock wants. */
    public static Secret passphraseKey(Primitives p, Secret passphrase, Lock lock) {
        return p.argon2id(passphrase, lock.salt(), lock.memoryKibibytes(), lock.passes(), lock.lanes());
    }

    private static StreamKeys keys(Primitives p, Secret passphraseKey, Secret fileKey, Bytes nonce) {
        byte[] both = new byte[passphraseKey.size() + fileKey.size()];
        passphraseKey.copyTo(both, 0);
        fileKey.copyTo(both, passphraseKey.size());
        try (Secret input = p.keep(both); Secret extracted = p.hkdfExtract(Labels.VAULT, input)) {
            return StreamKeys.expand(p, extracted, Labels.VAULT_FILE.then(nonce));
        }
    }

    /**
     * Seals a content.
     *
     * @param passphraseKey 32 bytes, from {@link #passphraseKey} with the same lock
     * @param fileKey 32 random bytes, fresh for each file
     * @throws IllegalArgumentException where a size is wrong
     */
    public static Bytes seal(Primitives p, Secret passphraseKey, Secret fileKey, Lock lock, Secret content, Entropy entropy) {
        wantKeys(passphraseKey, fileKey);
        if (content.size() > CONTENT_BYTES) {
            throw new IllegalArgumentException("a vault holds at most " + CONTENT_BYTES + " bytes");
        }
        Bytes nonce = entropy.next(32);
        Bytes head = MAGIC.then(Bytes.bigEndian(lock.memoryKibibytes(), NUMBER), Bytes.bigEndian(lock.passes(), NUMBER),
                Bytes.bigEndian(lock.lanes(), NUMBER), lock.salt(), nonce);
        byte[] padded = new byte[padded(content.size())];
        Bytes.bigEndian(content.size(), NUMBER).copyTo(padded, 0);
        content.copyTo(padded, NUMBER);
        try (StreamKeys keys = keys(p, passphraseKey, fileKey, nonce); Secret plain = p.keep(padded)) {
            Bytes body = head.then(p.chacha20Hide(keys.stream(), keys.nonce(), plain));
            Bytes digest = p.sha256(body);
            return body.then(digest, p.tag(keys.tag(), digest));
        }
    }

    private static void wantKeys(Secret passphraseKey, Secret fileKey) {
        if (passphraseKey.size() != 32 || fileKey.size() != FILE_KEY) {
            throw new IllegalArgumentException("both keys have 32 bytes");
        }
    }

    private static int padded(int size) {
        return (NUMBER + size + STEP - 1) / STEP * STEP;
    }

    /** The lock of a sealed vault, so that a passphrase can be asked for; says nothing about the rest. */
    public static Checked<Lock> lock(Bytes sealed) {
        if (sealed.size() < MAGIC.size() || !sealed.slice(0, MAGIC.size()).equals(MAGIC)) {
            return Checked.bad(VaultFault.NOT_A_VAULT, "it does not begin as a vault does");
        }
        int hidden = sealed.size() - HIDDEN_AT - DIGEST - TAG;
        if (hidden < STEP || hidden % STEP != 0 || hidden > padded(CONTENT_BYTES)) {
            return Checked.bad(VaultFault.WRONG_SIZE, sealed.size() + " bytes");
        }
        long memory = sealed.bigEndianAt(LOCK_AT, NUMBER);
        long passes = sealed.bigEndianAt(LOCK_AT + NUMBER, NUMBER);
        long lanes = sealed.bigEndianAt(LOCK_AT + 2 * NUMBER, NUMBER);
        if (!Lock.fits(memory, passes, lanes)) {
            return Checked.bad(VaultFault.WRONG_LOCK, memory + " KiB, " + passes + " passes, " + lanes + " lanes");
        }
        return Checked.good(new Lock(sealed.slice(SALT_AT, NONCE_AT), (int) memory, (int) passes, (int) lanes));
    }

    /**
     * Opens a sealed vault; the caller destroys the content.
     *
     * @throws IllegalArgumentException where a key is not of 32 bytes
     */
    public static Checked<Secret> open(Primitives p, Secret passphraseKey, Secret fileKey, Bytes sealed) {
        wantKeys(passphraseKey, fileKey);
        return lock(sealed).then(lock -> {
            int end = sealed.size() - DIGEST - TAG;
            Bytes digest = sealed.slice(end, end + DIGEST);
            if (!p.sha256(sealed.slice(0, end)).equals(digest)) {
                return Checked.bad(VaultFault.DAMAGED, "the digest does not fit");
            }
            try (StreamKeys keys = keys(p, passphraseKey, fileKey, sealed.slice(NONCE_AT, HIDDEN_AT))) {
                if (!p.tag(keys.tag(), digest).equals(sealed.slice(end + DIGEST, sealed.size()))) {
                    return Checked.bad(VaultFault.WRONG_KEY, "the tag does not fit");
                }
                try (Secret plain = p.chacha20Reveal(keys.stream(), keys.nonce(), sealed.slice(HIDDEN_AT, end))) {
                    return unpad(p, plain);
                }
            }
        });
    }

    private static Checked<Secret> unpad(Primitives p, Secret plain) {
        byte[] padded = new byte[plain.size()];
        try {
            plain.copyTo(padded, 0);
            int size = 0;
            for (int i = 0; i < NUMBER; i++) {
                size = size << 8 | padded[i] & 0xff;
            }
            if (size < 0 || size > padded.length - NUMBER || padded(size) != padded.length) {
                return Checked.bad(VaultFault.WRONG_PADDING, "the length does not fit the padding");
            }
            for (int i = NUMBER + size; i < padded.length; i++) {
                if (padded[i] != 0) {
                    return Checked.bad(VaultFault.WRONG_PADDING, "the padding is not zeros");
                }
            }
            return Checked.good(p.keep(Arrays.copyOfRange(padded, NUMBER, NUMBER + size)));
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }
}
