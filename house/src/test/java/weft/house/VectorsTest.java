package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Every format has a page, vectors to accept and vectors to reject, and every reject names its reason. */
class VectorsTest {
    private static final Path VECTORS = House.ROOT.resolve("spec/vectors");

    /** Vectors of others, in the form in which they were published. */
    private static final List<String> PUBLIC = List.of("bip340", "nip44", "negentropy", "primitives");

    /** Formats whose reasons are sentences for a person, with the row. */
    private static final List<String> IN_WORDS = List.of("rounds");

    @Test
    void everyFormatHasBothKinds() {
        assertThat(folders(VECTORS)).isNotEmpty().allSatisfy(format -> {
            if (PUBLIC.contains(format.getFileName().toString())) {
                return;
            }
            assertThat(format.resolve("accept")).as("%s has vectors to accept", format.getFileName()).isDirectory().isNotEmptyDirectory();
            assertThat(format.resolve("reject")).as("%s has vectors to reject", format.getFileName()).isDirectory().isNotEmptyDirectory();
            assertThat(House.ROOT.resolve("spec/" + format.getFileName() + ".md")).as("the format's page").exists();
        });
    }

    @Test
    void everyRejectNamesItsReason() {
        List<Path> rejects = House.files(path -> path.toString().startsWith("/spec/vectors/") && path.toString().contains("/reject/") && path.toString()
                .endsWith(".json"));
        assertThat(rejects).isNotEmpty().allSatisfy(file -> assertThat(reason(file)).as("%s: \"reason\"", file)
                .matches(PUBLIC.contains(file.getName(2).toString()) || IN_WORDS.contains(file.getName(2).toString()) ? ".+" : "[a-z0-9-]+"));
    }

    private static String reason(Path file) {
        return switch (Json.read(House.text(file))) {
            case Checked.Good<Json>(Json.Obj object) -> object.text("reason").orElse("");
            case Checked.Good<Json> other -> "";
            case Checked.Bad<Json> bad -> "";
        };
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
