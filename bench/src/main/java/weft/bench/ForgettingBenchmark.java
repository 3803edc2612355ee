package weft.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.key.VaultSeal;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;

/**
 * Destroying a thread, and a whole day, with the state serialised and sealed under a fresh file key, as a vault's
 * writing does; without Argon2id, whose key a running node holds, and without the disk.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
@Warmup(iterations = 200)
@Measurement(iterations = 200)
public class ForgettingBenchmark {
    /** How many threads have been forgotten early before. */
    @Param({"0", "100", "1000"})
    public int early;

    private final Primitives p = new JdkPrimitives();
    private final Fixture fixture = new Fixture(p);
    private final VaultSeal.Lock lock = VaultSeal.Lock.fresh(fixture.entropy);
    private final Secret passphraseKey = p.fresh(fixture.entropy, 32);
    private ForgettingTree whole = fixture.tree();
    private ForgettingTree fullDay = fixture.tree();
    private ForgettingTree tree = fixture.tree();
    private ForgettingTree day = fixture.tree();

    /** Forgets early what is to be forgotten early; the full day bears a thousand threads of the same day. */
    @Setup
    public void setUp() {
        whole = fixture.tree();
        for (int i = 0; i < early; i++) {
            whole.puncture(fixture.leaf(30));
        }
        fullDay = whole.copy();
        for (int i = 0; i < 1_000; i++) {
            fullDay.puncture(fixture.leaf(1));
        }
        try (Secret state = whole.write()) {
            System.out.println("state with " + early + " early forgettings: " + state.size() + " bytes, " + whole.seeds() + " seeds");
        }
    }

    /** Each shot begins with the same state. */
    @Setup(Level.Invocation)
    public void begin() {
        tree = whole.copy();
        day = fullDay.copy();
    }

    /** Gives the native memory back. */
    @TearDown(Level.Invocation)
    public void end() {
        tree.close();
        day.close();
    }

    private Bytes sealed(ForgettingTree changed) {
        try (Secret content = changed.write(); Secret fileKey = p.fresh(fixture.entropy, VaultSeal.FILE_KEY)) {
            return VaultSeal.seal(p, passphraseKey, fileKey, lock, content, fixture.entropy);
        }
    }

    /** One thread. */
    @Benchmark
    public Bytes destroyAThread() {
        Leaf leaf = fixture.leaf(30);
        tree.puncture(leaf);
        return sealed(tree);
    }

    /** A day of which a thousand threads had been forgotten one by one. */
    @Benchmark
    public Bytes forgetADayWithAThousandThreads() {
        day.forgetThrough(new Day(Fixture.TODAY));
        return sealed(day);
    }
}
