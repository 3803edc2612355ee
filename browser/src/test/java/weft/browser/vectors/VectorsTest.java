package weft.browser.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import weft.jdk.JdkPrimitives;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Every vector under {@code spec/vectors}, by the same Java on this computer and, as phones run it, in Node: the phone and the computer can't drift apart. */
class VectorsTest {
    private static final Path VECTORS = Path.of(System.getProperty("weft.root", "..")).resolve("spec/vectors");

    @TestFactory
    Stream<DynamicContainer> onThisComputer() throws IOException {
        JdkPrimitives primitives = new JdkPrimitives();
        return all((format, json) -> Formats.check(primitives, format, json));
    }

    @TestFactory
    Stream<DynamicContainer> inNode() throws IOException {
        return all((format, json) -> Node.shared().call("check", format, json));
    }

    /** Formats of modules that are not in the phone's node; each is held to its vectors by its own module's tests. */
    private static final Set<String> NOT_ON_PHONES = Set.of("rounds", "nearby");

    private interface Runner {
        String run(String format, String json);
    }

    private static Stream<DynamicContainer> all(Runner runner) throws IOException {
        List<Path> formats = list(VECTORS);
        assertThat(formats).as("folders in spec/vectors").isNotEmpty();
        assertThat(formats).as("folders without vectors").allSatisfy(format -> assertThat(files(format)).isNotEmpty());
        return formats.stream().filter(format -> !NOT_ON_PHONES.contains(format.getFileName().toString()))
                .map(format -> DynamicContainer.dynamicContainer(format.getFileName().toString(), files(format).map(file ->
                DynamicTest.dynamicTest(VECTORS.relativize(file).toString(), () -> one(format.getFileName().toString(), file, runner)))));
    }

    private static void one(String format, Path file, Runner runner) throws IOException {
        String json = Files.readString(file);
        String wanted = Formats.OK;
        if (file.getParent().getFileName().toString().equals("reject")) {
            assertThat(Json.read(json)).isInstanceOf(Checked.Good.class);
            wanted = ((Json.Obj) ((Checked.Good<Json>) Json.read(json)).value()).text("reason").orElseThrow();
        }
        assertThat(runner.run(format, json)).isEqualTo(wanted);
    }

    /** The scenarios of a format; a public collection may lie in its folder as one file. */
    private static Stream<Path> files(Path format) {
        return Stream.of(format, format.resolve("accept"), format.resolve("reject")).flatMap(folder -> list(folder).stream())
                .filter(file -> file.toString().endsWith(".json"));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
