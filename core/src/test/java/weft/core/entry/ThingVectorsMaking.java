package weft.core.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Tag;
import weft.wire.json.Json;

/** The vectors about things, places and who asks for what; made with those of {@link EntryVectorsMaking}. */
final class ThingVectorsMaking extends VectorsOf {
    private static final Bytes NAME = Bytes.hex("0123456789abcdef");
    private static final String DRILL = EntryKinds.THING + ":" + Maker.key("amina").hex() + ":0123456789abcdef";
    private static final Draft FULL = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 2, Maker.fullThing());
    private static final Draft SHORT = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, Maker.thing("A ladder"));
    private static final Draft PLACE = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, Maker.fullPlace());
    private static final Leaf AFTER = new Leaf(Day.at(Maker.NOW).plus(9), 0xbead1234);

    private ThingVectorsMaking(Map<String, Json> accepts, Map<String, Json> rejects) {
        super(accepts, rejects);
    }

    static void make(Map<String, Json> accepts, Map<String, Json> rejects) {
        ThingVectorsMaking all = new ThingVectorsMaking(accepts, rejects);
        all.things();
        all.places();
        all.askings();
    }

    private void things() {
        accept("thing-full", Maker.LEAF, FULL);
        accept("thing-short", Maker.LEAF, SHORT);
        reject("thing-without-any-title", "wrong-tags", EntryVectorsMaking.tags(SHORT, tags -> tags.removeLast()));
        reject("thing-title-of-two-lines", "malformed-title", set(SHORT, "title", "title", "a\nb"));
        reject("thing-kind-too-long", "malformed-help", set(FULL, "t", "t", "a".repeat(EntryLimits.KIND + 1)));
        reject("thing-text-with-delete", "malformed-text", EntryVectorsMaking.withContent(FULL, "one\u007ftwo"));
        reject("thing-care-too-long", "malformed-text", set(FULL, "care", "care", "a".repeat(EntryLimits.CARE + 1)));
        reject("thing-care-empty", "malformed-text", set(FULL, "care", "care", ""));
        reject("thing-with-an-empty-line", "malformed-lines", set(FULL, "with", "with", ""));
        reject("thing-with-too-much", "malformed-lines", EntryVectorsMaking.tags(SHORT, tags -> {
            for (int i = 0; i <= EntryLimits.LINES; i++) {
                tags.add(Tag.of("with", "A drill bit"));
            }
        }));
        reject("thing-with-a-price", "priced", EntryVectorsMaking.tags(SHORT, tags -> tags.add(Tag.of("price", "3", "EUR"))));
        reject("thing-with-an-owner", "wrong-tags", EntryVectorsMaking.tags(SHORT, tags -> tags.add(Tag.of("owner", Maker.key("amina").hex()))));
        reject("thing-lent-so-often", "wrong-tags", EntryVectorsMaking.tags(SHORT, tags -> tags.add(Tag.of("loans", "3"))));
        reject("thing-kept-at-a-thing", "malformed-reference", set(FULL, "a", "a", DRILL));
        reject("thing-point-exact", "point-too-fine", set(FULL, "point", "point", "52493700", "13420100"));
        reject("thing-photo-of-nothing", "malformed-photo", set(FULL, "image", "image", "data:image/jpeg;base64,AAAA", ""));
        reject("thing-tags-in-another-order", "wrong-tags", EntryVectorsMaking.tags(FULL, tags -> tags.add(5, tags.remove(4))));
    }

    private void places() {
        accept("place-full", Maker.LEAF, PLACE);
        accept("place-short", Maker.LEAF, Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0,
                new Place("The garden", "", "", Optional.empty(), List.of(), Optional.empty(), List.of())));
        reject("place-hours-not-in-their-form", "malformed-hours", set(PLACE, "opening_hours", "opening_hours", "Mo-Fr 9:00-12:00"));
        reject("place-hours-of-no-days", "malformed-hours", set(PLACE, "opening_hours", "opening_hours", "Mon 09:00-12:00"));
        reject("place-with-a-line-of-two", "malformed-lines", set(PLACE, "there", "there", "a\nb"));
        reject("place-without-title", "malformed-title", set(PLACE, "title", "title", ""));
        reject("place-with-care", "wrong-tags", EntryVectorsMaking.tags(PLACE, tags -> tags.add(5, Tag.of("care", "Wash it"))));
    }

    private static Draft asking(Leaf leaf, Asking.Stage stage, Optional<Asking.Days> days, String text) {
        return Maker.DRAFTS.posted(Maker.by("ben", leaf), NAME, 0, Maker.asking("amina", stage, days, text));
    }

    private void askings() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Optional<Asking.Days> week = Optional.of(new Asking.Days(today.plusDays(2), today.plusDays(8)));
        Draft wanted = asking(AFTER, Asking.Stage.WANTED, week, "For the shelves.");
        accept("asking-for-days", AFTER, wanted);
        accept("asking-it-is-here", AFTER, asking(AFTER, Asking.Stage.HERE, week, ""));
        Leaf far = new Leaf(Day.at(Maker.NOW).plus(EntryLimits.WAITING_DAYS), AFTER.slot());
        accept("asking-whenever-it-is-free", far, asking(far, Asking.Stage.WANTED, Optional.empty(), ""));
        Leaf farther = new Leaf(far.day().plus(1), AFTER.slot());
        reject("asking-waits-too-long", "kept-too-long", farther, asking(farther, Asking.Stage.WANTED, Optional.empty(), ""));
        Leaf late = new Leaf(Day.at(Maker.NOW).plus(11), AFTER.slot());
        reject("asking-kept-too-long", "kept-too-long", late, asking(late, Asking.Stage.HERE, week, ""));
        Leaf early = new Leaf(Day.at(Maker.NOW).plus(6), AFTER.slot());
        reject("asking-gone-too-early", "kept-too-long", early, asking(early, Asking.Stage.HERE, week, ""));
        reject("asking-here-without-end", "malformed-days", AFTER, asking(AFTER, Asking.Stage.HERE, Optional.empty(), ""));
        reject("asking-backwards", "malformed-days", AFTER, set(wanted, "days", "days", "2026-12-01", "2026-11-30"));
        reject("asking-for-a-season", "malformed-days", AFTER, set(wanted, "days", "days", "2026-10-01", "2026-12-01"));
        reject("asking-for-no-date", "malformed-date", AFTER, set(wanted, "days", "days", "2026-11-31", "2026-12-01"));
        reject("asking-for-one-date", "wrong-tags", AFTER, set(wanted, "days", "days", "2026-12-01"));
        reject("asking-for-a-place", "malformed-reference", AFTER, set(wanted, "a", "a", EntryKinds.PLACE + DRILL.substring(5)));
        reject("asking-given-back", "malformed-stage", AFTER, set(wanted, "stage", "stage", "returned"));
        reject("asking-who-had-it-before", "wrong-tags", AFTER, EntryVectorsMaking.tags(wanted, tags -> tags.add(Tag.of("from", Maker.key("amina").hex()))));
        reject("asking-with-too-many-words", "malformed-text", AFTER, EntryVectorsMaking.withContent(wanted, "a".repeat(EntryLimits.CARE + 1)));
    }
}
