package weft.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/**
 * CPU time of whole reconciliations, both sides together in one thread, over a million items. Prints one line a case:
 * {@code name, items, differences, CPU ms (best and median of the runs), round trips, bytes}.
 */
public final class SyncBench {
    private static final int RUNS = 15;

    private SyncBench() {}

    /** Runs all cases; the first argument may set the number of items (1,000,000). */
    public static void main(String[] arguments) {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        System.out.println("case                       items  differences  best ms  median ms  round trips      bytes");
        run("no difference", items, 0, false);
        run("newest 100 differ", items, 100, true);
        run("scattered", items, 1_000, false);
        run("scattered", items, items / 10, false);
    }

    private static void run(String name, int items, int differences, boolean newest) {
        Primitives primitives = new JdkPrimitives();
        SyncIndex left = new SyncIndex();
        SyncIndex right = new SyncIndex();
        fill(left, right, items, differences, newest);
        double[] times = new double[RUNS];
        long[] trips = new long[2];
        for (int i = 0; i < RUNS; i++) {
            long before = cpu();
            trips = reconcile(primitives, left, right, differences);
            times[i] = (cpu() - before) / 1e6;
        }
        java.util.Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%-22s %9d %12d %8.1f %10.1f %12d %10d%n", name, items, differences, times[0], times[RUNS / 2], trips[0], trips[1]);
    }

    private static void fill(SyncIndex left, SyncIndex right, int items, int differences, boolean newest) {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < items; i++) {
            byte[] id = new byte[32];
            random.nextBytes(id);
            boolean differs = newest ? i >= items - differences : differences > 0 && (long) i * differences / items != (long) (i + 1) * differences / items;
            // Every other difference is missing on the other side.
            if (!differs || i % 2 == 0) {
                left.add(1_700_000_000L + i, Bytes.of(id));
            }
            if (!differs || i % 2 == 1) {
                right.add(1_700_000_000L + i, Bytes.of(id));
            }
        }
    }

    private static long[] reconcile(Primitives primitives, SyncIndex left, SyncIndex right, int differences) {
        Negentropy initiator = new Negentropy(primitives, left, 0);
        Negentropy responder = new Negentropy(primitives, right, 0);
        Optional<Bytes> message = Optional.of(initiator.initiate());
        long trips = 0;
        long bytes = 0;
        int found = 0;
        while (message.isPresent()) {
            Bytes answer = responder.reconcile(message.get()).orThrow().next().orElseThrow();
            trips++;
            bytes += message.get().size() + answer.size();
            Negentropy.Step step = initiator.reconcile(answer).orThrow();
            found += step.have().size() + step.need().size();
            message = step.next();
        }
        if (found != differences) {
            throw new IllegalStateException("found " + found + " of " + differences + " differences");
        }
        return new long[] {trips, bytes};
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
