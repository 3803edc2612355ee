package weft.press;

import weft.practice.Markdown;
import weft.practice.Scaling;
import weft.practice.PracticeReader;
import weft.practice.Practice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import weft.practice.carry.ArticleAddress;
import weft.practice.carry.Articles;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.event.Tag;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Every scenario of {@code spec/vectors/practice}. */
class VectorsTest {
    private static final Path FOLDER = Path.of(System.getProperty("weft.root", "..")).resolve("spec/vectors/practice");

    @TestFactory
    Stream<DynamicTest> accepted() throws IOException {
        return each("accept", vector -> {
            switch (vector.text("what").orElseThrow()) {
                case "read" -> reads(vector);
                case "scale" -> assertThat(Scaling.scale(practice(vector), vector.whole("people").orElseThrow().intValue()).text())
                        .isEqualTo(vector.text("result").orElseThrow());
                case "naddr" -> {
                    ArticleAddress address = new ArticleAddress(vector.text("name").orElseThrow(), Bytes.hex(vector.text("key").orElseThrow()),
                            texts(vector, "relays"));
                    assertThat(ArticleAddress.read(vector.text("naddr").orElseThrow()).orThrow()).isEqualTo(address);
                    assertThat(ArticleAddress.read(address.write()).orThrow()).isEqualTo(address);
                }
                case "article" -> {
                    Practice practice = Articles.read(draft(vector)).orThrow();
                    assertThat(practice.front().title()).isEqualTo(vector.text("title").orElseThrow());
                    assertThat(practice.front().language()).isEqualTo(vector.text("language").orElseThrow());
                    assertThat(practice.front().kinds()).isEqualTo(texts(vector, "kinds"));
                }
                case String other -> throw new AssertionError("unknown: " + other);
            }
        });
    }

    private static List<String> texts(Json.Obj vector, String name) {
        return ((Json.Arr) vector.get(name).orElseThrow()).items().stream().map(item -> ((Json.Text) item).value()).toList();
    }

    private static Draft draft(Json.Obj vector) {
        Json.Obj event = (Json.Obj) vector.get("event").orElseThrow();
        List<Tag> tags = ((Json.Arr) event.get("tags").orElseThrow()).items().stream()
                .map(tag -> new Tag(((Json.Arr) tag).items().stream().map(item -> ((Json.Text) item).value()).toList())).toList();
        return new Draft(Bytes.hex(event.text("pubkey").orElseThrow()), event.whole("created_at").orElseThrow(), event.whole("kind").orElseThrow()
                .intValue(), tags,
                event.text("content").orElseThrow());
    }

    @TestFactory
    Stream<DynamicTest> rejected() throws IOException {
        return each("reject", vector -> {
            Checked<?> answer = switch (vector.text("what").orElseThrow()) {
                case "read" -> PracticeReader.read(vector.text("text").orElseThrow());
                case "naddr" -> ArticleAddress.read(vector.text("naddr").orElseThrow());
                case "article" -> Articles.read(draft(vector));
                case String other -> throw new AssertionError("unknown: " + other);
            };
            assertThat(answer).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault().code()).isEqualTo(vector.text("reason").orElseThrow()));
        });
    }

    private static Practice practice(Json.Obj vector) {
        return PracticeReader.read(vector.text("text").orElseThrow()).orThrow();
    }

    private static void reads(Json.Obj vector) {
        Practice practice = practice(vector);
        assertThat(practice.front().title()).isEqualTo(vector.text("title").orElseThrow());
        assertThat(practice.front().language()).isEqualTo(vector.text("language").orElseThrow());
        List<Json> paragraphs = practice.paragraphs().stream().map(p -> Json.texts(List.of(p.kind().name(), p.text()))).toList();
        assertThat(Json.array(paragraphs)).isEqualTo(vector.get("paragraphs").orElseThrow());
        vector.text("html").ifPresent(html -> assertThat(Clean.html(Markdown.html(practice.text()))).isEqualTo(html));
        assertThat(PracticeReader.read(practice.write()).orThrow()).as("what is written is read again").isEqualTo(practice);
    }

    private interface Check {
        void run(Json.Obj vector);
    }

    private static Stream<DynamicTest> each(String kind, Check check) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).isNotEmpty();
            return all.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                    () -> check.run((Json.Obj) Json.read(Files.readString(file)).orThrow())));
        }
    }
}
