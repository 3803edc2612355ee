package weft.wire.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weft.wire.event.Envelope;
import weft.wire.event.EnvelopeFault;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.json.Json;
import weft.wire.message.ClientMessage;
import weft.wire.message.MessageFault;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/** Every frozen vector of the wire's formats, and that there is one for every reason. */
class WireVectorsTest {
    private static final Path VECTORS = Path.of(System.getProperty("weft.root"), "spec/vectors");

    private static List<Path> files(String format, String kind) throws IOException {
        try (Stream<Path> all = Files.list(VECTORS.resolve(format).resolve(kind))) {
            return all.sorted().toList();
        }
    }

    private static Json.Obj vector(Path file) throws IOException {
        return (Json.Obj) Json.read(Files.readString(file)).orThrow();
    }

    private static Checked<?> run(String format, Json.Obj vector) {
        return switch (format) {
            case "event" -> Event.read(vector.text("event").orElseThrow()).then(event -> event.verify(Writing.P));
            case "envelope" -> Event.read(vector.text("event").orElseThrow()).then(event -> event.verify(Writing.P))
                    .then(Envelope::of).then(envelope -> envelope.timely(vector.whole("now").orElseThrow()));
            case "messages" -> vector.text("from").orElseThrow().equals("client")
                    ? Messages.readClient(vector.text("frame").orElseThrow()) : Messages.readRelay(vector.text("frame").orElseThrow());
            default -> throw new AssertionError(format);
        };
    }

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String format : List.of("event", "envelope", "messages")) {
            for (String kind : List.of("accept", "reject")) {
                for (Path file : files(format, kind)) {
                    tests.add(DynamicTest.dynamicTest(format + "/" + kind + "/" + file.getFileName(), () -> {
                        Json.Obj vector = vector(file);
                        String wanted = vector.text("reason").orElse("ok");
                        String came = switch (run(format, vector)) {
                            case Checked.Good<?> good -> "ok";
                            case Checked.Bad<?>(Fault fault, String detail) -> fault.code();
                        };
                        assertThat(came).as(vector.text("what").orElseThrow()).isEqualTo(wanted);
                        assertThat(wanted.equals("ok")).isEqualTo(kind.equals("accept"));
                        again(run(format, vector));
                    }));
                }
            }
        }
        return tests.build();
    }

    /** What was accepted is written and read back as the same. */
    private static void again(Checked<?> checked) {
        if (checked instanceof Checked.Good<?>(Object value)) {
            switch (value) {
                case Event event -> assertThat(Event.read(event.json()).orThrow()).isEqualTo(event);
                case Envelope envelope -> assertThat(Envelope.of(Event.read(envelope.event().json()).orThrow()).orThrow()).isEqualTo(envelope);
                case ClientMessage message -> assertThat(Messages.readClient(Messages.write(message)).orThrow()).isEqualTo(message);
                case RelayMessage message -> assertThat(Messages.readRelay(Messages.write(message)).orThrow()).isEqualTo(message);
                default -> throw new AssertionError(value.getClass());
            }
        }
    }

    @Test
    void everyReasonHasAVectorAndARow() throws IOException {
        check("event", EventFault.values());
        check("envelope", EnvelopeFault.values());
        check("messages", MessageFault.values());
    }

    private static void check(String format, Fault... faults) throws IOException {
        Set<String> codes = Arrays.stream(faults).map(Fault::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> reasons = new TreeSet<>();
        for (Path file : files(format, "reject")) {
            reasons.add(vector(file).text("reason").orElseThrow());
        }
        assertThat(reasons).as(format).containsAll(codes);
        String page = Files.readString(VECTORS.resolve("../" + format + ".md"));
        assertThat(codes).as("spec/" + format + ".md").allSatisfy(code -> assertThat(page).contains("| `" + code + "` |"));
    }
}
