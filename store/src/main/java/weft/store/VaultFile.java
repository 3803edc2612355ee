package weft.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * The vault on disk: the sealed content in one file, its file key in another that is overwritten in place, so that an old
 * vault becomes noise even where the file system keeps its blocks ({@code spec/vaultfile.md}).
 *
 * <pre>
 * vault.N      the sealed vault of generation N, as it was given
 * vault.keys   two slots of 4,096 bytes; generation N uses slot N mod 2; an empty slot is all zero
 *   0  generation, 8 bytes, big endian
 *   8  file key, 32 bytes
 *  40  tag, 32 bytes: HMAC-SHA256(file key, "weft/1 vault slot" ‖ generation)
 *
 * add      vault.N+1, sync, sync folder | slot N+1, sync
 * finish   slot N zeroed, sync | vault.N deleted, sync folder
 * </pre>
 *
 * After a cut anywhere, one or both generations have a valid slot and a whole file. Which one opens is known only to who
 * has the passphrase; that caller tries {@link #candidates} in order and then calls {@link #settle} with the one that
 * opened, which finishes what the cut left undone.
 */
public final class VaultFile {
    private static final String KEYS = "vault.keys";
    private static final String PREFIX = "vault.";
    private static final int SLOT = 4096;
    private static final Bytes LABEL = Bytes.utf8("weft/1 vault slot");

    private final Disk disk;
    private final Primitives primitives;
    /** The generation known to be whole: the one settled on, or the last one written. */
    private Optional<Long> current = Optional.empty();
    /** Whether an older generation than the current one may still open. */
    private boolean unfinished;

    /** A vault in a folder; nothing is read or written yet. */
    public VaultFile(Disk disk, Primitives primitives) {
        this.disk = disk;
        this.primitives = primitives;
    }

    /**
     * A sealed vault and its file key.
     *
     * @param generation 1 for the first
     * @param fileKey 32 bytes; whoever asked destroys it
     */
    public record Kept(long generation, Secret fileKey, Bytes sealed) {}

    /** Whether a vault was ever written here, readable or not. */
    public boolean exists() {
        return disk.list().stream().anyMatch(name -> name.startsWith(PREFIX) && !name.equals(KEYS));
    }

    /** What may open, newest first: usually one, two after a cut, none where there is no vault or it is damaged. */
    public List<Kept> candidates() {
        List<Kept> kept = new ArrayList<>();
        for (int slot = 0; slot < 2; slot++) {
            slot(slot).ifPresent(key -> {
                Optional<Bytes> sealed = disk.read(PREFIX + key.generation);
                if (sealed.isPresent()) {
                    kept.add(new Kept(key.generation, key.fileKey, sealed.get()));
                } else {
                    key.fileKey.destroy();
                }
            });
        }
        kept.sort(Comparator.comparingLong(Kept::generation).reversed());
        return kept;
    }

    /** Makes one generation the only one: every other file key is overwritten, every other file deleted. */
    public void settle(long generation) {
        current = Optional.of(generation);
        if (disk.list().contains(KEYS)) {
            wipe((int) Math.floorMod(generation + 1, 2L));
        }
        sweep(generation);
        unfinished = false;
    }

    /**
     * Writes a new generation and destroys the old one. When this returns, the new one is durable and the old file key
     * overwritten; after an exception either may be found, and it may be called again.
     *
     * @param newFileKey 32 fresh bytes that sealed the content; stays the caller's to destroy
     * @throws IllegalStateException where two generations are here and nobody said which one opens
     */
    public void write(Secret newFileKey, Bytes sealed) {
        add(newFileKey, sealed);
        finish();
    }

    /**
     * Writes a new generation and leaves the one before to {@link #finish}: for content that only adds to what was there, since each
     * step waits for the disk. When this returns, the new one is durable and is what will be opened. However many are added, no more
     * than one older generation is left, because each writes over the file key of the last but one.
     *
     * @param newFileKey 32 fresh bytes that sealed the content; stays the caller's to destroy
     * @throws IllegalStateException where two generations are here and nobody said which one opens
     */
    public void add(Secret newFileKey, Bytes sealed) {
        long generation = settled() + 1;
        if (disk.readPart(KEYS, 2L * SLOT - 1, 1).isEmpty()) {
            disk.write(KEYS, Bytes.wrap(new byte[2 * SLOT]));
            disk.sync(KEYS);
            disk.syncFolder();
        }
        disk.write(PREFIX + generation, sealed);
        disk.sync(PREFIX + generation);
        disk.syncFolder();
        int slot = (int) (generation % 2);
        Bytes number = Bytes.bigEndian(generation, 8);
        disk.overwrite(KEYS, (long) slot * SLOT, number);
        disk.overwrite(KEYS, (long) slot * SLOT + 8, newFileKey);
        disk.overwrite(KEYS, (long) slot * SLOT + 40, primitives.tag(newFileKey, LABEL.then(number)));
        disk.sync(KEYS);
        current = Optional.of(generation);
        unfinished = true;
    }

    /** Destroys what {@link #add} left; nothing happens where it left nothing. After an exception it may be called again. */
    public void finish() {
        if (unfinished) {
            settle(current.orElseThrow());
        }
    }

    /** Whether {@link #finish} has something to do. */
    public boolean isUnfinished() {
        return unfinished;
    }

    /** The generation that counts, 0 where there is none; takes back first what an exception cut short. */
    private long settled() {
        List<Long> here = generations();
        if (current.isEmpty() && here.size() > 1) {
            throw new IllegalStateException("two generations are here: open the candidates, then settle on one");
        }
        long generation = current.orElse(here.isEmpty() ? 0L : here.getFirst());
        if (here.contains(generation + 1)) {
            settle(generation);
        }
        return generation;
    }

    private List<Long> generations() {
        List<Long> here = new ArrayList<>();
        for (int slot = 0; slot < 2; slot++) {
            slot(slot).ifPresent(found -> {
                here.add(found.generation);
                found.fileKey.destroy();
            });
        }
        return here;
    }

    private void wipe(int slot) {
        disk.overwrite(KEYS, (long) slot * SLOT, Bytes.wrap(new byte[SLOT]));
        disk.sync(KEYS);
    }

    private void sweep(long generation) {
        boolean swept = false;
        for (String name : disk.list()) {
            if (name.startsWith(PREFIX) && !name.equals(KEYS) && !name.equals(PREFIX + generation)) {
                disk.delete(name);
                swept = true;
            }
        }
        if (swept) {
            disk.syncFolder();
        }
    }

    private Optional<Slot> slot(int slot) {
        long at = (long) slot * SLOT;
        Optional<Bytes> number = disk.readPart(KEYS, at, 8);
        Optional<Bytes> tag = disk.readPart(KEYS, at + 40, 32);
        Optional<Secret> fileKey = disk.readSecret(KEYS, at + 8, 32);
        if (number.isEmpty() || tag.isEmpty() || fileKey.isEmpty()) {
            return Optional.empty();
        }
        long generation = number.get().bigEndianAt(0, 8);
        boolean holds = generation > 0 && generation % 2 == slot && primitives.tag(fileKey.get(), LABEL.then(number.get())).equals(tag.get());
        if (!holds) {
            fileKey.get().destroy();
            return Optional.empty();
        }
        return Optional.of(new Slot(generation, fileKey.get()));
    }

    private record Slot(long generation, Secret fileKey) {}
}
