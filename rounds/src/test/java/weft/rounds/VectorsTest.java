package weft.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weft.rounds.format.Instances;
import weft.rounds.model.Crew;
import weft.rounds.model.Limit;
import weft.rounds.model.Objective;
import weft.rounds.search.Engine;

/** The vectors of {@code spec/vectors/rounds}; their JSON is flat, so this module needs no reader for it. */
class VectorsTest {
    private static final Path FOLDER = Path.of(Objects.requireNonNull(System.getProperty("weft.root")), "spec", "vectors", "rounds");

    private static String text(Path file, String member) throws IOException {
        Matcher found = Pattern.compile("\"" + member + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(Files.readString(file));
        assertThat(found.find()).as("%s in %s", member, file).isTrue();
        return found.group(1).replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static double number(Path file, String member) throws IOException {
        Matcher found = Pattern.compile("\"" + member + "\": ([0-9.]+)").matcher(Files.readString(file));
        assertThat(found.find()).as("%s in %s", member, file).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
            List<Path> list = files.sorted().toList();
            assertThat(list).isNotEmpty();
            return list;
        }
    }

    @Test
    void acceptsAndSolves() throws IOException {
        for (Path file : files("accept")) {
            var plan = new Engine(Instances.read(text(file, "text")), new Objective.Benchmark(), 1, 1, Crew.ALONE).plan(List.of(), Limit.steps(500), p -> {});
            assertThat(plan.rounds()).as(file.toString()).hasSize((int) number(file, "vehicles"));
            assertThat(plan.metres()).as(file.toString()).isEqualTo(number(file, "distance"));
        }
    }

    @Test
    void refusesWithTheReason() throws IOException {
        for (Path file : files("reject")) {
            String text = text(file, "text");
            assertThatThrownBy(() -> Instances.read(text)).as(file.toString()).hasMessageStartingWith(text(file, "reason"));
        }
    }
}
