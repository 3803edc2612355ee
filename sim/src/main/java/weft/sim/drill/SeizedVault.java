package weft.sim.drill;

import java.util.ArrayList;
import java.util.List;
import weft.core.codec.SecretReader;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.VaultSeal;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.FolderDisk;
import weft.store.VaultFile;
import weft.wire.json.Checked;

/** Reads a vault's content as {@code spec/vaultcontent.md} describes it, with no help from the node: every key in it. */
final class SeizedVault {
    private SeizedVault() {}

    /** The keys of every vault file in a node's folder that its passphrase opens, also of those half written or left behind. */
    static List<CircleKeys> inFolder(SimNode node) {
        Primitives p = Draws.P;
        List<CircleKeys> keys = new ArrayList<>();
        for (VaultFile.Kept kept : new VaultFile(new FolderDisk(node.folder, p), p).candidates()) {
            if (VaultSeal.lock(kept.sealed()) instanceof Checked.Good<VaultSeal.Lock>(VaultSeal.Lock lock)) {
                try (Secret passphrase = SimNode.passphrase(node.name); Secret key = VaultSeal.passphraseKey(p, passphrase, lock)) {
                    if (VaultSeal.open(p, key, kept.fileKey(), kept.sealed()) instanceof Checked.Good<Secret>(Secret content)) {
                        keys.addAll(of(content));
                    }
                }
            }
        }
        return keys;
    }

    /** The keys in a vault's content, which is destroyed. */
    static List<CircleKeys> of(Secret content) {
        Primitives p = Draws.P;
        List<CircleKeys> keys = new ArrayList<>();
        try (content; SecretReader in = new SecretReader(p, content)) {
            in.u8();
            in.u64();
            in.truth();
            int circles = in.count(32);
            for (int i = 0; i < circles; i++) {
                Secret key = in.secret(32);
                in.text();
                in.texts();
                in.u8();
                in.truth();
                in.u16();
                try (Secret tree = in.sizedSecret()) {
                    keys.add(new CircleKeys(p, key, ForgettingTree.read(p, tree).orThrow()));
                }
                skip(in, 66);
                skip(in, 34);
                skip(in, 34);
                skip(in, 4);
                skip(in, 34);
                in.truth();
                in.u16();
                skip(in, 32);
            }
            if (in.broken()) {
                throw new IllegalStateException("the drill can't read the vault: it and spec/vaultcontent.md differ");
            }
        }
        return keys;
    }

    private static void skip(SecretReader in, int each) {
        int count = in.count(each);
        for (int i = 0; i < count; i++) {
            in.bytes(each);
        }
    }
}
