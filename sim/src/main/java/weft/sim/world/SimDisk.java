package weft.sim.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.Disk;
import weft.store.StoreException;

/**
 * A disk. At a cut, what was not synced is kept, lost or torn by the dice; blocks that were freed keep their content, as on a
 * real medium (the last few are kept here). It can be full, and its bits can flip.
 */
public final class SimDisk implements Disk {
    private static final int FREED_KEPT = 4;

    private static final class File {
        byte[] durable;
        byte[] seen;

        File(byte[] durable, byte[] seen) {
            this.durable = durable;
            this.seen = seen;
        }
    }

    private final Primitives primitives;
    private final Dice dice;
    private final Doom doom;
    private final Set<Planted> planted;
    private final TreeMap<String, File> names = new TreeMap<>();
    private final TreeMap<String, File> durableNames = new TreeMap<>();
    private final Deque<byte[]> freed = new ArrayDeque<>();
    private boolean full;
    private boolean flipped;
    private long written;

    SimDisk(Primitives primitives, Dice dice, Doom doom, Set<Planted> planted) {
        this.primitives = primitives;
        this.dice = dice;
        this.doom = doom;
        this.planted = planted;
    }

    void fill(boolean isFull) {
        full = isFull;
    }

    /** Power is back: names and contents are what the medium kept. */
    void cut() {
        TreeMap<String, File> kept = new TreeMap<>(durableNames);
        names.forEach((name, file) -> {
            if (!kept.containsKey(name) && dice.chance(0.5)) {
                kept.put(name, file);
            }
        });
        kept.keySet().removeIf(name -> !names.containsKey(name) && dice.chance(0.5));
        kept.values().forEach(this::settle);
        names.clear();
        names.putAll(kept);
        durableNames.clear();
        durableNames.putAll(kept);
    }

    private void settle(File file) {
        if (Arrays.equals(file.durable, file.seen)) {
            return;
        }
        byte[] out = new byte[dice.chance(0.5) ? file.durable.length : file.seen.length];
        int at = 0;
        while (at < out.length) {
            int to = Math.min(out.length, at + (dice.chance(0.25) ? 4096 : 1 + dice.below(400)));
            byte[] from = dice.chance(0.5) ? file.durable : file.seen;
            for (int i = at; i < to; i++) {
                out[i] = i < from.length ? from[i] : 0;
            }
            at = to;
        }
        file.durable = out;
        file.seen = out;
    }

    /** Whether a bit was turned since the beginning. */
    public boolean flipped() {
        return flipped;
    }

    /** One bit somewhere turns. */
    void flip() {
        flipped = true;
        if (!names.isEmpty()) {
            File file = file(dice.one(List.copyOf(names.keySet())));
            byte[] turned = file.seen.clone();
            if (turned.length > 0) {
                turned[dice.below(turned.length)] ^= (byte) (1 << dice.below(8));
                file.seen = turned;
                file.durable = turned;
            }
        }
    }

    /** Everything that somebody who takes the disk may find: files as they are, as they were synced, and blocks given up. */
    public List<Bytes> everything() {
        List<Bytes> out = new ArrayList<>();
        names.values().forEach(file -> {
            out.add(Bytes.of(file.seen));
            out.add(Bytes.of(file.durable));
        });
        durableNames.values().forEach(file -> out.add(Bytes.of(file.durable)));
        freed.forEach(block -> out.add(Bytes.of(block)));
        return out;
    }

    Runnable backup() {
        TreeMap<String, byte[]> copy = new TreeMap<>();
        names.forEach((name, file) -> copy.put(name, file.seen));
        return () -> {
            names.clear();
            copy.forEach((name, content) -> names.put(name, new File(content, content)));
            durableNames.clear();
            durableNames.putAll(names);
        };
    }

    void becomes(SimDisk other) {
        other.names.forEach((name, file) -> names.put(name, new File(file.seen, file.seen)));
        durableNames.putAll(names);
    }

    /** Bytes in files. */
    public long size() {
        return names.values().stream().mapToLong(file -> file.seen.length).sum();
    }

    /** Bytes written since the beginning. */
    public long written() {
        return written;
    }

    private File file(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    private void free(File file) {
        freed.add(file.durable);
        freed.add(file.seen);
        while (freed.size() > (planted.contains(Planted.KEEPS_OLD_KEYS) ? 60 : FREED_KEPT)) {
            freed.remove();
        }
    }

    @Override
    public Optional<Bytes> read(String name) {
        return Optional.ofNullable(names.get(name)).map(file -> Bytes.of(file.seen));
    }

    @Override
    public Optional<Bytes> readPart(String name, long offset, int size) {
        File file = names.get(name);
        return file == null || file.seen.length < offset + size ? Optional.empty()
                : Optional.of(Bytes.wrap(Arrays.copyOfRange(file.seen, (int) offset, (int) offset + size)));
    }

    @Override
    public Optional<Secret> readSecret(String name, long offset, int size) {
        return readPart(name, offset, size).map(part -> primitives.keep(part.toArray()));
    }

    @Override
    public void write(String name, Bytes content) {
        if (full) {
            throw new StoreException(StoreException.Code.DISK_FULL, "the disk is full");
        }
        doom.step(() -> {
            written += content.size();
            File old = names.get(name);
            if (old == null) {
                names.put(name, new File(new byte[0], content.toArray()));
            } else {
                free(old);
                old.seen = content.toArray();
            }
        });
    }

    @Override
    public void overwrite(String name, long offset, Bytes content) {
        doom.step(() -> {
            File file = file(name);
            if (planted.contains(Planted.KEEPS_OLD_KEYS)) {
                free(file);
            }
            byte[] out = file.seen.clone();
            content.copyTo(out, (int) offset);
            file.seen = out;
            written += content.size();
        });
    }

    @Override
    public void overwrite(String name, long offset, Secret content) {
        doom.step(() -> {
            File file = file(name);
            byte[] out = file.seen.clone();
            content.copyTo(out, (int) offset);
            file.seen = out;
            written += content.size();
        });
    }

    @Override
    public void sync(String name) {
        doom.step(() -> {
            File file = file(name);
            if (!planted.contains(Planted.SKIPS_SYNC)) {
                file.durable = file.seen;
            }
        });
    }

    @Override
    public void delete(String name) {
        doom.step(() -> {
            File old = names.remove(name);
            if (old != null) {
                free(old);
            }
        });
    }

    @Override
    public List<String> list() {
        return List.copyOf(names.keySet());
    }

    @Override
    public void syncFolder() {
        doom.step(() -> {
            durableNames.clear();
            durableNames.putAll(names);
        });
    }
}
