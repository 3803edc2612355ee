package weft.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.practice.lineage.Translations.State;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weft.jdk.JdkPrimitives;
import weft.practice.lineage.Adapting;
import weft.practice.lineage.Comparison;
import weft.practice.lineage.Family;
import weft.practice.lineage.Pieces;
import weft.practice.lineage.Row;
import weft.practice.lineage.TranslationMemory;
import weft.practice.lineage.Translations;

/** Versions, translations, families. */
class LineageTest {
    private static final JdkPrimitives PRIMITIVES = new JdkPrimitives();

    private static Practice of(String... paragraphs) {
        return new Practice(Front.of("T", "en"), String.join("\n\n", paragraphs) + "\n");
    }

    private static String shape(List<Row> rows) {
        return rows.stream().map(row -> switch (row) {
            case Row.Same ignored -> "=";
            case Row.Moved ignored -> "m";
            case Row.Changed ignored -> "c";
            case Row.Added ignored -> "+";
            case Row.Removed ignored -> "-";
        }).collect(Collectors.joining());
    }

    @Test
    void rowsSayWhatChanged() {
        assertThat(shape(Comparison.of(PRIMITIVES, of("a", "b", "c"), of("a", "b", "c")))).isEqualTo("===");
        assertThat(shape(Comparison.of(PRIMITIVES, of("a", "boil the water for long", "c"), of("a", "boil the water for very long", "c")))).isEqualTo("=c=");
        assertThat(shape(Comparison.of(PRIMITIVES, of("a", "c"), of("a", "new words", "c")))).isEqualTo("=+=");
        assertThat(shape(Comparison.of(PRIMITIVES, of("a", "old words", "c"), of("a", "c")))).isEqualTo("=-=");
        assertThat(shape(Comparison.of(PRIMITIVES, of("a", "b", "c", "d"), of("d", "a", "b", "c")))).isEqualTo("m===");
        assertThat(shape(Comparison.of(PRIMITIVES, of("a"), of("z")))).isEqualTo("+-");
        assertThat(shape(Comparison.of(PRIMITIVES, of("a  b"), of("a b")))).as("blanks don't matter").isEqualTo("=");
    }

