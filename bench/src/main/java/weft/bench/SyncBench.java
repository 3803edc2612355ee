package weft.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/**
 * Processor time of whole reconciliations over a million items, beside the reference in JavaScript (nostr-tools) in the same run, whose messages
 * are held to be the same byte for byte.
 */
public final class SyncBench {
    private static final int RUNS = 15;
    private static final int PEER_RUNS = 3;

    /** What a side holds. */
    record Item(long time, Bytes id) {}

    private record Times(double both, double middle, double initiator, long trips, long bytes) {}

    private SyncBench() {}

    /** Runs all cases; the first argument may set the number of items (1,000,000). */
    public static void main(String[] arguments) throws IOException {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Optional<Path> js = JsPeers.folder();
        System.out.println("Processor time, best of " + RUNS + " (and their middle); the JavaScript side best of " + PEER_RUNS + ".");
        System.out.println("| case, of " + String.format(Locale.ROOT, "%,d", items)
                + " items | Weft, both sides | Weft, who begins | nostr-tools, who begins | round trips | bytes, the same in both |");
        System.out.println("|---|---|---|---|---|---|");
        run(js, "no difference", items, 0, false);
        run(js, "newest 100 differ", items, 100, true);
        run(js, "1,000 scattered", items, 1_000, false);
        run(js, String.format(Locale.ROOT, "%,d scattered", items / 10), items, items / 10, false);
    }

    private static void run(Optional<Path> js, String name, int items, int differences, boolean newest) throws IOException {
        List<Item> lefts = new ArrayList<>();
        SyncIndex left = new SyncIndex();
        SyncIndex right = new SyncIndex();
        fill(left, right, lefts, items, differences, newest);
        Times ours = times(left, right, differences);
        String peer = "not here";
        if (js.isPresent()) {
            try (JsSync other = JsSync.of(js.get(), lefts)) {
                double best = Double.MAX_VALUE;
                for (int i = 0; i < PEER_RUNS; i++) {
                    best = Math.min(best, other.run(left, right, differences));
                }
                peer = String.format(Locale.ROOT, "%,.1f ms", best);
            }
        }
        System.out.printf(Locale.ROOT, "| %s | %.1f ms (%.1f) | %.1f ms | %s | %d | %,d |%n", name, ours.both, ours.middle, ours.initiator, peer,
                ours.trips, ours.bytes);
    }

    private static Times times(SyncIndex left, SyncIndex right, int differences) {
        Primitives primitives = new JdkPrimitives();
        double[] both = new double[RUNS];
        double initiator = Double.MAX_VALUE;
        long[] trips = new long[3];
        for (int i = 0; i < RUNS; i++) {
            long before = cpu();
            trips = reconcile(primitives, left, right, differences);
            both[i] = (cpu() - before) / 1e6;
            initiator = Math.min(initiator, trips[2] / 1e6);
        }
        java.util.Arrays.sort(both);
        return new Times(both[0], both[RUNS / 2], initiator, trips[0], trips[1]);
    }

    private static void fill(SyncIndex left, SyncIndex right, List<Item> lefts, int items, int differences, boolean newest) {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < items; i++) {
            byte[] raw = new byte[32];
            random.nextBytes(raw);
            Bytes id = Bytes.wrap(raw);
            long time = 1_700_000_000L + i;
            boolean differs = newest ? i >= items - differences : differences > 0 && (long) i * differences / items != (long) (i + 1) * differences / items;
            // Every other difference is missing on the other side.
            if (!differs || i % 2 == 0) {
                left.add(time, id);
                lefts.add(new Item(time, id));
            }
            if (!differs || i % 2 == 1) {
                right.add(time, id);
            }
        }
    }

    /** Round trips, bytes, and the nanoseconds of processor time of the side that begins. */
    private static long[] reconcile(Primitives primitives, SyncIndex left, SyncIndex right, int differences) {
        long begun = cpu();
        Negentropy initiator = new Negentropy(primitives, left, 0);
        Negentropy responder = new Negentropy(primitives, right, 0);
        Optional<Bytes> message = Optional.of(initiator.initiate());
        long mine = cpu() - begun;
        long trips = 0;
        long bytes = 0;
        int found = 0;
        while (message.isPresent()) {
            Bytes answer = responder.reconcile(message.get()).orThrow().next().orElseThrow();
            trips++;
            bytes += message.get().size() + answer.size();
            begun = cpu();
            Negentropy.Step step = initiator.reconcile(answer).orThrow();
            mine += cpu() - begun;
            found += step.have().size() + step.need().size();
            message = step.next();
        }
        if (found != differences) {
            throw new IllegalStateException("found " + found + " of " + differences + " differences");
        }
        return new long[] {trips, bytes, mine};
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
