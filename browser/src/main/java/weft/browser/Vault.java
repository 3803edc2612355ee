package weft.browser;

import java.util.Optional;
import weft.core.key.VaultSeal;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * The opened vault's passphrase key, and what it was made with. While the node is open the key is also kept wrapped under
 * a session key, so that a worker which the browser stopped can go on without the passphrase: the wrapped key lies in
 * IndexedDB, the session key only in the memory of this worker and of the open pages. Once no page is open, or the person
 * has locked, nobody has the session key any more.
 */
final class Vault {
    /**
     * How costly it is to try a passphrase: 32 MiB and three passes. A computer takes 64 MiB and four lanes; a phone's
     * browser runs Argon2id in JavaScript on one lane, and an old phone has little memory to give.
     */
    private static final int MEMORY_KIBIBYTES = 32 * 1024;

    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int KEY = 32;
    private static final int NONCE = 12;

    private final Primitives primitives;
    private final Entropy entropy;
    private VaultSeal.Lock lock;
    private Secret key;

    private Vault(Primitives primitives, Entropy entropy, VaultSeal.Lock lock, Secret key) {
        this.primitives = primitives;
        this.entropy = entropy;
        this.lock = lock;
        this.key = key;
    }

    /** A vault and what was in it. */
    record Opened(Vault vault, Secret content) {}

    /** A sealed vault and the file key that goes with its passphrase key. */
    record Kept(Secret fileKey, Bytes sealed) {}

    /** A vault that has not been written yet. Destroys the passphrase. */
    static Vault create(Primitives primitives, Entropy entropy, Secret passphrase) {
        VaultSeal.Lock lock = freshLock(entropy);
        try (passphrase) {
            return new Vault(primitives, entropy, lock, VaultSeal.passphraseKey(primitives, passphrase, lock));
        }
    }

    /** Whether what is stored has the shape of a vault. */
    static boolean readable(Bytes sealed) {
        return VaultSeal.lock(sealed) instanceof Checked.Good<VaultSeal.Lock>;
    }

    /** Opens with a passphrase, which is destroyed; nothing where it is the wrong one. Destroys the file key. */
    static Optional<Opened> open(Primitives primitives, Entropy entropy, Kept kept, Secret passphrase) {
        try (passphrase) {
            return switch (VaultSeal.lock(kept.sealed())) {
                case Checked.Good<VaultSeal.Lock>(VaultSeal.Lock lock) ->
                    openWith(primitives, entropy, kept, lock, VaultSeal.passphraseKey(primitives, passphrase, lock));
                case Checked.Bad<VaultSeal.Lock> bad -> {
                    kept.fileKey().destroy();
                    yield Optional.empty();
                }
            };
        }
    }

    /** Opens with a session key, which is destroyed. Destroys the file key. */
    static Optional<Opened> resume(Primitives primitives, Entropy entropy, Kept kept, Secret session, String wrapped) {
        try (session) {
            Optional<Secret> key = unwrap(primitives, session, wrapped);
            if (key.isPresent() && VaultSeal.lock(kept.sealed()) instanceof Checked.Good<VaultSeal.Lock>(VaultSeal.Lock lock)) {
                return openWith(primitives, entropy, kept, lock, key.get());
            }
            key.ifPresent(Secret::destroy);
            kept.fileKey().destroy();
            return Optional.empty();
        }
    }

    private static Optional<Opened> openWith(Primitives primitives, Entropy entropy, Kept kept, VaultSeal.Lock lock, Secret key) {
        try (Secret fileKey = kept.fileKey()) {
            return switch (VaultSeal.open(primitives, key, fileKey, kept.sealed())) {
                case Checked.Good<Secret>(Secret content) -> Optional.of(new Opened(new Vault(primitives, entropy, lock, key), content));
                case Checked.Bad<Secret> bad -> {
                    key.destroy();
                    yield Optional.empty();
                }
            };
        }
    }

    private static VaultSeal.Lock freshLock(Entropy entropy) {
        return new VaultSeal.Lock(entropy.next(16), MEMORY_KIBIBYTES, PASSES, LANES);
    }

    /** Seals a content, which is destroyed, under a fresh file key. */
    Kept seal(Secret content) {
        Secret fileKey = primitives.fresh(entropy, KEY);
        try (content) {
            return new Kept(fileKey, VaultSeal.seal(primitives, key, fileKey, lock, content, entropy));
        }
    }

    /** From now on under another passphrase, which is destroyed. */
    void relock(Secret passphrase) {
        VaultSeal.Lock fresh = freshLock(entropy);
        try (passphrase) {
            Secret next = VaultSeal.passphraseKey(primitives, passphrase, fresh);
            key.destroy();
            key = next;
            lock = fresh;
        }
    }

    /** The passphrase key as it may lie in IndexedDB while the node is open: nonce, cipher text, tag, as base64url. */
    String wrap(Secret session) {
        Bytes nonce = entropy.next(NONCE);
        try (Secret cipher = primitives.hkdfExpand(session, Bytes.utf8("weft/1 session cipher"), KEY)) {
            Bytes hidden = nonce.then(primitives.chacha20Hide(cipher, nonce, key));
            return hidden.then(sessionTag(primitives, session, hidden)).base64Url();
        }
    }

    private static Optional<Secret> unwrap(Primitives primitives, Secret session, String wrapped) {
        Bytes bytes = Bytes.parseBase64Url(wrapped).orElse(Bytes.EMPTY);
        if (bytes.size() != NONCE + KEY + KEY) {
            return Optional.empty();
        }
        Bytes hidden = bytes.slice(0, NONCE + KEY);
        if (!sessionTag(primitives, session, hidden).equals(bytes.slice(NONCE + KEY, bytes.size()))) {
            return Optional.empty();
        }
        try (Secret cipher = primitives.hkdfExpand(session, Bytes.utf8("weft/1 session cipher"), KEY)) {
            return Optional.of(primitives.chacha20Reveal(cipher, hidden.slice(0, NONCE), hidden.slice(NONCE, NONCE + KEY)));
        }
    }

    private static Bytes sessionTag(Primitives primitives, Secret session, Bytes hidden) {
        try (Secret tagKey = primitives.hkdfExpand(session, Bytes.utf8("weft/1 session tag"), KEY)) {
            return primitives.tag(tagKey, hidden);
        }
    }

    /** A salt of {@link #recallKey}. */
    Bytes freshSalt() {
        return entropy.next(KEY);
    }

    /** The key for what envelopes held, good as long as both this key and the salt are there. */
    Secret recallKey(Bytes salt) {
        return primitives.hkdfExpand(key, Bytes.utf8("weft/1 recall").then(salt), KEY);
    }

    /** Destroys the key. */
    void close() {
        key.destroy();
    }
}
