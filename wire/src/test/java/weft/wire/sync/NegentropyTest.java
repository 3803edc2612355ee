package weft.wire.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The protocol against recorded transcripts of the JavaScript reference, a naive set, and hostile messages. */
class NegentropyTest {
    private static final Primitives PRIMITIVES = new JdkPrimitives();

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsReproducedMessageByMessage() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("weft.root"), "spec/vectors/negentropy/transcripts.json"));
        Json.Obj root = (Json.Obj) Json.read(text).orThrow();
        return ((Json.Arr) root.members().get("transcripts")).items().stream().map(Json.Obj.class::cast)
                .map(transcript -> DynamicTest.dynamicTest(transcript.text("name").orElseThrow() + " " + transcript.text("seed").orElse(""),
                () -> replay(transcript)));
    }

    private static void replay(Json.Obj transcript) {
        int limit = transcript.whole("frameSizeLimit").orElseThrow().intValue();
        Negentropy initiator = new Negentropy(PRIMITIVES, index(transcript, "initiator"), limit);
        Negentropy responder = new Negentropy(PRIMITIVES, index(transcript, "responder"), limit);
        Set<String> have = new HashSet<>();
        Set<String> need = new HashSet<>();
        List<String> messages = texts(transcript, "messages");
        assertThat(initiator.initiate().hex()).isEqualTo(messages.getFirst());
        for (int i = 0; i < messages.size(); i++) {
            boolean toResponder = i % 2 == 0;
            Negentropy.Step step = (toResponder ? responder : initiator).reconcile(Bytes.hex(messages.get(i))).orThrow();
            step.have().forEach(id -> have.add(id.hex()));
            step.need().forEach(id -> need.add(id.hex()));
            if (i + 1 < messages.size()) {
                assertThat(step.next().map(Bytes::hex)).as("message %d", i + 1).contains(messages.get(i + 1));
            } else {
                assertThat(step.next()).as("the end").isEmpty();
            }
        }
        assertThat(have).isEqualTo(new HashSet<>(texts(transcript, "have")));
        assertThat(need).isEqualTo(new HashSet<>(texts(transcript, "need")));
    }

    private static List<String> texts(Json.Obj object, String name) {
        return ((Json.Arr) object.members().get(name)).items().stream().map(item -> ((Json.Text) item).value()).toList();
    }

    private static SyncIndex index(Json.Obj transcript, String side) {
        SyncIndex index = new SyncIndex();
        List<Json> items = new ArrayList<>(((Json.Arr) transcript.members().get(side)).items());
        Collections.shuffle(items, new Random(1));
        for (Json item : items) {
            List<Json> pair = ((Json.Arr) item).items();
            index.add(((Json.Num) pair.get(0)).whole().orElseThrow(), Bytes.hex(((Json.Text) pair.get(1)).value()));
        }
        return index;
    }

    @Test
    void randomSetsConvergeLikeNaiveSets() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = 1 << random.nextInt(13);
            long times = 1L << random.nextInt(20);
            Map<Bytes, Long> left = new HashMap<>();
            Map<Bytes, Long> right = new HashMap<>();
            for (int i = 0; i < size; i++) {
                Bytes id = id(random);
                long drawn = random.nextLong(times);
                long time = random.nextInt(50) == 0 ? -2L - drawn : drawn;
                int where = random.nextInt(20);
                if (left.containsKey(id) || right.containsKey(id)) {
                    continue;
                }
                if (where != 0) {
                    left.put(id, time);
                }
                if (where != 1) {
                    right.put(id, time);
                }
            }
            int limit = random.nextBoolean() ? 0 : 4096 + random.nextInt(20_000);
            converge(seed, left, right, limit);
        }
    }

    private static void converge(int seed, Map<Bytes, Long> left, Map<Bytes, Long> right, int limit) {
        Negentropy initiator = new Negentropy(PRIMITIVES, index(left), limit);
        Negentropy responder = new Negentropy(PRIMITIVES, index(right), limit);
        Set<Bytes> have = new HashSet<>();
        Set<Bytes> need = new HashSet<>();
        Optional<Bytes> message = Optional.of(initiator.initiate());
        int rounds = 0;
        while (message.isPresent()) {
            assertThat(rounds++).as("seed %d ends", seed).isLessThan(2_000);
            Bytes answer = responder.reconcile(message.get()).orThrow().next().orElseThrow();
            if (limit != 0) {
                assertThat(answer.size()).isLessThanOrEqualTo(limit);
            }
            Negentropy.Step step = initiator.reconcile(answer).orThrow();
            have.addAll(step.have());
            need.addAll(step.need());
            message = step.next();
        }
        Set<Bytes> onlyLeft = new HashSet<>(left.keySet());
        onlyLeft.removeAll(right.keySet());
        Set<Bytes> onlyRight = new HashSet<>(right.keySet());
        onlyRight.removeAll(left.keySet());
        assertThat(have).as("seed %d have", seed).isEqualTo(onlyLeft);
        assertThat(need).as("seed %d need", seed).isEqualTo(onlyRight);
    }

    private static SyncIndex index(Map<Bytes, Long> items) {
        SyncIndex index = new SyncIndex();
        items.forEach((id, time) -> index.add(time, id));
        return index;
    }

    private static Bytes id(Random random) {
        byte[] id = new byte[32];
        random.nextBytes(id);
        if (random.nextInt(3) == 0) {
            java.util.Arrays.fill(id, 0, random.nextInt(32), (byte) 7);
        }
        return Bytes.wrap(id);
    }

    @Test
    void theIndexIsTheSameAsANaiveSetWhateverIsPutInAndTakenOut() {
        Random random = new Random(5);
        SyncIndex index = new SyncIndex();
        TreeMap<Bytes, Long> naive = new TreeMap<>();
        List<Bytes> known = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            if (random.nextInt(3) == 0 && !known.isEmpty()) {
                Bytes id = known.get(random.nextInt(known.size()));
                Long time = naive.remove(id);
                assertThat(index.remove(time == null ? 0 : time, id)).isEqualTo(time != null);
            } else {
                Bytes id = id(random);
                if (naive.containsKey(id)) {
                    continue;
                }
                long time = random.nextLong(1000);
                naive.put(id, time);
                assertThat(index.add(time, id)).isTrue();
                assertThat(index.add(time, id)).isFalse();
                known.add(id);
            }
            if (i % 500 == 0) {
                assertSame(index, naive, random);
            }
        }
    }

    private static void assertSame(SyncIndex index, TreeMap<Bytes, Long> naive, Random random) {
        List<Map.Entry<Bytes, Long>> sorted = new ArrayList<>(naive.entrySet());
        sorted.sort(Map.Entry.<Bytes, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        assertThat(index.ids()).isEqualTo(sorted.stream().map(Map.Entry::getKey).toList());
        int from = random.nextInt(sorted.size() + 1);
        int to = from + random.nextInt(sorted.size() - from + 1);
        java.math.BigInteger expected = java.math.BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            byte[] id = sorted.get(i).getKey().toArray();
            for (int a = 0, b = 31; a < b; a++, b--) {
                byte swap = id[a];
                id[a] = id[b];
                id[b] = swap;
            }
            expected = expected.add(new java.math.BigInteger(1, id));
        }
        long[] sum = new long[4];
        index.sum(from, to, sum);
        java.math.BigInteger actual = java.math.BigInteger.ZERO;
        for (int i = 3; i >= 0; i--) {
            actual = actual.shiftLeft(64).add(new java.math.BigInteger(Long.toUnsignedString(sum[i])));
        }
        assertThat(actual).isEqualTo(expected.mod(java.math.BigInteger.ONE.shiftLeft(256)));
    }

    @Test
    void anIndexMayChangeBetweenTwoMessages() {
        Random random = new Random(9);
        SyncIndex left = new SyncIndex();
        SyncIndex right = new SyncIndex();
        for (int i = 0; i < 5_000; i++) {
            Bytes id = id(random);
            left.add(i, id);
            if (i % 7 != 0) {
                right.add(i, id);
            }
        }
        Negentropy initiator = new Negentropy(PRIMITIVES, left, 4096);
        Negentropy responder = new Negentropy(PRIMITIVES, right, 4096);
        Optional<Bytes> message = Optional.of(initiator.initiate());
        int rounds = 0;
        while (message.isPresent() && rounds++ < 1000) {
            right.add(random.nextInt(5_000), id(random));
            left.add(random.nextInt(5_000), id(random));
            message = initiator.reconcile(responder.reconcile(message.get()).orThrow().next().orElseThrow()).orThrow().next();
        }
        assertThat(message).as("it ends all the same").isEmpty();
    }

    @Test
    void hostileMessagesAreNamed() {
        assertFault("", SyncFault.NOT_NEGENTROPY);
        assertFault("50", SyncFault.NOT_NEGENTROPY);
        assertFault("6100", SyncFault.TRUNCATED);
        assertFault("61000001aabb", SyncFault.TRUNCATED);
        assertFault("6180000000", SyncFault.MALFORMED_VARINT);
        assertFault("61ffffffffffffffffffff7f00", SyncFault.MALFORMED_VARINT);
        assertFault("6183" + "80".repeat(8) + "0000", SyncFault.MALFORMED_VARINT);
        assertFault("610021" + "00".repeat(33) + "00", SyncFault.MALFORMED_BOUND);
        assertFault("61000003", SyncFault.UNKNOWN_MODE);
        assertFault("6105010500" + "010104" + "00", SyncFault.BOUND_OUT_OF_ORDER);
        assertFault("610000028fffffff7f", SyncFault.TRUNCATED);
        // 2^64-1 + 2^64-1: a time beyond 64 bits.
        assertFault("61" + "81ffffffffffffffff7e" + "0000" + "81ffffffffffffffff7e" + "0000", SyncFault.BOUND_OUT_OF_ORDER);
    }

    @Test
    void anotherVersionIsAnsweredWithOursAndRefusedByTheInitiator() {
        Negentropy responder = new Negentropy(PRIMITIVES, new SyncIndex(), 0);
        assertThat(responder.reconcile(Bytes.hex("62")).orThrow().next()).contains(Bytes.hex("61"));
        Negentropy initiator = new Negentropy(PRIMITIVES, new SyncIndex(), 0);
        initiator.initiate();
        assertThat(initiator.reconcile(Bytes.hex("62"))).isEqualTo(Checked.bad(SyncFault.OTHER_VERSION, "version 2"));
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(11);
        SyncIndex index = new SyncIndex();
        for (int i = 0; i < 500; i++) {
            index.add(random.nextInt(50), id(random));
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] message = new byte[random.nextInt(60) + 1];
            random.nextBytes(message);
            for (int j = 0; j < message.length; j++) {
                message[j] = random.nextInt(3) == 0 ? message[j] : (byte) random.nextInt(3);
            }
            message[0] = 0x61;
            Checked<Negentropy.Step> step = new Negentropy(PRIMITIVES, index, 4096).reconcile(Bytes.wrap(message));
            assertThat(step).isNotNull();
        }
    }

    private static void assertFault(String hex, SyncFault fault) {
        Checked<Negentropy.Step> step = new Negentropy(PRIMITIVES, new SyncIndex(), 0).reconcile(Bytes.hex(hex));
        assertThat(step).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).as(hex).isEqualTo(fault));
    }
}
