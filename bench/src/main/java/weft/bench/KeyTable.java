package weft.bench;

import fr.acinq.secp256k1.Secp256k1;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.VaultSeal;
import weft.jdk.JdkPrimitives;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;

/**
 * The table of keys in {@code docs/benchmarks.md}, measured in processor time of one thread and not by the clock on the
 * wall, so that it can be taken on a machine that does other things too. What is compared runs in turn, in slices of
 * some ten milliseconds, and the median of the slices counts.
 */
public final class KeyTable {
    private static final int ENVELOPES = 20_000;
    private static final int SLICE = 200;
    private static final int SLICES = 300;
    private static final int SHOTS = 300;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Primitives p = new JdkPrimitives();
    private final Secp256k1 bare = Secp256k1.get();
    private final Fixture fixture = new Fixture(p);

    private KeyTable() {}

    /** Something to be measured; says whether it went well. */
    private interface Work {
        boolean once(int index);
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        KeyTable table = new KeyTable();
        table.opening(ENVELOPES);
        table.opening(ENVELOPES / 4);
        table.tree();
        for (int early : new int[] {0, 100, 1_000}) {
            table.forgetting(early);
        }
    }

    private double microseconds(Work work, int from, int times) {
        long began = threads.getCurrentThreadCpuTime();
        boolean well = true;
        for (int i = from; i < from + times; i++) {
            well &= work.once(i);
        }
        long took = threads.getCurrentThreadCpuTime() - began;
        if (!well) {
            throw new IllegalStateException("what was measured went wrong");
        }
        return took / 1e3 / times;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void row(String what, String format, Object... values) {
        System.out.println("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |");
    }

    private void opening(int many) {
        CircleKeys circle = fixture.circle();
        List<String> envelopes = fixture.envelopes(circle, ENVELOPES, many);
        List<byte[][]> signatures = new ArrayList<>();
        envelopes.forEach(json -> {
            Event event = Event.read(json).orThrow();
            signatures.add(new byte[][] {event.signature().toArray(), event.id().toArray(), event.publicKey().toArray()});
        });
        Work verify = i -> {
            byte[][] each = signatures.get(i % ENVELOPES);
            return bare.verifySchnorr(each[0], each[1], each[2]);
        };
        Work open = i -> {
            Event.read(envelopes.get(i % ENVELOPES)).then(event -> event.verify(p)).then(Envelope::of).then(circle::open)
                    .then(opened -> Event.read(opened.json())).then(event -> event.verify(p)).orThrow();
            return true;
        };
        double[] bareTimes = new double[SLICES];
        double[] openTimes = new double[SLICES];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < SLICES; i++) {
                bareTimes[i] = microseconds(verify, i * SLICE, SLICE);
                openTimes[i] = microseconds(open, i * SLICE, SLICE);
            }
        }
        double bareTime = median(bareTimes);
        double openTime = median(openTimes);
        row("bare libsecp256k1 verification", "%.1f µs, %.0f a second", bareTime, 1e6 / bareTime);
        row("envelope read, verified, opened, entry read and verified; " + ENVELOPES / many + " to a thread", "%.1f µs, %.0f a second",
                openTime, 1e6 / openTime);
        row("of half the bare rate", "%.0f %%", 100 * 2 * bareTime / openTime);
        circle.close();
    }

    private void tree() {
        Secret seed = p.fresh(fixture.entropy, 32);
        ForgettingTree tree = fixture.tree();
        row("one tree step (of 48 in a walk)", "%.2f µs", best(i -> {
            p.descend(seed, i, 48).destroy();
            return true;
        }) / 48);
        row("leaf of a day in use (32 steps)", "%.1f µs", best(i -> {
            tree.leaf(fixture.leaf(30)).orElseThrow().destroy();
            return true;
        }));
        double[] punctures = new double[SHOTS];
        for (int i = 0; i < SHOTS; i++) {
            ForgettingTree fresh = fixture.tree();
            punctures[i] = microseconds(at -> fresh.puncture(fixture.leaf(30)), 0, 20);
            fresh.close();
        }
        row("puncture, in memory", "%.0f µs", median(punctures));
        tree.close();
    }

    private double best(Work work) {
        double[] times = new double[SLICES];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < SLICES; i++) {
                times[i] = microseconds(work, i * SLICE, SLICE);
            }
        }
        return median(times);
    }

    private void forgetting(int early) {
        VaultSeal.Lock lock = VaultSeal.Lock.fresh(fixture.entropy);
        Secret passphraseKey = p.fresh(fixture.entropy, 32);
        ForgettingTree whole = fixture.tree();
        for (int i = 0; i < early; i++) {
            whole.puncture(fixture.leaf(30));
        }
        ForgettingTree full = whole.copy();
        for (int i = 0; i < 1_000; i++) {
            full.puncture(fixture.leaf(1));
        }
        double[] thread = new double[SHOTS];
        double[] day = new double[SHOTS];
        for (int i = 0; i < SHOTS; i++) {
            ForgettingTree one = whole.copy();
            thread[i] = microseconds(at -> one.puncture(fixture.leaf(30)) && sealed(one, passphraseKey, lock), 0, 1);
            one.close();
            ForgettingTree other = full.copy();
            day[i] = microseconds(at -> {
                other.forgetThrough(new Day(Fixture.TODAY));
                return sealed(other, passphraseKey, lock);
            }, 0, 1);
            other.close();
        }
        try (Secret state = whole.write()) {
            row("state after " + early + " early forgettings over 30 days", "%d bytes, %d seeds", state.size(), whole.seeds());
        }
        row("destroying a thread then, sealed anew", "%.2f ms", median(thread) / 1e3);
        row("forgetting a day with 1,000 threads more then, sealed anew", "%.2f ms", median(day) / 1e3);
        whole.close();
        full.close();
    }

    private boolean sealed(ForgettingTree tree, Secret passphraseKey, VaultSeal.Lock lock) {
        try (Secret content = tree.write(); Secret fileKey = p.fresh(fixture.entropy, VaultSeal.FILE_KEY)) {
            return VaultSeal.seal(p, passphraseKey, fileKey, lock, content, fixture.entropy).size() > content.size();
        }
    }
}
