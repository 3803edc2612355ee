package weft.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import weft.jdk.JdkPrimitives;
import weft.practice.lineage.Translations;
import weft.primitives.Bytes;

/** The practices that the project brings along. */
class ShelfTest {
    static final List<String> NAMES = Shelf.NAMES;
    private static final JdkPrimitives PRIMITIVES = new JdkPrimitives();

    @ParameterizedTest
    @FieldSource("NAMES")
    void bothLanguagesAreThereAndAlign(String name) throws IOException {
        Practice english = Shelf.read(name, "en").orElseThrow();
        Practice french = Shelf.read(name, "fr").orElseThrow();
        assertThat(english.front().licence()).isEqualTo("CC0-1.0");
        assertThat(french.front().licence()).isEqualTo("CC0-1.0");
        assertThat(french.front().translationOf()).contains(new Ancestor(name, Optional.empty()));
        assertThat(french.front().kinds()).isEqualTo(english.front().kinds());
        assertThat(french.front().serves()).isEqualTo(english.front().serves());
        assertThat(french.paragraphs().stream().map(Paragraph::kind)).as("the same structure")
                .isEqualTo(english.paragraphs().stream().map(Paragraph::kind).toList());
        if (System.getenv("WEFT_MARK_TRANSLATIONS") != null) {
            mark(name, english, french);
            return;
        }
        assertThat(Translations.beside(PRIMITIVES, english, french))
                .as("the English has changed: mend the French, then run this test with WEFT_MARK_TRANSLATIONS=1")
                .allSatisfy(pair -> assertThat(pair.state()).isEqualTo(Translations.State.VALID));
        assertThat(french.front().sourceParagraphs()).as("run this test with WEFT_MARK_TRANSLATIONS=1").isNotEmpty();
    }

    /** Writes into the French what each of its paragraphs renders. */
    private static void mark(String name, Practice english, Practice french) throws IOException {
        List<Optional<Bytes>> hashes = english.paragraphs().stream().map(paragraph -> Optional.of(paragraph.hash(PRIMITIVES))).toList();
        Path file = Path.of(System.getProperty("weft.root"), "practice/src/main/resources/weft/practice/shelf/fr", name + ".md");
        Files.writeString(file, new Practice(french.front().from(Optional.empty(), french.front().translationOf(), hashes), french.text()).write());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void rendersAndRoundTrips(String name) {
        for (String language : Shelf.LANGUAGES) {
            Practice practice = Shelf.read(name, language).orElseThrow();
            assertThat(practice.text()).as("the first heading is the title").startsWith("# " + practice.front().title() + "\n");
            assertThat(PracticeReader.read(practice.write()).orThrow()).isEqualTo(practice);
            assertThat(Paragraphs.split(Paragraphs.join(practice.paragraphs()))).isEqualTo(practice.paragraphs());
            assertThat(Markdown.html(practice.text())).doesNotContain("&lt;").contains("<h2");
            assertThat(Markdown.plain(practice.text())).contains(practice.front().title()).doesNotContain("**");
            assertThat(practice.text().length()).as("fits an entry").isLessThan(12_000);
        }
    }

    @Test
    void tablesOfBothLanguagesScaleAlike() {
        String english = Scaling.scale(Shelf.read("kitchen-for-50", "en").orElseThrow(), 120).text();
        String french = Scaling.scale(Shelf.read("kitchen-for-50", "fr").orElseThrow(), 120).text();
        assertThat(english).contains("| what | for 120 |", "| chickpeas, dry | 12 kg |", "| oil | 1.8 l |", "| garlic | 720 g |", "Take 10 kg of tinned ones");
        assertThat(french).contains("| quoi | pour 120 |", "| pois chiches secs | 12 kg |", "| huile | 1,8 l |", "| ail | 720 g |");
        assertThat(Scaling.scale(Shelf.read("delivery-rounds", "en").orElseThrow(), 120).text()).contains("| cold boxes | 20 |");
    }

    @Test
    void nothingElseIsOnTheShelf() {
        assertThat(Shelf.read("../en/kitchen-for-50", "fr")).isEmpty();
        assertThat(Shelf.read("kitchen-for-50", "../fr")).isEmpty();
    }
}
