package weft.core.circle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Ask;
import weft.core.entry.Asking;
import weft.core.entry.Doing;
import weft.core.entry.Entry;
import weft.core.entry.Head;
import weft.core.entry.Joining;
import weft.core.entry.Named;
import weft.core.entry.Side;
import weft.core.entry.Thing;
import weft.core.entry.Words;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** A history: what some voices, some of them hostile, wrote in a few threads. Module browser compiles it for phones too. */
final class History {
    final Random random;
    final List<Entry> entries = new ArrayList<>();
    final List<Entry> firsts = new ArrayList<>();
    final List<Bytes> voices = new ArrayList<>();
    final List<Leaf> leaves = new ArrayList<>();

    /** SplitMix64: the same numbers from every class library; the one on phones draws others than the JDK from the same seed. */
    private static final class Dice extends Random {
        private static final long serialVersionUID = 1;
        private long state;

        Dice(long seed) {
            super(seed);
            state = seed;
        }

        @Override
        public long nextLong() {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }

        @Override
        public int nextInt(int bound) {
            return (int) Long.remainderUnsigned(nextLong(), bound);
        }

        @Override
        public boolean nextBoolean() {
            return nextLong() < 0;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) nextLong();
            }
        }
    }

    History(long seed) {
        random = new Dice(seed);
        for (int i = 0; i < 12; i++) {
            voices.add(bytes());
        }
        for (int i = 0; i < 4; i++) {
            leaves.add(new Leaf(new Day(2500 + random.nextInt(3)), 0x1000 + random.nextInt(2)));
        }
        int size = 5 + random.nextInt(40);
        while (entries.size() < size) {
            entries.add(next());
        }
    }

    Bytes bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Head head(Bytes voice, Leaf leaf) {
        return new Head(bytes(), voice, 1_790_035_200L + 86_400L * random.nextInt(3), leaf);
    }

    /** The first three voices begin threads; each other one has a thread in which it speaks, unless it is up to something. */
    Bytes writer(Entry first) {
        if (random.nextInt(15) == 0) {
            return any(voices);
        }
        int home = voices.indexOf(first.head().voice());
        return random.nextInt(3) == 0 ? first.head().voice() : voices.get(3 + 3 * random.nextInt(3) + home % 3);
    }

    private Words words() {
        return switch (random.nextInt(24)) {
            case 0 -> new Doing("Doing " + entries.size(), "", "", Times.once(1_790_000_400L, 1_790_004_000L, ZoneSpan.utc()), Optional.empty(), List.of(),
                    List.of(), Optional.empty());
            case 2 -> new Thing("Thing " + entries.size(), "", "", "", List.of(), Optional.empty(), Optional.empty(), List.of());
            case 3 -> new Asking(new Named(any(voices), "a"), Asking.Stage.WANTED, Optional.empty(), "");
            case 1 -> new Joining(any(voices), "a", LocalDate.of(2026, 12, 1), new Joining.Part.Coming());
            default -> new Ask(Side.NEED, "Need " + entries.size(), "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of());
        };
    }

    Entry next() {
        if (firsts.isEmpty() || random.nextInt(6) == 0) {
            Entry first = new Entry.Posted(head(voices.get(random.nextInt(10) == 0 ? random.nextInt(12) : random.nextInt(3)), any(leaves)),
                    random.nextInt(5) == 0 ? "b" : "a", random.nextInt(4),
                    words());
            firsts.add(first);
            return first;
        }
        Entry first = any(firsts);
        Leaf leaf = random.nextInt(10) == 0 ? any(leaves) : first.head().leaf();
        Bytes root = random.nextInt(12) == 0 ? bytes() : first.head().id();
        Head head = head(writer(first), leaf);
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Entry.Answered(head, root, random.nextInt(3), "sealed " + entries.size());
            case 2 -> new Entry.Admitted(head, root, any(voices), random.nextInt(3), "key");
            case 3 -> new Entry.Aside(head, root, "name " + random.nextInt(2), random.nextInt(3), random.nextInt(4), "words " + entries.size());
            case 4 -> new Entry.Withdrawn(head, root, any(entries).head().id());
            case 5 -> new Entry.Closed(head, root, "0102030405060708", random.nextBoolean() ? Entry.Ending.DONE : Entry.Ending.NO_LONGER);
            default -> new Entry.Extended(head, root, head.leaf().day().plus(1 + random.nextInt(3)));
        };
    }
}
