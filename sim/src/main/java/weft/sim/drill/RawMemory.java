package weft.sim.drill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything writable in a running process's memory, byte by byte (Linux: {@code /proc/PID/mem}): heap, freed slabs, buffers, stacks. */
final class RawMemory {
    private static final int CHUNK = 1 << 20;
    private static final int KEY = 32;
    private static final int WINDOW = 64;
    private static final long SIEVE = (1 << 24) - 1;

    private final Path process;
    private final Map<Long, List<byte[]>> keys = new HashMap<>();
    private final Set<Integer> foundKeys = new HashSet<>();
    private final Set<Integer> foundTexts = new HashSet<>();
    private final long[] sieve = new long[(int) ((SIEVE + 1) / 64)];
    private final byte[] mark;
    private final byte[] wide;
    private final Map<byte[], Integer> numbers = new IdentityHashMap<>();
    private long looked;

    RawMemory(long pid, String mark) {
        this.process = Path.of("/proc", Long.toString(pid));
        this.mark = mark.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        this.wide = mark.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    }

    /** Whether this system shows the memory of a process at all. */
    boolean canLook() {
        return Files.isReadable(process.resolve("maps")) && Files.exists(process.resolve("mem"));
    }

    /** A key to look for, 32 bytes, under a number. */
    void seek(byte[] key, int number) {
        long head = head(key, 0);
        keys.computeIfAbsent(head, ignored -> new ArrayList<>()).add(key);
        numbers.put(key, number);
        sieve[(int) ((head & SIEVE) >>> 6)] |= 1L << (head & 63);
    }

    /** Reads all of it once. */
    void look() {
        try (RandomAccessFile memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            byte[] chunk = new byte[CHUNK + WINDOW];
            for (String line : Files.readAllLines(process.resolve("maps"))) {
                String[] fields = line.split("[ -]", 4);
                if (fields[2].startsWith("rw") && !line.endsWith("[vvar]")) {
                    region(memory, Long.parseUnsignedLong(fields[0], 16), Long.parseUnsignedLong(fields[1], 16), chunk);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void region(RandomAccessFile memory, long from, long to, byte[] chunk) {
        for (long at = from; at < to; at += CHUNK) {
            int wanted = (int) Math.min(chunk.length, to - at);
            int read = 0;
            try {
                memory.seek(at);
                for (int n = memory.read(chunk, 0, wanted); n > 0; n = memory.read(chunk, read, wanted - read)) {
                    read += n;
                }
            } catch (IOException e) {
                // A guard page, or memory of a device: what the kernel does not show, nobody reads this way.
            }
            looked += Math.min(read, CHUNK);
            scan(chunk, read);
        }
    }

    private void scan(byte[] chunk, int size) {
        long head = 0;
        for (int i = 0; i < size && i < CHUNK + 8; i++) {
            head = head << 8 | chunk[i] & 0xff;
            int start = i - 7;
            if (start >= 0 && (sieve[(int) ((head & SIEVE) >>> 6)] & 1L << (head & 63)) != 0) {
                key(chunk, start, size, head);
            }
            if (chunk[i] == mark[0]) {
                text(chunk, i, size, mark, 1);
                text(chunk, i, size, wide, 2);
            }
        }
    }

    private void key(byte[] chunk, int start, int size, long head) {
        for (byte[] key : keys.getOrDefault(head, List.of())) {
            if (start + KEY <= size && java.util.Arrays.equals(chunk, start, start + KEY, key, 0, KEY)) {
                foundKeys.add(numbers.get(key));
            }
        }
    }

    private void text(byte[] chunk, int start, int size, byte[] wanted, int step) {
        if (start + wanted.length + 7 * step > size || !java.util.Arrays.equals(chunk, start, start + wanted.length, wanted, 0, wanted.length)) {
            return;
        }
        int number = 0;
        for (int i = 0; i < 7; i++) {
            int digit = chunk[start + wanted.length + i * step] - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            number = number * 10 + digit;
        }
        foundTexts.add(number - 1_000_000);
    }

    private static long head(byte[] bytes, int at) {
        long head = 0;
        for (int i = 0; i < 8; i++) {
            head = head << 8 | bytes[at + i] & 0xff;
        }
        return head;
    }

    /** The numbers of the keys that were found. */
    Set<Integer> foundKeys() {
        return foundKeys;
    }

    /** The numbers of the texts that were found, in UTF-8, Latin-1 or UTF-16. */
    Set<Integer> foundTexts() {
        return foundTexts;
    }

    /** Bytes that were read. */
    long looked() {
        return looked;
    }
}
