package weft.core.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.core.entry.Maker.DRAFTS;
import static weft.core.entry.Maker.LEAF;
import static weft.core.entry.Maker.by;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.entry.Maker;
import weft.core.entry.Writing;
import weft.core.key.Leaf;
import weft.core.key.Vectors;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.json.Json;

/** The frozen vectors of "Practices" in spec/fold.md, and how they were made ({@code -Dweft.freeze=shelf}). */
class ShelfVectorsTest {
    private static final Path FOLDER = Path.of(System.getProperty("weft.root"), "spec/vectors/shelf");
    private static final String NAME = "0102030405060708";
    private static final Leaf LATER = new Leaf(LEAF.day().plus(30), LEAF.slot());
    private static final Leaf OTHER = new Leaf(LEAF.day().plus(3), 0x00c0ffee);

    private final List<Json> said = new ArrayList<>();

    static List<Named<Json.Obj>> vectors() {
        return Stream.of("accept", "reject").flatMap(folder -> Vectors.in("shelf/" + folder).stream()
                .map(named -> Named.of(folder + " " + named.getName(), named.getPayload()))).toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void foldsAsWrittenInAnyOrder(Json.Obj vector) {
        List<Entry> entries = new ArrayList<>(FoldVectorsTest.entries(vector));
        String wanted = vector.get("shelf").orElseThrow().write();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(entries, new Random(seed));
            List<Entry> twice = new ArrayList<>(entries);
            twice.addAll(entries.subList(0, entries.size() / 2));
            assertThat(ShelfTelling.of(Maker.P, twice)).isEqualTo(wanted);
        }
        vector.text("dropped").ifPresent(dropped -> {
            assertThat(entries.removeIf(entry -> entry.head().id().hex().equals(dropped))).isTrue();
            assertThat(ShelfTelling.of(Maker.P, entries)).as("the same without it").isEqualTo(wanted);
        });
    }

    @Test
    void whatIsForgottenLeavesNothing() {
        List<Entry> entries = new ArrayList<>();
        said.clear();
        practice("amina", 0, "first", LEAF);
        practice("amina", 1, "word ".repeat(9_000), LATER);
        account("ben", 0, "fine", OTHER);
        for (Json item : said) {
            entries.addAll(FoldVectorsTest.entries((Json.Obj) Json.object("circle", Maker.CIRCLE.hex(), "entries", Json.array(List.of(item)))));
        }
        PracticeShelf shelf = new PracticeShelf(Maker.P);
        entries.forEach(shelf::add);
        assertThat(shelf.practices()).singleElement().satisfies(practice -> assertThat(practice.writing().text()).hasSize(45_000));
        shelf.forget(LATER);
        List<Entry> left = new ArrayList<>(entries);
        left.removeIf(entry -> entry.head().leaf().equals(LATER));
        assertThat(ShelfTelling.of(shelf).write()).isEqualTo(ShelfTelling.of(Maker.P, left));
        assertThat(shelf.practices()).singleElement().satisfies(practice -> assertThat(practice.writing().text()).isEqualTo("first"));
        shelf.forgetThrough(OTHER.day());
        assertThat(shelf.practices()).isEmpty();
        assertThat(shelf.accounts(NAME)).isEmpty();
    }

    private Bytes say(String voice, Leaf leaf, Draft draft) {
        Event event = Maker.sign(voice, draft);
        said.add(Json.object("day", leaf.day().number(), "slot", leaf.slot() & 0xffff_ffffL, "entry", event.json()));
        return event.id();
    }

    private Bytes practice(String voice, int revision, String text, Leaf leaf) {
        return practice(voice, NAME, revision, text, leaf).getFirst();
    }

    private List<Bytes> practice(String voice, String name, int revision, String text, Leaf leaf) {
        List<Bytes> ids = new ArrayList<>();
        for (Draft draft : DRAFTS.practised(new EntryDrafts.By(Maker.key(voice), Maker.NOW, leaf), name, revision,
                new Writing("Soup", "en", List.of(), text))) {
            ids.add(say(voice, leaf, draft));
        }
        return ids;
    }

