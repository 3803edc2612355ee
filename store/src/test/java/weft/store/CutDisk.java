package weft.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * A disk whose power is cut at a chosen step. What was not synced before the cut is kept, lost or torn by the seed; blocks
 * that were freed keep their content, as on a real medium. Steps count writes, overwrites, syncs, deletions.
 */
final class CutDisk implements Disk {
    /** Thrown at the cut. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A file: blocks on the medium, and what is written over them but not synced. */
    private static final class File {
        byte[] durable;
        byte[] seen;

        File(byte[] durable, byte[] seen) {
            this.durable = durable;
            this.seen = seen;
        }
    }

    private final Primitives primitives;
    private final Random random;
    private final TreeMap<String, File> names = new TreeMap<>();
    private final TreeMap<String, File> durableNames = new TreeMap<>();
    /** Everything that was ever given up by a file and may still be read from the medium. */
    private final List<byte[]> freed = new ArrayList<>();
    private int steps;
    int cutAt = Integer.MAX_VALUE;

    CutDisk(Primitives primitives, long seed) {
        this.primitives = primitives;
        this.random = new Random(seed);
    }

    int steps() {
        return steps;
    }

    /** Half of the cuts fall before a step does anything, half in its middle. */
    private void step(Runnable work) {
        if (++steps == cutAt) {
            if (random.nextBoolean()) {
                work.run();
            }
            throw new Cut();
        }
        work.run();
    }

    /** Power is back: names and contents are what the medium kept. */
    void restart() {
        cutAt = Integer.MAX_VALUE;
        TreeMap<String, File> kept = new TreeMap<>(durableNames);
        for (String name : List.copyOf(names.keySet())) {
            if (!kept.containsKey(name) && random.nextBoolean()) {
                kept.put(name, names.get(name));
            }
        }
        for (String name : List.copyOf(kept.keySet())) {
            if (!names.containsKey(name) && random.nextBoolean()) {
                kept.remove(name);
            }
        }
        kept.values().forEach(this::settle);
        names.clear();
        names.putAll(kept);
        durableNames.clear();
        durableNames.putAll(kept);
    }

    /** An unsynced file keeps, byte run by byte run, its old or its new content; its length is either. */
    private void settle(File file) {
        int length = random.nextBoolean() ? file.durable.length : file.seen.length;
        byte[] out = new byte[length];
        int at = 0;
        while (at < length) {
            int to = Math.min(length, at + (random.nextInt(4) == 0 ? 4096 : 1 + random.nextInt(40)));
            byte[] from = random.nextBoolean() ? file.durable : file.seen;
            for (int i = at; i < to; i++) {
                out[i] = i < from.length ? from[i] : 0;
            }
            at = to;
        }
        file.durable = out;
        file.seen = out.clone();
    }

    /** Whether any eight bytes in a row of a secret are anywhere on the medium: in a file, in a freed block, in what is not synced. */
    boolean holdsEightOf(byte[] secret) {
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + 8 <= secret.length; i++) {
            runs.add(Bytes.of(secret).bigEndianAt(i, 8));
        }
        List<byte[]> places = new ArrayList<>(freed);
        names.values().forEach(file -> places.addAll(List.of(file.durable, file.seen)));
        durableNames.values().forEach(file -> places.addAll(List.of(file.durable, file.seen)));
        for (byte[] place : places) {
            long run = 0;
            for (int i = 0; i < place.length; i++) {
                run = run << 8 | place[i] & 0xff;
                if (i >= 7 && run != 0 && runs.contains(run)) {
                    return true;
                }
            }
        }
        return false;
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
        step(() -> {
            File old = names.get(name);
            if (old != null) {
                // Truncating frees the old blocks; their content stays.
                freed.add(old.durable.clone());
                freed.add(old.seen.clone());
                old.seen = content.toArray();
            } else {
                names.put(name, new File(new byte[0], content.toArray()));
            }
        });
    }

    @Override
    public void overwrite(String name, long offset, Bytes content) {
        step(() -> content.copyTo(names.get(name).seen, (int) offset));
    }

    @Override
    public void overwrite(String name, long offset, Secret content) {
        step(() -> content.copyTo(names.get(name).seen, (int) offset));
    }

    @Override
    public void sync(String name) {
        step(() -> names.get(name).durable = names.get(name).seen.clone());
    }

    @Override
    public void delete(String name) {
        step(() -> {
            File old = names.remove(name);
            if (old != null) {
                freed.add(old.durable.clone());
                freed.add(old.seen.clone());
            }
        });
    }

    @Override
    public List<String> list() {
        return List.copyOf(names.keySet());
    }

    @Override
    public void syncFolder() {
        step(() -> {
            durableNames.clear();
            durableNames.putAll(names);
        });
    }
}
