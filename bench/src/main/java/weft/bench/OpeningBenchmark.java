package weft.bench;

import fr.acinq.secp256k1.Secp256k1;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import weft.core.key.CircleKeys;
import weft.jdk.JdkPrimitives;
import weft.primitives.Primitives;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * Envelopes verified and opened per second on one core, beside bare libsecp256k1 verifications: an envelope bears two
 * signatures, so that half the bare rate is the bound. 20,000 threads are more than the tree remembers keys
 * of, so that each thread key is derived; 5,000 of four envelopes each are what a circle with answers looks like.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OpeningBenchmark {
    private static final int MANY = 20_000;

    /** Over how many threads the 20,000 envelopes are spread. */
    @Param({"5000", "20000"})
    public int threads;

    private final Primitives p = new JdkPrimitives();
    private final Secp256k1 bare = Secp256k1.get();
    private final Fixture fixture = new Fixture(p);
    private final CircleKeys circle = fixture.circle();
    private List<String> envelopes = List.of();
    private byte[][][] signatures = new byte[0][][];
    private int at;

    /** Makes the envelopes. */
    @Setup
    public void setUp() {
        envelopes = fixture.envelopes(circle, MANY, threads);
        signatures = envelopes.stream().map(json -> {
            Event event = Event.read(json).orThrow();
            return new byte[][] {event.signature().toArray(), event.id().toArray(), event.publicKey().toArray()};
        }).toArray(byte[][][]::new);
    }

    private int next() {
        at = at + 1 == MANY ? 0 : at + 1;
        return at;
    }

    /** The peer: one verification through fr.acinq.secp256k1, nothing else. */
    @Benchmark
    public boolean bareVerification() {
        byte[][] each = signatures[next()];
        return bare.verifySchnorr(each[0], each[1], each[2]);
    }

    /** From the text that a relay sends to a verified entry: read, verify, open, read, verify. */
    @Benchmark
    public Checked<Event> verifyAndOpen() {
        Checked<Event> entry = Event.read(envelopes.get(next())).then(event -> event.verify(p)).then(Envelope::of).then(circle::open)
                .then(opened -> Event.read(opened.json())).then(event -> event.verify(p));
        if (entry instanceof Checked.Bad<Event>) {
            throw new IllegalStateException("an envelope of the benchmark's own did not open");
        }
        return entry;
    }
}
