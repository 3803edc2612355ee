package weft.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Walking the forgetting tree: one HMAC step, a leaf from the root, a leaf of a day in use, a puncture. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TreeBenchmark {
    private static final int LEAVES = 4_096;

    private final Primitives p = new JdkPrimitives();
    private final Fixture fixture = new Fixture(p);
    private final Secret seed = p.fresh(fixture.entropy, 32);
    private final Bytes bit = Bytes.ofUnsigned(1);
    private final Leaf[] leaves = new Leaf[LEAVES];
    private ForgettingTree tree = fixture.tree();
    private ForgettingTree punctured = fixture.tree();
    private int at;

    /** A tree that has forgotten little, so that it does not grow over all iterations. */
    @Setup(Level.Iteration)
    public void setUp() {
        for (int i = 0; i < LEAVES; i++) {
            leaves[i] = fixture.leaf(30);
        }
        tree = fixture.tree();
        punctured = fixture.tree();
    }

    /** Gives the native memory back. */
    @TearDown(Level.Iteration)
    public void tearDown() {
        tree.close();
        punctured.close();
    }

    private Leaf next() {
        at = (at + 1) % LEAVES;
        return leaves[at];
    }

    /** One step as a call of its own. */
    @Benchmark
    public void hmacStep() {
        p.hmac(seed, bit).destroy();
    }

    /** Forty-eight steps. */
    @Benchmark
    public void leafFromTheRoot() {
        p.descend(seed, next().path(), 48).destroy();
    }

    /** Thirty-two steps, the day's seed being remembered. */
    @Benchmark
    public boolean leafOfADayInUse() {
        Optional<Secret> leaf = tree.leaf(next());
        leaf.ifPresent(Secret::destroy);
        return leaf.isPresent();
    }

    /** Forgetting one thread's leaf, in memory. */
    @Benchmark
    public boolean puncture() {
        return punctured.puncture(fixture.leaf(30));
    }
}
