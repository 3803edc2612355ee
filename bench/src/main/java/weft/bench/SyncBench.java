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
 * Processor time of whole reconciliations over a million items, beside the references in JavaScript (nostr-tools) and, where somebody has it, in C++
 * in the same run, whose messages are held to be the same byte for byte.
 */
public final class SyncBench {
    private static final int RUNS = 15;
    private static final int PEER_RUNS = 3;

    /** What a side holds. */
    record Item(long time, Bytes id) {}

    private record Times(double both, double middle, double initiator, Said said) {}

    /** What two sides said to each other: the hash is of all messages in turn. */
    private record Said(long trips, long bytes, long initiatorNanos, String messages) {}

    private SyncBench() {}

    /** Runs all cases; the first argument may set the number of items (1,000,000). */
    public static void main(String[] arguments) throws IOException {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Optional<Path> js = JsPeers.folder();
        Optional<CppSync> cpp = CppSync.build();
        System.out.println("Processor time, best of " + RUNS + " (and their middle); the C++ ones best of " + RUNS + ", the JavaScript side best of "
                + PEER_RUNS + ".");
        System.out.println("| case, of " + String.format(Locale.ROOT, "%,d", items)
                + " items | Weft, both sides | C++, both sides | of C++'s | Weft, who begins | nostr-tools, who begins | round trips"
                + " | bytes, the same in all |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        run(js, cpp, "no difference", items, 0, false);
        run(js, cpp, "newest 100 differ", items, 100, true);
        run(js, cpp, "1,000 scattered", items, 1_000, false);
        run(js, cpp, String.format(Locale.ROOT, "%,d scattered", items / 10), items, items / 10, false);
    }

    private static void run(Optional<Path> js, Optional<CppSync> cpp, String name, int items, int differences, boolean newest) throws IOException {
        List<Item> lefts = new ArrayList<>();
        List<Item> rights = new ArrayList<>();
        SyncIndex left = new SyncIndex();
        SyncIndex right = new SyncIndex();
        fill(left, right, lefts, rights, items, differences, newest);
        Times ours = times(left, right, differences);
        String reference = "not here | ";
        if (cpp.isPresent()) {
            CppSync.Ran theirs = cpp.get().run(lefts, rights, RUNS);
            if (theirs.found() != differences || !theirs.messages().equals(ours.said.messages)) {
                throw new IllegalStateException("the reference in C++ says something else");
            }
            reference = String.format(Locale.ROOT, "%,.1f ms | %.0f %%", theirs.both(), 100 * ours.both / theirs.both());
        }
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
        System.out.printf(Locale.ROOT, "| %s | %.1f ms (%.1f) | %s | %.1f ms | %s | %d | %,d |%n", name, ours.both, ours.middle, reference, ours.initiator,
                peer, ours.said.trips, ours.said.bytes);
    }

    private static Times times(SyncIndex left, SyncIndex right, int differences) {
        Primitives primitives = new JdkPrimitives();
        double[] both = new double[RUNS];
        double initiator = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = cpu();
            Said said = reconcile(primitives, left, right, differences, Optional.empty());
            both[i] = (cpu() - before) / 1e6;
            initiator = Math.min(initiator, said.initiatorNanos / 1e6);
        }
        java.util.Arrays.sort(both);
        // Once more, not timed, for what was said.
        List<Bytes> all = new ArrayList<>();
        Said said = reconcile(primitives, left, right, differences, Optional.of(all));
        String messages = primitives.sha256(Bytes.EMPTY.then(all.toArray(new Bytes[0]))).hex();
        return new Times(both[0], both[RUNS / 2], initiator, new Said(said.trips, said.bytes, said.initiatorNanos, messages));
    }

    private static void fill(SyncIndex left, SyncIndex right, List<Item> lefts, List<Item> rights, int items, int differences, boolean newest) {
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
                rights.add(new Item(time, id));
            }
        }
    }

    private static Said reconcile(Primitives primitives, SyncIndex left, SyncIndex right, int differences, Optional<List<Bytes>> all) {
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
            if (all.isPresent()) {
                all.get().add(message.get());
                all.get().add(answer);
            }
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
        return new Said(trips, bytes, mine, "");
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
