package weft.sim.world;

import java.util.List;
import java.util.Optional;
import weft.core.key.VaultSeal;
import weft.core.peer.Peer;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.VaultFile;
import weft.wire.json.Checked;

/** A node's vault on its disk; its passphrase's key is made once, since nobody guesses passphrases in here. */
public final class SimVault {
    private final Primitives p;
    private final Dice dice;
    private final SimDisk disk;
    private final VaultSeal.Lock lock;
    private Secret passphraseKey;
    private VaultFile file;

    SimVault(Primitives p, Dice dice, SimDisk disk) {
        this.p = p;
        this.dice = dice;
        this.disk = disk;
        this.lock = new VaultSeal.Lock(dice.next(16), 64, 1, 1);
        this.passphraseKey = p.fresh(dice, 32);
        this.file = new VaultFile(disk, p);
    }

    /** Whoever has copied a disk has the passphrase too, in here. */
    void becomes(SimVault other) {
        passphraseKey = other.passphraseKey;
    }

    boolean exists() {
        return file.exists();
    }

    /** A peer from the vault; a fresh one where there is no vault yet; nothing where it can't be read. */
    Optional<Peer> open() {
        file = new VaultFile(disk, p);
        List<VaultFile.Kept> candidates = file.candidates();
        try {
            for (VaultFile.Kept kept : candidates) {
                if (VaultSeal.open(p, passphraseKey, kept.fileKey(), kept.sealed()) instanceof Checked.Good<Secret>(Secret content)) {
                    try (content) {
                        file.settle(kept.generation());
                        return Peer.restore(p, content) instanceof Checked.Good<Peer>(Peer peer) ? Optional.of(peer) : Optional.empty();
                    }
                }
            }
        } finally {
            candidates.forEach(kept -> kept.fileKey().destroy());
        }
        return file.exists() ? Optional.empty() : Optional.of(Peer.fresh(p));
    }

    void keep(Secret content) {
        try (content; Secret fileKey = p.fresh(dice, 32)) {
            file.write(fileKey, VaultSeal.seal(p, passphraseKey, fileKey, lock, content, dice));
        }
    }

    /** What a sealed vault holds for somebody who has the passphrase and this file key; nothing where they don't fit. */
    public Optional<Secret> tryOpen(Bytes sealed, Secret fileKey) {
        return VaultSeal.open(p, passphraseKey, fileKey, sealed) instanceof Checked.Good<Secret>(Secret content) ? Optional.of(content) : Optional.empty();
    }
}
