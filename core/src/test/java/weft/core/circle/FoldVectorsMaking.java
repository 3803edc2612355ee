package weft.core.circle;

import static weft.core.entry.Maker.DRAFTS;
import static weft.core.entry.Maker.LEAF;
import static weft.core.entry.Maker.by;
import static weft.core.entry.Maker.key;
import static weft.core.entry.Maker.sealed;
import static weft.core.entry.Maker.shortAsk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import weft.core.entry.Entry;
import weft.core.entry.Maker;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.json.Json;

/**
 * Made the vectors under spec/vectors/fold, once. They are frozen: run this again only to add a rule, with
 * {@code mvn -pl core -am test -Dtest=FoldVectorsMaking -Dweft.freeze=fold}, and read what changed.
 */
@EnabledIfSystemProperty(named = "weft.freeze", matches = "fold")
class FoldVectorsMaking {
    private static final Bytes NAME = Bytes.hex("0102030405060708");
    private static final Leaf LATER = new Leaf(LEAF.day().plus(30), LEAF.slot());
    private static final Leaf OTHER = new Leaf(LEAF.day(), 0x00c0ffee);

    private final List<Json> said = new ArrayList<>();
    private final Bytes root = say("amina", LEAF, DRAFTS.posted(by("amina"), NAME, 0, shortAsk("Bread")));

    private Bytes say(String voice, Leaf leaf, Draft draft) {
        Event event = Maker.sign(voice, draft);
        said.add(Json.object("day", leaf.day().number(), "slot", leaf.slot() & 0xffff_ffffL, "entry", event.json()));
        return event.id();
    }

    private Bytes answer(String voice, Bytes to, Leaf leaf, int revision) {
        return say(voice, leaf, DRAFTS.answered(by(voice, leaf), to, revision, sealed(99 + 32 * revision)));
    }

    private Bytes admit(String by, String voice, int generation) {
        return say(by, LEAF, DRAFTS.admitted(by(by), root, key(voice), generation, sealed(163)));
    }

    private Bytes aside(String voice, int revision, int step) {
        return say(voice, LEAF, DRAFTS.aside(by(voice), root, NAME, revision, step, sealed(99 + 32 * revision)));
    }

    private Bytes withdraw(String voice, Bytes entry) {
        return say(voice, LEAF, DRAFTS.withdrawn(by(voice), root, entry));
    }

    private Bytes close(String voice, Entry.Ending ending) {
        return say(voice, LEAF, DRAFTS.closed(by(voice), root, NAME, ending));
    }

    private Bytes other() {
        return say("dora", OTHER, DRAFTS.posted(by("dora", OTHER), NAME, 0, shortAsk("A drill")));
    }

    @Test
    void accepting() throws IOException {
        write("need-answered-admitted-done", () -> {
            answer("ben", root, LEAF, 0);
            aside("amina", 0, 0);
            admit("amina", "ben", 0);
            aside("ben", 0, 1);
            close("amina", Entry.Ending.DONE);
        });
        write("revised", () -> {
            Bytes revision = say("amina", LEAF, DRAFTS.posted(by("amina"), NAME, 1, shortAsk("Bread and cake")));
            answer("ben", revision, LEAF, 0);
            answer("ben", root, LEAF, 1);
        });
        write("cant-after-all", () -> {
            admit("amina", "ben", 0);
            withdraw("ben", answer("ben", root, LEAF, 0));
        });
        write("close-taken-back", () -> withdraw("amina", close("amina", Entry.Ending.DONE)));
        write("closed-taken-back-closed-again-on-one-day", () -> {
            withdraw("amina", close("amina", Entry.Ending.DONE));
            say("amina", LEAF, DRAFTS.closed(by("amina"), root, Bytes.hex("1112131415161718"), Entry.Ending.DONE));
        });
        write("done-before-no-longer", () -> {
            close("amina", Entry.Ending.NO_LONGER);
            close("amina", Entry.Ending.DONE);
        });
        write("let-out-again", () -> {
            admit("amina", "ben", 0);
            admit("amina", "caro", 0);
            admit("amina", "caro", 1);
        });
        write("two-threads", () -> answer("ben", other(), OTHER, 0));
        write("heard-in-neither-of-two", () -> {
            answer("ben", root, LEAF, 0);
            answer("ben", other(), OTHER, 0);
            answer("caro", root, LEAF, 0);
        });
        write("extension-announced", () -> say("amina", LEAF, DRAFTS.extended(by("amina"), root, LATER.day())));
        write("moved", () -> {
            answer("caro", root, LEAF, 0);
            answer("ben", root, LEAF, 0);
            say("amina", LEAF, DRAFTS.extended(by("amina"), root, LATER.day()));
            Bytes seat = say("amina", LATER, DRAFTS.posted(by("amina", LATER), NAME, 1, shortAsk("Bread")));
            answer("ben", seat, LATER, 1);
        });
    }

