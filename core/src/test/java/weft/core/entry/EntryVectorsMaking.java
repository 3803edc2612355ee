package weft.core.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/**
 * Made the vectors under spec/vectors/entry, once. They are frozen: run this again only to add a rule or a kind, with
 * {@code mvn -pl core -am test -Dtest=EntryVectorsMaking -Dweft.freeze=entry}, and read what changed.
 */
@EnabledIfSystemProperty(named = "weft.freeze", matches = "entry")
class EntryVectorsMaking {
    private static final Bytes ROOT = Maker.P.sha256(Bytes.utf8("a root"));
    private static final Bytes NAME = Bytes.hex("0123456789abcdef");
    private static final Draft SHORT = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, Maker.shortAsk("Bread, every morning"));
    private static final Draft FULL = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 3, Maker.fullAsk());
    private static final Draft ANSWER = Maker.DRAFTS.answered(Maker.by("ben"), ROOT, 0, Maker.sealed(99));
    private static final Draft ADMIT = Maker.DRAFTS.admitted(Maker.by("amina"), ROOT, Maker.key("ben"), 0, Maker.sealed(131));
    private static final Draft ASIDE = Maker.DRAFTS.aside(Maker.by("ben"), ROOT, NAME, 0, 7, Maker.sealed(99));
    private static final Draft WITHDRAW = Maker.DRAFTS.withdrawn(Maker.by("ben"), ROOT, ANSWER.id(Maker.P));
    private static final Draft CLOSE = Maker.DRAFTS.closed(Maker.by("amina"), ROOT, NAME, Entry.Ending.DONE);
    private static final Draft EXTEND = Maker.DRAFTS.extended(Maker.by("amina"), ROOT, Maker.LEAF.day().plus(30));

    private final Map<String, Json> accepts = new LinkedHashMap<>();
    private final Map<String, Json> rejects = new LinkedHashMap<>();

    @Test
    void make() throws IOException {
        accepting();
        outside();
        common();
        words();
        replies();
        DoingVectorsMaking.make(accepts, rejects);
        ThingVectorsMaking.make(accepts, rejects);
        practices();
        write("accept", accepts);
        write("reject", rejects);
    }

    private void accepting() {
        accept("need-full", FULL);
        accept("offer-short", SHORT);
        accept("need-revised", Maker.DRAFTS.posted(Maker.by("amina"), NAME, EntryLimits.REVISION, Maker.shortAsk("Bread, on Mondays")));
        accept("place-by-name", Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, ask(Optional.of(Whereabouts.named("The old school")), List.of())));
        accept("place-by-point", Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0,
                ask(Optional.of(new Whereabouts("", Optional.of(Point.blurred(-33.8688, 151.2093)))), List.of())));
        accept("point-at-the-pole",
                Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, ask(Optional.of(new Whereabouts("", Optional.of(Point.blurred(90, 180)))), List.of())));
        accept("photo-webp", Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0,
                ask(Optional.empty(), List.of(new Photo("image/webp", Bytes.utf8("RIFF").then(Bytes.hex("0c000000"), Bytes.utf8("WEBPVP8 ")), "")))));
        accept("title-longest", Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, Maker.shortAsk("𝄞".repeat(EntryLimits.TITLE))));
        accept("text-longest", withContent(SHORT, "a".repeat(EntryLimits.TEXT)));
        accept("answer", ANSWER);
        accept("answer-revised", Maker.DRAFTS.answered(Maker.by("ben"), ROOT, 2, Maker.sealed(99)));
        accept("admit", ADMIT);
        accept("admit-again", Maker.DRAFTS.admitted(Maker.by("amina"), ROOT, Maker.key("ben"), EntryLimits.GENERATION, Maker.sealed(131)));
        accept("admit-itself", Maker.DRAFTS.admitted(Maker.by("amina"), ROOT, Maker.key("amina"), 1, Maker.sealed(131)));
        accept("aside", ASIDE);
        accept("withdraw", WITHDRAW);
        accept("close-done", CLOSE);
        accept("close-no-longer", Maker.DRAFTS.closed(Maker.by("amina"), ROOT, NAME, Entry.Ending.NO_LONGER));
        accept("extend", EXTEND);
        accept("extend-furthest", Maker.DRAFTS.extended(Maker.by("amina"), ROOT, Maker.LEAF.day().plus(EntryLimits.DAYS_FURTHER)));
        accept("written-on-the-last-day", at(SHORT, Maker.LEAF.day().endsAt() - Day.SECONDS));
    }

    private void outside() {
        Event event = Maker.sign("amina", SHORT);
        String json = event.json();
        reject("too-large", "too-large", json.substring(0, json.length() - 1) + " ".repeat(40_000) + "}");
        reject("not-json", "not-an-event", json.substring(0, json.length() - 1));
        reject("no-signature", "not-an-event", json.replaceFirst(",\"sig\":\"[0-9a-f]+\"", ""));
        reject("a-blank", "not-canonical", json.replaceFirst(",\"kind\"", ", \"kind\""));
        reject("an-escape", "not-canonical", json.replaceFirst("Bread", "\\\\u0042read"));
        reject("members-in-another-order", "not-canonical", json.replaceFirst("\"created_at\":(\\d+),\"kind\":(\\d+)", "\"kind\":$2,\"created_at\":$1"));
        reject("other-id", "wrong-id", new Event(ROOT, event.publicKey(), event.createdAt(), event.kind(), event.tags(), event.content(), event.signature())
                .json());
        reject("content-changed", "wrong-id",
                new Event(event.id(), event.publicKey(), event.createdAt(), event.kind(), event.tags(), "more", event.signature()).json());
        reject("signed-by-another", "wrong-signature", new Event(event.id(), event.publicKey(), event.createdAt(), event.kind(), event.tags(),
                event.content(), Maker.sign("ben", SHORT).signature()).json());
        reject("signed-by-the-circle", "no-voice", Maker.sign("circle", new Draft(Maker.CIRCLE, SHORT.createdAt(), SHORT.kind(), SHORT.tags(), "")).json());
        reject("kind-one", "unknown-kind", new Draft(SHORT.publicKey(), SHORT.createdAt(), 1, SHORT.tags().subList(0, 2), "hello"));
        reject("envelope-in-an-envelope", "unknown-kind", new Draft(SHORT.publicKey(), SHORT.createdAt(), 9338, SHORT.tags().subList(0, 2), ""));
    }

    private void common() {
        reject("other-circle", "wrong-circle", new EntryDrafts(Maker.P, Maker.key("another circle"))
                .posted(Maker.by("amina"), NAME, 0, Maker.shortAsk("Bread")));
        reject("no-weft-tag", "wrong-tags", tags(SHORT, tags -> tags.remove(0)));
        reject("slot-before-weft", "wrong-tags", tags(SHORT, tags -> tags.add(0, tags.remove(1))));
        reject("weft-twice", "wrong-tags", tags(SHORT, tags -> tags.add(1, tags.getFirst())));
        reject("an-unknown-tag", "wrong-tags", tags(SHORT, tags -> tags.add(Tag.of("client", "some program"))));
        reject("title-before-side", "wrong-tags", tags(FULL, tags -> tags.add(4, tags.remove(5))));
        reject("title-twice", "wrong-tags", tags(SHORT, tags -> tags.add(tags.getLast())));
        reject("title-with-three-texts", "wrong-tags", set(SHORT, "title", "title", "Bread", "Cake"));
        reject("slot-short", "malformed-slot", set(SHORT, "slot", "slot", "bead", Integer.toString(Maker.LEAF.day().number())));
        reject("slot-in-capitals", "malformed-slot", set(SHORT, "slot", "slot", "BEAD1234", Integer.toString(Maker.LEAF.day().number())));
        reject("slot-day-with-zero", "malformed-slot", set(SHORT, "slot", "slot", "bead1234", "0" + Maker.LEAF.day().number()));
        reject("slot-day-too-great", "malformed-slot", set(SHORT, "slot", "slot", "bead1234", "65536"));
        rejectUnder("other-slot", "wrong-leaf", new Leaf(Maker.LEAF.day(), 0xbead1235), SHORT);
        rejectUnder("later-day", "wrong-leaf", new Leaf(Maker.LEAF.day().plus(1), Maker.LEAF.slot()), SHORT);
        Leaf reserved = new Leaf(Maker.LEAF.day(), 255);
        rejectUnder("slot-reserved", "reserved-slot", reserved, Maker.DRAFTS.posted(Maker.by("amina", reserved), NAME, 0, Maker.shortAsk("Bread")));
        reject("a-minute-past", "time-too-fine", at(SHORT, SHORT.createdAt() + 60));
        reject("an-hour-past", "time-too-fine", at(SHORT, SHORT.createdAt() + 3600));
        reject("before-2020", "time-out-of-range", at(SHORT, Day.EPOCH_SECONDS - Day.SECONDS));
        reject("after-the-last-day", "time-out-of-range", at(SHORT, Maker.LEAF.day().endsAt()));
    }

    private void words() {
        reject("price", "priced", tags(SHORT, tags -> tags.add(Tag.of("price", "0", "EUR"))));
        reject("name-missing", "wrong-tags", tags(SHORT, tags -> tags.remove(2)));
        reject("name-long", "malformed-name", set(SHORT, "d", "d", "0123456789abcdef00"));
        reject("name-readable", "malformed-name", set(SHORT, "d", "d", "aminas bread now"));
        reject("revision-negative", "malformed-revision", set(SHORT, "rev", "rev", "-1"));
        reject("revision-with-zero", "malformed-revision", set(SHORT, "rev", "rev", "01"));
        reject("revision-too-great", "malformed-revision", set(SHORT, "rev", "rev", "10000"));
        reject("side-other", "malformed-side", set(SHORT, "side", "side", "swap"));
        reject("title-empty", "malformed-title", set(SHORT, "title", "title", ""));
        reject("title-too-long", "malformed-title", set(SHORT, "title", "title", "a".repeat(EntryLimits.TITLE + 1)));
        reject("title-of-two-lines", "malformed-title", set(SHORT, "title", "title", "Bread\nand cake"));
        reject("title-with-line-separator", "malformed-title", set(SHORT, "title", "title", "Bread\u2028and cake"));
        reject("title-with-blank-around", "malformed-title", set(SHORT, "title", "title", "Bread "));
        reject("text-too-long", "malformed-text", withContent(SHORT, "a".repeat(EntryLimits.TEXT + 1)));
        reject("text-with-carriage-return", "malformed-text", withContent(SHORT, "one\r\ntwo"));
        reject("text-with-delete", "malformed-text", withContent(SHORT, "one\u007ftwo"));
        reject("help-empty", "malformed-help", set(FULL, "t", "t", ""));
        reject("help-too-long", "malformed-help", set(FULL, "t", "t", "a".repeat(EntryLimits.KIND + 1)));
        reject("from-to-the-second", "malformed-span", set(FULL, "from", "from", "1795500001"));
        reject("from-in-words", "malformed-span", set(FULL, "from", "from", "tomorrow"));
        reject("until-negative", "malformed-span", set(FULL, "until", "until", "-60"));
        reject("until-before-from", "ends-before-it-begins", set(FULL, "until", "until", "1795499940"));
        reject("place-empty", "malformed-place", set(FULL, "location", "location", ""));
        reject("place-too-long", "malformed-place", set(FULL, "location", "location", "a".repeat(EntryLimits.PLACE + 1)));
        reject("point-in-degrees", "malformed-point", set(FULL, "point", "point", "52.4975", "13.4201"));
        reject("point-beyond-the-pole", "malformed-point", set(FULL, "point", "point", "90000001", "0"));
        reject("point-exact", "point-too-fine", set(FULL, "point", "point", "52493700", "13420100"));
        reject("language-in-words", "malformed-language", set(FULL, "l", "l", "Deutsch"));
        reject("language-broken", "malformed-language", set(FULL, "l", "l", "pt-"));
        reject("language-twice", "malformed-language", tags(FULL, tags -> tags.add(tags.indexOf(Tag.of("l", "ar")), Tag.of("l", "ar"))));
        reject("languages-in-another-order", "malformed-language", tags(FULL, tags -> tags.add(tags.indexOf(Tag.of("l", "ar")), Tag.of("l", "de"))));
        reject("languages-too-many", "malformed-language",
                tags(FULL, tags -> "bcdefghi".chars().forEach(c -> tags.add(tags.size() - 2, Tag.of("l", "x" + (char) c)))));
        reject("photo-by-address", "malformed-photo", set(FULL, "image", "image", "https://example.org/drill.jpg", ""));
        reject("photo-png", "malformed-photo", set(FULL, "image", "image", "data:image/png;base64,iVBORw0KGgoAAAAN", ""));
        reject("photo-under-a-false-label", "malformed-photo", set(FULL, "image", "image", "data:image/webp;base64," + Maker.PHOTO.data().base64(), ""));
        reject("photo-in-loose-base64", "malformed-photo", set(FULL, "image", "image", "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2R==", ""));
        reject("photos-too-many", "malformed-photo", tags(FULL, tags -> {
            for (int i = 0; i < EntryLimits.PHOTOS; i++) {
                tags.add(tags.getLast());
            }
        }));
        reject("caption-of-two-lines", "malformed-photo", set(FULL, "image", "image", "data:image/jpeg;base64," + Maker.PHOTO.data().base64(), "a\nb"));
    }

    private void replies() {
        reject("answer-without-root", "wrong-tags", tags(ANSWER, tags -> tags.remove(2)));
        reject("answer-with-unmarked-root", "wrong-tags", set(ANSWER, "e", "e", ROOT.hex(), "", "reply"));
        reject("answer-with-a-relay", "wrong-tags", set(ANSWER, "e", "e", ROOT.hex(), "wss://relay.example", "root"));
        reject("answer-root-short", "malformed-reference", set(ANSWER, "e", "e", "00", "", "root"));
        reject("answer-in-the-open", "not-sealed", withContent(ANSWER, "I can come at six."));
        reject("answer-empty", "not-sealed", withContent(ANSWER, ""));
        reject("answer-of-another-version", "not-sealed", withContent(ANSWER, Maker.sealed(99).replaceFirst("Ag", "Aw")));
        reject("admit-voice-short", "malformed-voice", set(ADMIT, "p", "p", "00"));
        reject("admit-voice-off-the-curve", "malformed-voice", set(ADMIT, "p", "p", "f".repeat(64)));
        reject("admit-generation-too-great", "malformed-generation", set(ADMIT, "generation", "generation", "100"));
        reject("aside-in-the-open", "not-sealed", withContent(ASIDE, "12 Canal Street, ring at Amina's"));
        reject("aside-step-too-great", "malformed-step", set(ASIDE, "step", "step", "100000"));
        reject("aside-name-missing", "wrong-tags", tags(ASIDE, tags -> tags.remove(3)));
        reject("withdraw-with-words", "malformed-text", withContent(WITHDRAW, "sorry"));
        reject("withdraw-nothing", "wrong-tags", tags(WITHDRAW, tags -> tags.removeLast()));
        reject("close-otherwise", "malformed-ending", set(CLOSE, "ending", "ending", "failed"));
        reject("close-without-name", "wrong-tags", tags(CLOSE, tags -> tags.remove(3)));
        reject("close-with-words", "malformed-text", withContent(CLOSE, "thanks"));
        reject("extend-no-day", "malformed-day", set(EXTEND, "until", "until", "soon"));
        reject("extend-same-day", "not-later", set(EXTEND, "until", "until", Integer.toString(Maker.LEAF.day().number())));
        reject("extend-too-far", "not-later", set(EXTEND, "until", "until", Integer.toString(Maker.LEAF.day().number() + EntryLimits.DAYS_FURTHER + 1)));
    }

    private void practices() {
        Draft full = Maker.DRAFTS.practised(Maker.by("amina"), NAME.hex(), 2, fullWriting("# A kitchen\n\nStart at noon.\n")).getFirst();
        List<Draft> parts = Maker.DRAFTS.practised(Maker.by("amina"), NAME.hex(), 0, fullWriting("word ".repeat(9_000)));
        Draft told = Maker.DRAFTS.told(Maker.by("ben"), NAME.hex(), 0, "We were 70.\nOne pot more next time.");
        accept("practice-full", full);
        accept("practice-short", Maker.DRAFTS.practised(Maker.by("amina"), NAME.hex(), 0, new Writing("Soup", "en", List.of(), "Boil water.")).getFirst());
        accept("practice-in-parts", parts.getFirst());
        accept("practice-part", parts.get(1));
        accept("account", told);
        accept("account-taken-back", Maker.DRAFTS.told(Maker.by("ben"), NAME.hex(), 1, ""));
        reject("practice-without-language", "wrong-tags", tags(full, tags -> tags.removeIf(tag -> tag.name().equals("l"))));
        reject("practice-language-broken", "malformed-language", set(full, "l", "l", "English!"));
        reject("practice-title-empty", "malformed-title", set(full, "title", "title", ""));
        reject("practice-without-text", "malformed-text", withContent(full, ""));
        reject("practice-with-control-character", "malformed-text", withContent(full, "one\u007ftwo"));
        reject("practice-name-readable", "malformed-name", set(full, "d", "d", "kitchen-for-50"));
        reject("practice-too-many-parts", "malformed-part", set(full, "parts", "parts", "16"));
        reject("practice-part-too-great", "malformed-part", set(parts.get(1), "part", "part", "15"));
        reject("practice-for-none", "malformed-field", set(full, "for", "for", "0"));
        reject("practice-for-with-zero", "malformed-field", set(full, "for", "for", "050"));
        reject("practice-kind-with-comma", "malformed-field", set(full, "t", "t", "food, cooking"));
        reject("practice-version-short", "malformed-field", set(full, "derived-from", "derived-from", "0011223344556677", "00"));
        reject("practice-paragraph-short", "malformed-field", set(full, "source-paragraphs", "source-paragraphs", "00"));
        reject("practice-fields-in-another-order", "wrong-tags", tags(full, tags -> tags.add(tags.remove(7))));
        reject("practice-summary-twice", "wrong-tags", tags(full, tags -> tags.add(8, tags.get(7))));
        reject("practice-words-too-many", "malformed-field", tags(full, tags -> {
            for (int i = 0; i < EntryLimits.FIELD_TIMES; i++) {
                tags.add(8, Tag.of("t", "word" + i));
            }
        }));
        reject("account-of-another-kind", "wrong-tags", set(told, "K", "K", "1"));
        reject("account-practice-short", "malformed-name", set(told, "practice", "practice", "00"));
        reject("account-too-long", "malformed-text", withContent(told, "a".repeat(EntryLimits.TEXT + 1)));
    }

    private static Writing fullWriting(String text) {
        return new Writing("A kitchen for fifty \u2013 \u0645\u0637\u0628\u062e", "en",
                List.of(Tag.of("summary", "One afternoon, one meal."), Tag.of("t", "food"), Tag.of("t", "cooking"),
                Tag.of("season", "winter"), Tag.of("material", "gas burner"), Tag.of("for", "50"), Tag.of("licence", "CC0-1.0"),
                Tag.of("derived-from", "0011223344556677", ROOT.hex()), Tag.of("translation-of", "kitchen-for-50"),
                Tag.of("source-paragraphs", "0123456789abcdef", "-")), text);
    }

    private static Ask ask(Optional<Whereabouts> where, List<Photo> photos) {
        return new Ask(Side.NEED, "A lift", "", "a lift", Optional.empty(), Optional.empty(), where, List.of("en"), false, photos);
    }

    static Draft withContent(Draft draft, String content) {
        return new Draft(draft.publicKey(), draft.createdAt(), draft.kind(), draft.tags(), content);
    }

    private static Draft at(Draft draft, long time) {
        return new Draft(draft.publicKey(), time, draft.kind(), draft.tags(), draft.content());
    }

    static Draft tags(Draft draft, java.util.function.Consumer<List<Tag>> change) {
        List<Tag> tags = new ArrayList<>(draft.tags());
        change.accept(tags);
        return Maker.with(draft, tags);
    }

    /** The first tag of a name, replaced. */
    static Draft set(Draft draft, String name, String... values) {
        boolean[] done = {false};
        UnaryOperator<Tag> change = tag -> {
            if (done[0] || !tag.name().equals(name)) {
                return tag;
            }
            done[0] = true;
            return Tag.of(values);
        };
        return Maker.with(draft, draft.tags().stream().map(change).toList());
    }

    private void accept(String name, Draft draft) {
        String json = signed(draft);
        Entry entry = EntryReader.read(Maker.P, json, Maker.CIRCLE, Maker.LEAF).orThrow();
        accepts.put(name, Json.object("circle", Maker.CIRCLE.hex(), "day", Maker.LEAF.day().number(), "slot", Maker.LEAF.slot() & 0xffff_ffffL, "entry",
                json, "reads", Telling.of(entry)));
    }

    private void reject(String name, String reason, Draft draft) {
        reject(name, reason, signed(draft));
    }

    private void reject(String name, String reason, String json) {
        rejectUnder(name, reason, Maker.LEAF, json);
    }

    private void rejectUnder(String name, String reason, Leaf leaf, Draft draft) {
        rejectUnder(name, reason, leaf, signed(draft));
    }

    private void rejectUnder(String name, String reason, Leaf leaf, String json) {
        switch (EntryReader.read(Maker.P, json, Maker.CIRCLE, leaf)) {
            case Checked.Good<Entry> good -> throw new AssertionError(name + " was read");
            case Checked.Bad<Entry>(var fault, String detail) -> {
                if (!fault.code().equals(reason)) {
                    throw new AssertionError(name + " was refused as " + fault.code() + ": " + detail);
                }
            }
        }
        rejects.put(name, Json.object("reason", reason, "circle", Maker.CIRCLE.hex(), "day", leaf.day().number(), "slot", leaf.slot() & 0xffff_ffffL,
                "entry", json));
    }

    static String signed(Draft draft) {
        String voice = draft.publicKey().equals(Maker.key("ben")) ? "ben" : "amina";
        return Maker.sign(voice, draft).json();
    }

    private static void write(String folder, Map<String, Json> vectors) throws IOException {
        Path target = Files.createDirectories(EntryVectorsTest.FOLDER.resolve(folder));
        for (Map.Entry<String, Json> vector : vectors.entrySet()) {
            String lines = vector.getValue().write().replaceFirst("^\\{", "{\n  ").replaceFirst("}$", "\n}\n");
            Files.writeString(target.resolve(vector.getKey() + ".json"), lines);
        }
    }
}
