package weft.wire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The frozen vectors of spec/bundle.md, whatever the pieces in which the bytes come, and lines without end. */
class BundleReaderTest {
    private static final Path VECTORS = Path.of(System.getProperty("weft.root"), "spec/vectors/bundle");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        try (Stream<Path> files = Files.walk(VECTORS)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(VECTORS.relativize(file).toString(),
                    () -> check((Json.Obj) Json.read(Files.readString(file)).orThrow())));
        }
    }

    private static void check(Json.Obj vector) {
        Bytes plain = vector.text("text").map(Bytes::utf8).or(() -> vector.text("hex").map(Bytes::hex)).orElseThrow();
        long now = vector.whole("now").orElseThrow();
        for (int piece : new int[] {1, 7, 4096, Math.max(1, plain.size())}) {
            List<String> accepted = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            List<String> aside = new ArrayList<>();
            for (Checked<Envelope> answer : read(plain, piece, now, aside)) {
                switch (answer) {
                    case Checked.Good<Envelope>(Envelope envelope) -> accepted.add(envelope.id().hex());
                    case Checked.Bad<Envelope> bad -> faults.add(bad.fault().code());
                }
            }
            if (vector.text("reason").isPresent()) {
                assertThat(accepted).isEmpty();
                assertThat(aside).isEmpty();
                assertThat(faults).containsExactly(vector.text("reason").get());
            } else {
                assertThat(accepted).isEqualTo(texts(vector, "accepted"));
                assertThat(aside).isEqualTo(vector.get("invitations").isPresent() ? texts(vector, "invitations") : List.of());
                assertThat(faults).isEqualTo(texts(vector, "faults"));
            }
        }
    }

    private static List<String> texts(Json.Obj object, String name) {
        return ((Json.Arr) object.members().get(name)).items().stream().map(item -> ((Json.Text) item).value()).toList();
    }

    private static List<Checked<Envelope>> read(Bytes plain, int piece, long now) {
        return read(plain, piece, now, new ArrayList<>());
    }

    private static List<Checked<Envelope>> read(Bytes plain, int piece, long now, List<String> aside) {
        BundleReader reader = new BundleReader(new JdkPrimitives(), now);
        List<Checked<Envelope>> answers = new ArrayList<>();
        for (int at = 0; at < plain.size(); at += piece) {
            answers.addAll(reader.feed(plain.slice(at, Math.min(plain.size(), at + piece))));
            reader.invitations().forEach(event -> aside.add(event.id().hex()));
        }
        answers.addAll(reader.end());
        reader.invitations().forEach(event -> aside.add(event.id().hex()));
        return answers;
    }

    @Test
    void aLineWithoutEndIsPassedOverAndWhatFollowsIsRead() {
        Event whole = BundleVectors.envelope(0, Day.at(BundleVectors.NOW).plus(1));
        BundleReader reader = new BundleReader(new JdkPrimitives(), BundleVectors.NOW);
        Bytes piece = Bytes.utf8("a".repeat(1 << 20));
        for (int i = 0; i < 256; i++) {
            assertThat(reader.feed(piece)).isEmpty();
        }
        assertThat(reader.feed(Bytes.utf8("\n"))).singleElement()
                .isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(BundleFault.LINE_TOO_LONG));
        assertThat(reader.feed(BundleReader.line(whole))).singleElement().isInstanceOf(Checked.Good.class);
    }

    @Test
    void anyDamageIsAReasonAndNeverAnException() {
        Random random = new Random(3);
        Event whole = BundleVectors.envelope(4, Day.at(BundleVectors.NOW).plus(1));
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = BundleReader.line(whole).toArray();
            for (int j = random.nextInt(3); j >= 0; j--) {
                damaged[random.nextInt(damaged.length - 1)] = (byte) random.nextInt(256);
            }
            List<Checked<Envelope>> answers = read(Bytes.wrap(damaged), 64, BundleVectors.NOW);
            assertThat(answers.stream().filter(Checked.Good.class::isInstance)).as("run %d", i).allSatisfy(
                    good -> assertThat(((Checked.Good<Envelope>) good).value().event()).isEqualTo(whole));
        }
    }
}