    @Test
    void rejecting() throws IOException {
        reject("unknown-root", "unknown-root", () -> say("ben", LEAF, DRAFTS.withdrawn(by("ben"), Maker.P.sha256(NAME), root)));
        reject("foreign-close", "not-the-first-voice", () -> close("ben", Entry.Ending.DONE));
        reject("foreign-admission", "not-the-first-voice", () -> admit("ben", "ben", 0));
        reject("foreign-extension", "not-the-first-voice", () -> say("ben", LEAF, DRAFTS.extended(by("ben"), root, LATER.day())));
        reject("foreign-withdrawal", "not-its-voice", () -> {
            answer("ben", root, LEAF, 0);
            return withdraw("caro", aside("amina", 0, 0));
        });
        reject("withdrawal-of-the-need", "not-to-be-withdrawn", () -> withdraw("amina", root));
        reject("answer-to-oneself", "its-own", () -> answer("amina", root, LEAF, 0));
        reject("aside-from-outside", "not-inside", () -> aside("ben", 0, 0));
        reject("late-revision", "older-revision", () -> {
            answer("ben", root, LEAF, 2);
            return answer("ben", root, LEAF, 1);
        });
        reject("another-leaf", "foreign-leaf", () -> say("amina", LATER, DRAFTS.closed(by("amina", LATER), root, NAME, Entry.Ending.DONE)));
        reject("another-name", "duplicate-name",
                () -> say("amina", OTHER, DRAFTS.posted(by("amina", OTHER), NAME.then(NAME).slice(4, 12), 1, shortAsk("Cake"))));
        reject("first-voice-elsewhere", "speaks-in-two-threads", () -> {
            other();
            return answer("dora", root, LEAF, 0);
        });
    }

    private void write(String name, Runnable story) throws IOException {
        said.subList(1, said.size()).clear();
        story.run();
        write("accept/" + name, Json.object("circle", Maker.CIRCLE.hex(), "entries", Json.array(said)));
    }

    private void reject(String name, String reason, java.util.function.Supplier<Bytes> story) throws IOException {
        said.subList(1, said.size()).clear();
        Bytes dropped = story.get();
        write("reject/" + name, Json.object("reason", reason, "dropped", dropped.hex(), "circle", Maker.CIRCLE.hex(), "entries", Json.array(said)));
    }

    private static void write(String name, Json.Obj vector) throws IOException {
        Path file = FoldVectorsTest.FOLDER.resolve(name + ".json");
        Files.createDirectories(file.getParent());
        String threads = FoldVectorsTest.folded(FoldVectorsTest.entries(vector));
        String start = vector.write();
        String lines = start.substring(0, start.length() - 1).replaceFirst("^\\{", "{\n  ").replace(",\"entries\":[", ",\n  \"entries\":[\n    ")
                .replace("},{\"day\"", "},\n    {\"day\"");
        Files.writeString(file, lines + ",\n  \"threads\":" + threads + "\n}\n");
    }
}
