package weft.node.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.peer.Peer;
import weft.node.shell.Links;
import weft.node.shell.NodeShell;
import weft.node.shell.VaultKeeper;
import weft.node.shell.VaultKeeper.Opening;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.Disk;
import weft.store.Envelopes;
import weft.store.FolderDisk;
import weft.store.FolderLock;
import weft.store.SqliteEnvelopes;
import weft.store.StoreException;
import weft.store.VaultFile;
import weft.wire.json.Checked;

/** A person's node: a folder that is locked against a second node, a vault that is shut until its passphrase comes. */
public final class OwnNode implements AutoCloseable {
    /** The file of the envelopes. */
    public static final String ENVELOPES = "envelopes.db";

    private final Setting setting;
    private final FolderLock lock;
    private final VaultFile vault;
    private @Nullable NodeShell shell;
    private @Nullable Runnable opened;

    /**
     * What a node stands on.
     *
     * @param folder its data folder
     * @param primitives the cryptography
     * @param entropy randomness
     * @param clock the time
     * @param cost of trying a new passphrase
     * @param links how relays are reached
     */
    public record Setting(
            Path folder, Primitives primitives, Entropy entropy, InstantSource clock, VaultKeeper.Cost cost, Links.Maker links) {
        Disk disk() {
            return new FolderDisk(folder, primitives);
        }
    }

    /** How far a node is on its way to being open. */
    public enum Gate {
        /** Nobody has chosen a passphrase yet. */
        NEW,
        /** The vault is shut. */
        LOCKED,
        /** The vault is open, what is stored is being read back. */
        OPENING,
        /** All there. */
        OPEN
    }

    /** What became of a passphrase. */
    public enum Entry {
        /** It opened the vault, or it is the first. */
        IN,
        /** It is not the one. */
        WRONG,
        /** No file of the vault can be read. */
        DAMAGED,
        /** The vault was written by a newer program, or holds what this one can't read. */
        UNREADABLE,
        /** The first vault could not be written. */
        NOT_STORED,
        /** The node is open already, or there is a vault already. */
        TOO_LATE
    }

    private OwnNode(Setting setting, FolderLock lock) {
        this.setting = setting;
        this.lock = lock;
        this.vault = new VaultFile(setting.disk(), setting.primitives);
    }

    /**
     * Takes a folder; it is made where it is missing.
     *
     * @throws StoreException with a sentence where another node has it or it can't be written
     */
    public static OwnNode at(Setting setting) {
        if (Files.exists(setting.folder) && !Files.isDirectory(setting.folder)) {
            throw new StoreException(
                    StoreException.Code.UNREACHABLE, setting.folder + " is a file, where Weft needs a folder. Choose another with --data.");
        }
        FolderLock lock = FolderLock.take(setting.folder);
        DataFolder.keepToOwner(setting.folder);
        return new OwnNode(setting, lock);
    }

    /** The folder. */
    public Path folder() {
        return setting.folder;
    }

    /** The cryptography that this node stands on. */
    public Primitives primitives() {
        return setting.primitives;
    }

    /** The randomness that this node stands on. */
    public Entropy entropy() {
        return setting.entropy;
    }

    /** Has something run once, when the shell is there. */
    public synchronized void whenOpened(Runnable runnable) {
        opened = runnable;
    }

    /** How far the node is. */
    public synchronized Gate gate() {
        NodeShell open = shell;
        if (open != null) {
            return open.isReady() ? Gate.OPEN : Gate.OPENING;
        }
        return vault.exists() ? Gate.LOCKED : Gate.NEW;
    }

    /** The shell, once the vault is open. */
    public synchronized Optional<NodeShell> shell() {
        return Optional.ofNullable(shell);
    }

    /** Begins a node with its first passphrase, which is destroyed. */
    public synchronized Entry begin(Secret passphrase) {
        if (shell != null || vault.exists()) {
            passphrase.destroy();
            return Entry.TOO_LATE;
        }
        VaultKeeper keeper = VaultKeeper.create(setting.primitives, setting.entropy, vault, passphrase, setting.cost);
        Peer peer = Peer.fresh(setting.primitives);
        try {
            keeper.keep(peer.vaultContent(), true);
            start(peer, keeper);
            return Entry.IN;
        } catch (StoreException e) {
            keeper.close();
            return Entry.NOT_STORED;
        }
    }

    /** Opens the vault with its passphrase, which is destroyed. */
    public synchronized Entry unlock(Secret passphrase) {
        if (shell != null) {
            passphrase.destroy();
            return Entry.TOO_LATE;
        }
        return switch (VaultKeeper.open(setting.primitives, setting.entropy, vault, passphrase)) {
            case Opening.Wrong() -> Entry.WRONG;
            case Opening.Damaged() -> Entry.DAMAGED;
            case Opening.Opened(VaultKeeper keeper, Secret content) -> {
                try (content) {
                    yield restore(keeper, content);
                }
            }
        };
    }

    private Entry restore(VaultKeeper keeper, Secret content) {
        return switch (Peer.restore(setting.primitives, content)) {
            case Checked.Bad<Peer> bad -> {
                keeper.close();
                yield Entry.UNREADABLE;
            }
            case Checked.Good<Peer>(Peer peer) -> {
                start(peer, keeper);
                yield Entry.IN;
            }
        };
    }

    private void start(Peer peer, VaultKeeper keeper) {
        Envelopes store = SqliteEnvelopes.open(setting.folder.resolve(ENVELOPES), true);
        NodeShell open = new NodeShell(peer, new NodeShell.Parts(setting.entropy, setting.clock, store, keeper, setting.cost, setting.links));
        shell = open;
        if (opened != null) {
            opened.run();
        }
    }

    /** Stops the node and gives the folder free. */
    @Override
    public synchronized void close() {
        if (shell != null) {
            shell.close();
        }
        lock.close();
    }
}
