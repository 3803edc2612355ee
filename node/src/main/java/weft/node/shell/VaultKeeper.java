package weft.node.shell;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import weft.core.key.VaultSeal;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.StoreException;
import weft.store.VaultFile;
import weft.wire.json.Checked;

/**
 * Holds the key that a passphrase made and writes the vault with it, each time under a fresh file key. The passphrase
 * itself is destroyed as soon as its key is made.
 */
public final class VaultKeeper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("weft.node");

    private final Primitives primitives;
    private final Entropy entropy;
    private final VaultFile file;
    private VaultSeal.Lock lock;
    private Secret passphraseKey;
    /** The passphrase that holds from the next write on that succeeds. */
    private Optional<Fresh> fresh = Optional.empty();

    private record Fresh(VaultSeal.Lock lock, Secret passphraseKey) {}

    private VaultKeeper(Primitives primitives, Entropy entropy, VaultFile file, VaultSeal.Lock lock, Secret passphraseKey) {
        this.primitives = primitives;
        this.entropy = entropy;
        this.file = file;
        this.lock = lock;
        this.passphraseKey = passphraseKey;
    }

    /** What trying to open a vault came to. */
    public sealed interface Opening {
        /** It is open; the content is the caller's to destroy. */
        record Opened(VaultKeeper keeper, Secret content) implements Opening {}

        /** The passphrase is not the one it was sealed with, or the sealed content was changed: these look alike. */
        record Wrong() implements Opening {}

        /** No file of it can be read. */
        record Damaged() implements Opening {}
    }

    /** How costly it is to try a passphrase. */
    public record Cost(int memoryKibibytes, int passes, int lanes) {
        /** 64 MiB, three passes: the second recommended choice of RFC 9106. */
        public static final Cost USUAL = new Cost(64 * 1024, 3, 4);
        /** As little as the algorithm allows: for tests and the demo, whose passphrases protect nothing. */
        public static final Cost LEAST = new Cost(64, 1, 1);
    }

    /** A keeper for a vault that does not exist yet; nothing is written before {@link #keep}. Destroys the passphrase. */
    public static VaultKeeper create(Primitives primitives, Entropy entropy, VaultFile file, Secret passphrase, Cost cost) {
        VaultSeal.Lock lock = freshLock(entropy, cost);
        try (passphrase) {
            return new VaultKeeper(primitives, entropy, file, lock, VaultSeal.passphraseKey(primitives, passphrase, lock));
        }
    }

    /** Opens an existing vault and finishes what a power cut left undone. Destroys the passphrase. */
    public static Opening open(Primitives primitives, Entropy entropy, VaultFile file, Secret passphrase) {
        boolean readable = false;
        List<VaultFile.Kept> candidates = file.candidates();
        try (passphrase) {
            for (VaultFile.Kept kept : candidates) {
                Optional<VaultSeal.Lock> lock = good(VaultSeal.lock(kept.sealed()));
                if (lock.isEmpty()) {
                    continue;
                }
                readable = true;
                Secret key = VaultSeal.passphraseKey(primitives, passphrase, lock.get());
                Optional<Secret> content = good(VaultSeal.open(primitives, key, kept.fileKey(), kept.sealed()));
                if (content.isPresent()) {
                    file.settle(kept.generation());
                    return new Opening.Opened(new VaultKeeper(primitives, entropy, file, lock.get(), key), content.get());
                }
                key.destroy();
            }
        } finally {
            candidates.forEach(kept -> kept.fileKey().destroy());
        }
        return readable ? new Opening.Wrong() : new Opening.Damaged();
    }

    private static VaultSeal.Lock freshLock(Entropy entropy, Cost cost) {
        return new VaultSeal.Lock(entropy.next(16), cost.memoryKibibytes(), cost.passes(), cost.lanes());
    }

    private static <T> Optional<T> good(Checked<T> checked) {
        return switch (checked) {
            case Checked.Good<T>(T value) -> Optional.of(value);
            case Checked.Bad<T> bad -> Optional.empty();
        };
    }

    /**
     * Writes the vault under a fresh file key. When this returns, it is durable, and where something was forgotten, the one before can't be
     * read any more; where it only adds, that is left to {@link #finish}, so that nobody waits for it. Destroys the content given, also
     * where a {@link StoreException} is thrown.
     *
     * @param destroying whether something was forgotten
     */
    public void keep(Secret content, boolean destroying) {
        Optional<Fresh> changing = fresh;
        fresh = Optional.empty();
        try (content; Secret fileKey = primitives.fresh(entropy, 32)) {
            Secret key = changing.map(Fresh::passphraseKey).orElse(passphraseKey);
            file.add(fileKey, VaultSeal.seal(primitives, key, fileKey, changing.map(Fresh::lock).orElse(lock), content, entropy));
        } catch (RuntimeException e) {
            // Whoever changed the passphrase hears that the one before holds, so the next write goes by that one.
            changing.ifPresent(wanted -> wanted.passphraseKey.destroy());
            throw e;
        }
        changing.ifPresent(this::changed);
        if (destroying) {
            file.finish();
        }
    }

    /** What opens by the passphrase before is made unreadable at once, where the disk lets it. */
    private void changed(Fresh wanted) {
        passphraseKey.destroy();
        passphraseKey = wanted.passphraseKey;
        lock = wanted.lock;
        try {
            file.finish();
        } catch (StoreException e) {
            LOG.log(Level.WARNING, e.getMessage());
        }
    }

    /** Makes the vault that was kept last the only one that can be read. */
    public void finish() {
        file.finish();
    }

    /** Whether {@link #finish} has something to do. */
    public boolean isUnfinished() {
        return file.isUnfinished();
    }

    /** Seals under another passphrase from the next {@link #keep} on, if that succeeds. Destroys the passphrase given. */
    public void relock(Secret passphrase, Cost cost) {
        VaultSeal.Lock next = freshLock(entropy, cost);
        try (passphrase) {
            fresh.ifPresent(unused -> unused.passphraseKey.destroy());
            fresh = Optional.of(new Fresh(next, VaultSeal.passphraseKey(primitives, passphrase, next)));
        }
    }

    /** Destroys the key. */
    @Override
    public void close() {
        fresh.ifPresent(unused -> unused.passphraseKey.destroy());
        passphraseKey.destroy();
    }
}
