package weft.node.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import weft.store.Envelopes;
import weft.store.StoreException;

/**
 * What is written to the disk without anybody waiting for it: the vault before the last is made unreadable (nothing in it was to be
 * forgotten, else that is done at once), and the store's log goes into its file. Confined to the shell's thread.
 */
final class Tidying {
    private static final Logger LOG = Logger.getLogger("weft.node");
    /** When nobody has asked for anything for so long, there is time. */
    private static final long PAUSE_MILLIS = 50;
    /** The longest that an older vault is left on a node that has no pause: a second. */
    private static final long LONGEST_NANOS = 1_000_000_000L;
    /** After a failure: the next try. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    /** Envelopes after which the log is folded. SQLite would do it within a commit, after some 150. */
    private static final int FOLD_AFTER = 60;

    private final Envelopes store;
    private final VaultKeeper keeper;
    private final ExecutorService folder = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("weft-fold").daemon().factory());
    private final AtomicBoolean folding = new AtomicBoolean();
    private int unfolded;
    private boolean waits;
    private boolean failed;
    private long due;

    Tidying(Envelopes store, VaultKeeper keeper) {
        this.store = store;
        this.keeper = keeper;
    }

    /** The vault was kept. */
    void kept() {
        if (keeper.isUnfinished() && !waits) {
            waits = true;
            due = System.nanoTime() + LONGEST_NANOS;
        } else if (!keeper.isUnfinished()) {
            waits = false;
            failed = false;
        }
    }

    /** Envelopes were stored. */
    void appended(int envelopes) {
        unfolded += envelopes;
        if (unfolded >= FOLD_AFTER && folding.compareAndSet(false, true)) {
            unfolded = 0;
            folder.execute(this::fold);
        }
    }

    private void fold() {
        try {
            store.settle();
        } catch (StoreException e) {
            // The log stays as it is, and is read from; the next fold takes it along.
            LOG.log(Level.WARNING, e.getMessage());
        } finally {
            folding.set(false);
        }
    }

    /** How long the shell may sleep. */
    long mostMillis() {
        return waits && !failed ? PAUSE_MILLIS : Long.MAX_VALUE;
    }

    /** Does what is due. */
    void look(boolean idle) {
        if (waits && (idle && !failed || System.nanoTime() - due >= 0)) {
            finish();
        }
    }

    private void finish() {
        try {
            keeper.finish();
            waits = false;
            failed = false;
        } catch (StoreException e) {
            failed = true;
            // What is kept is durable; only the one before can still be read by who has the passphrase.
            LOG.log(Level.WARNING, e.getMessage());
            due = System.nanoTime() + PATIENCE_NANOS;
        }
    }

    /** The last of it, before the store is closed. */
    void close() {
        folder.shutdown();
        try {
            folder.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waits) {
            finish();
        }
    }
}