    @Test
    void takingEveryRowGivesTheRelative() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> words = new ArrayList<>(List.of("alpha one two three", "beta four five six", "# gamma", "delta seven eight", "> epsilon",
                    "zeta nine"));
            Practice mine = of(words.subList(0, 1 + random.nextInt(words.size())).toArray(String[]::new));
            List<String> other = new ArrayList<>();
            for (String word : words) {
                switch (random.nextInt(4)) {
                    case 0 -> other.add(word + " changed");
                    case 1 -> { }
                    case 2 -> other.add("wholly new " + random.nextInt(1000));
                    default -> other.add(word);
                }
            }
            if (other.isEmpty()) {
                continue;
            }
            Practice relative = of(other.toArray(String[]::new));
            Practice now = mine;
            for (int step = 0; step < 40; step++) {
                List<Row> rows = Comparison.of(PRIMITIVES, now, relative);
                int open = java.util.stream.IntStream.range(0, rows.size())
                        .filter(i -> !(rows.get(i) instanceof Row.Same || rows.get(i) instanceof Row.Moved)).findFirst().orElse(-1);
                if (open < 0) {
                    break;
                }
                now = Adapting.take(now, rows, java.util.Set.of(open));
            }
            assertThat(Set.copyOf(now.paragraphs())).as("round %s", round).isEqualTo(Set.copyOf(relative.paragraphs()));
        }
    }

    @Test
    void piecesMakeBothTexts() {
        List<Pieces.Piece> pieces = Pieces.of("boil the water for long", "boil clean water for long enough");
        assertThat(pieces.stream().filter(p -> p.change() != Pieces.Change.IN).map(Pieces.Piece::text).collect(Collectors.joining()))
                .isEqualTo("boil the water for long");
        assertThat(pieces.stream().filter(p -> p.change() != Pieces.Change.OUT).map(Pieces.Piece::text).collect(Collectors.joining()))
                .isEqualTo("boil clean water for long enough");
        assertThat(pieces).contains(new Pieces.Piece(Pieces.Change.OUT, "the "), new Pieces.Piece(Pieces.Change.IN, "clean "));
    }

    @Test
    void aChangeUpstreamMakesOnlyItsOwnParagraphStale() {
        Practice english = Shelf.read("kitchen-for-50", "en").orElseThrow();
        Practice french = Shelf.read("kitchen-for-50", "fr").orElseThrow();
        Practice changed = new Practice(english.front(), english.text().replace("at least 75 °C", "at least 80 °C"));
        List<Translations.Pair> pairs = Translations.beside(PRIMITIVES, changed, french);
        assertThat(pairs.stream().filter(pair -> pair.state() != State.VALID)).singleElement().satisfies(pair -> {
            assertThat(pair.state()).isEqualTo(State.STALE);
            assertThat(pair.source().orElseThrow().text()).contains("80 °C");
            assertThat(pair.translation().orElseThrow().text()).contains("75 °C");
        });
    }

    @Test
    void addedRemovedAndMovedParagraphsKeepTheRestValid() {
        Practice source = of("# one", "two", "three", "four");
        Practice rendered = Translations.write(PRIMITIVES, Front.of("T", "fr"), source, new Ancestor("source", Optional.empty()),
                List.of(Optional.of(new Paragraph(Paragraph.Kind.HEADING, "# un")), Optional.of(new Paragraph(Paragraph.Kind.TEXT, "deux")), Optional.empty(),
                        Optional.of(new Paragraph(Paragraph.Kind.TEXT, "quatre"))));
        assertThat(states(source, rendered)).containsExactly(State.VALID, State.VALID, State.MISSING, State.VALID);
        assertThat(states(of("# one", "two", "four"), rendered)).containsExactly(State.VALID, State.VALID, State.VALID);
        assertThat(states(of("# one", "four"), rendered)).containsExactly(State.VALID, State.EXTRA, State.VALID);
        assertThat(states(of("four", "# one", "two"), rendered)).containsOnly(State.VALID);
        assertThat(PracticeReader.read(rendered.write()).orThrow()).isEqualTo(rendered);
    }

    private static List<State> states(Practice source, Practice translation) {
        return Translations.beside(PRIMITIVES, source, translation).stream().map(Translations.Pair::state).toList();
    }

    @Test
    void aReaderGetsTheBestLanguage() {
        Practice english = Shelf.read("phone-tree", "en").orElseThrow();
        Practice french = Shelf.read("phone-tree", "fr").orElseThrow();
        List<Practice> both = List.of(french, english);
        assertThat(Translations.best(both, List.of("fr-CA", "en"))).contains(french);
        assertThat(Translations.best(both, List.of("ar", "en-GB", "fr"))).contains(english);
        assertThat(Translations.best(both, List.of("ar"))).as("the original").contains(english);
        assertThat(Translations.best(List.of(), List.of("ar"))).isEmpty();
    }

    @Test
    void memoryOffersWhatWasTranslated() {
        TranslationMemory memory = new TranslationMemory(PRIMITIVES);
        Practice english = Shelf.read("phone-tree", "en").orElseThrow();
        memory.learn(english, Shelf.read("phone-tree", "fr").orElseThrow());
        Paragraph known = english.paragraphs().get(1);
        assertThat(memory.offer(known, "fr").getFirst()).satisfies(offer -> {
            assertThat(offer.exact()).isTrue();
            assertThat(offer.rendering().text()).startsWith("Quand le réseau est coupé");
        });
        assertThat(memory.offer(new Paragraph(known.kind(), known.text() + " Really."), "fr").getFirst().exact()).isFalse();
        assertThat(memory.offer(known, "de")).isEmpty();
        assertThat(memory.offer(new Paragraph(known.kind(), "Something else"), "fr")).isEmpty();
    }

    @Test
    void aFamilyIsDrawnWithoutNumbersAndSurvivesCircles() {
        List<Family.Relative> family = List.of(new Family.Relative("a", "Soup <b>", "en", Set.of()), new Family.Relative("b", "Soupe", "fr", Set.of("a")),
                new Family.Relative("c", "Stew", "en", Set.of("a", "gone")), new Family.Relative("d", "Ragoût", "fr", Set.of("b", "c")));
        String svg = Family.svg(family);
        assertThat(svg).contains("Soup &lt;b&gt;", "Ragoût").doesNotContain("<b>");
        assertThat(svg.split("<path", -1)).as("four lines").hasSize(5);
        assertThat(svg.replaceAll("<[^>]*>", "")).doesNotContainPattern("[0-9]");
        assertThat(Family.svg(List.of(new Family.Relative("a", "A", "en", Set.of("b")), new Family.Relative("b", "B", "en", Set.of("a", "b")))))
                .contains(">A<", ">B<");
        assertThat(Family.svg(List.of())).startsWith("<svg");
    }

    @Test
    void longTextsAreComparedQuickly() {
        List<String> many = new ArrayList<>(Collections.nCopies(3_000, "same"));
        for (int i = 0; i < 3_000; i++) {
            many.add("p" + i);
        }
        List<String> turned = new ArrayList<>(many);
        Collections.reverse(turned);
        assertThat(Comparison.of(PRIMITIVES, of(many.toArray(String[]::new)), of(turned.toArray(String[]::new)))).hasSize(6_000);
    }
}