    private Bytes account(String voice, int revision, String text, Leaf leaf) {
        return say(voice, leaf, DRAFTS.told(by(voice, leaf), NAME, revision, text));
    }

    @Test
    @EnabledIfSystemProperty(named = "weft.freeze", matches = "shelf")
    void make() throws IOException {
        write("accept/told-of", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            account("ben", 0, "It went well.", OTHER);
            account("dora", 0, "We were too many.", LEAF);
            return null;
        });
        write("accept/account-revised-and-taken-back", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            account("ben", 0, "It went well.", OTHER);
            account("ben", 1, "It went very well.", OTHER);
            account("dora", 0, "We were too many.", LEAF);
            account("dora", 1, "", LEAF);
            return null;
        });
        write("accept/kept-by-its-writer", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            practice("amina", 1, "Boil water.", LATER);
            return null;
        });
        write("accept/kept-by-another", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            practice("ben", 0, "Boil water.", LATER);
            account("dora", 0, "Told of both.", LEAF);
            return null;
        });
        write("accept/in-parts", () -> {
            practice("amina", 0, "word ".repeat(16_000), LEAF);
            return null;
        });
        write("reject/older-revision", "older-revision", () -> {
            practice("amina", 3, "Boil more water.", LEAF);
            return practice("amina", 2, "Boil water.", LEAF);
        });
        write("reject/another-name", "duplicate-name", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            return practice("amina", "ffffffffffffffff", 1, "Fry.", LEAF).getFirst();
        });
        write("reject/a-part-is-missing", "not-whole", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            Bytes head = practice("amina", 1, "word ".repeat(9_000), LEAF);
            said.removeLast();
            return head;
        });
        write("reject/a-part-of-another-voice", "not-its-voice", () -> {
            practice("amina", 0, "word ".repeat(9_000), LEAF);
            return practice("ben", NAME, 0, "weak ".repeat(9_000), LEAF).getLast();
        });
        write("reject/an-older-account", "older-revision", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            account("ben", 2, "Better.", OTHER);
            return account("ben", 1, "Good.", OTHER);
        });
        write("reject/account-of-two-practices", "speaks-in-two-threads", () -> {
            practice("amina", 0, "Boil water.", LEAF);
            practice("dora", "ffffffffffffffff", 0, "Fry.", LEAF);
            account("ben", 0, "Good.", OTHER);
            return say("ben", OTHER, DRAFTS.told(by("ben", OTHER), "ffffffffffffffff", 1, "Good, too."));
        });
    }

    private void write(String name, Supplier<Bytes> story) throws IOException {
        write(name, "", story);
    }

    private void write(String name, String reason, Supplier<Bytes> story) throws IOException {
        said.clear();
        Bytes dropped = story.get();
        if (reason.equals("not-its-voice")) {
            // Without a head of that voice its part is nobody's.
            said.removeIf(item -> item.write().contains("weak weak") && item.write().contains("\\\"title\\\""));
        }
        Json.Obj vector = reason.isEmpty() ? (Json.Obj) Json.object("circle", Maker.CIRCLE.hex(), "entries", Json.array(said))
                : (Json.Obj) Json.object("reason", reason, "dropped", dropped.hex(), "circle", Maker.CIRCLE.hex(), "entries", Json.array(said));
        Path file = FOLDER.resolve(name + ".json");
        Files.createDirectories(file.getParent());
        String shelf = ShelfTelling.of(Maker.P, FoldVectorsTest.entries(vector));
        String start = vector.write();
        Files.writeString(file, start.substring(0, start.length() - 1).replaceFirst("^\\{", "{\n  ").replace("},{\"day\"", "},\n    {\"day\"")
                + ",\n  \"shelf\":" + shelf + "\n}\n");
    }
}
