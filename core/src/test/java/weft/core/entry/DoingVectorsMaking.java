package weft.core.entry;

import java.util.Map;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Tag;
import weft.wire.json.Json;

/** The vectors about doings and who comes; made with those of {@link EntryVectorsMaking}. */
final class DoingVectorsMaking extends VectorsOf {
    private static final Bytes NAME = Bytes.hex("0123456789abcdef");
    /** The day on which the occurrence of {@link Maker#joining} is over. */
    private static final Leaf THAT_DAY = new Leaf(Day.at(1_796_155_200L), 0xbead1234);
    private static final Draft FULL = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 2, Maker.fullDoing());
    private static final Draft SHORT = Maker.DRAFTS.posted(Maker.by("amina"), NAME, 0, Maker.shortDoing("Repair day"));
    private static final Draft SHIFT = joining(THAT_DAY, new Joining.Part.OfShift(3));

    private DoingVectorsMaking(Map<String, Json> accepts, Map<String, Json> rejects) {
        super(accepts, rejects);
    }

    static void make(Map<String, Json> accepts, Map<String, Json> rejects) {
        DoingVectorsMaking all = new DoingVectorsMaking(accepts, rejects);
        all.doings();
        all.times();
        all.parts();
        all.joinings();
    }

    private static Draft joining(Leaf leaf, Joining.Part part) {
        return Maker.DRAFTS.posted(Maker.by("ben", leaf), NAME, 0, Maker.joining("amina", part));
    }

    private void doings() {
        accept("doing-full", Maker.LEAF, FULL);
        accept("doing-short", Maker.LEAF, SHORT);
        reject("doing-without-title", "wrong-tags", without("title"));
        reject("doing-title-of-two-lines", "malformed-title", set(SHORT, "title", "title", "a\nb"));
        reject("doing-text-with-delete", "malformed-text", EntryVectorsMaking.withContent(FULL, "one\u007ftwo"));
        reject("doing-kind-too-long", "malformed-help", set(FULL, "t", "t", "a".repeat(EntryLimits.KIND + 1)));
        reject("doing-with-a-price", "priced", EntryVectorsMaking.tags(FULL, tags -> tags.add(Tag.of("price", "3", "EUR"))));
        reject("doing-point-exact", "point-too-fine", set(FULL, "point", "point", "48886700", "2343100"));
        reject("doing-place-empty", "malformed-place", set(FULL, "location", "location", ""));
        reject("doing-tags-in-another-order", "wrong-tags", EntryVectorsMaking.tags(SHORT, tags -> tags.add(6, tags.remove(5))));
    }

    private void times() {
        reject("doing-without-start", "wrong-tags", without("start"));
        reject("doing-to-the-second", "malformed-span", set(SHORT, "start", "start", "1795881601"));
        reject("doing-longer-than-two-weeks", "malformed-span", set(SHORT, "end", "end", Long.toString(1_795_881_600L + 15 * 86_400)));
        reject("doing-of-no-length", "ends-before-it-begins", set(SHORT, "end", "end", "1795881600"));
        reject("zone-without-name", "malformed-zone", set(FULL, "start_tzid", "start_tzid", ""));
        reject("zone-without-offsets", "malformed-zone", EntryVectorsMaking.tags(SHORT, tags -> tags.removeLast()));
        reject("zone-not-from-the-beginning", "malformed-zone", set(SHORT, "offset", "offset", "60", "0"));
        reject("zone-too-far-from-utc", "malformed-zone", set(SHORT, "offset", "offset", "0", "1081"));
        reject("zone-that-does-not-change", "malformed-zone", EntryVectorsMaking.tags(SHORT, tags -> tags.add(Tag.of("offset", "1800000000", "0"))));
        reject("zone-backwards", "malformed-zone", EntryVectorsMaking.tags(SHORT, tags -> {
            tags.add(Tag.of("offset", "1800000000", "60"));
            tags.add(Tag.of("offset", "1790000000", "0"));
        }));
        for (String rule : new String[] {"hourly FREQ=HOURLY", "in-another-order BYDAY=TU,TH;FREQ=WEEKLY", "in-small-letters freq=daily",
                "with-an-empty-part FREQ=DAILY;",
            "with-count-and-until FREQ=WEEKLY;COUNT=3;UNTIL=20270430", "without-the-first-date FREQ=WEEKLY;BYDAY=MO",
            "with-a-plain-interval FREQ=DAILY;INTERVAL=1"}) {
            int blank = rule.indexOf(' ');
            reject("rule-" + rule.substring(0, blank), "malformed-rule", set(FULL, "rrule", "rrule", rule.substring(blank + 1)));
        }
        accept("doing-moved-once", Maker.LEAF, moved("2027-03-09", MOVED_TO, MOVED_TO + 10_800));
        reject("moved-on-no-date-of-the-doing", "malformed-moved", moved("2027-03-10", MOVED_TO, MOVED_TO + 10_800));
        reject("moved-on-a-date-that-is-left-out", "malformed-moved", moved("2027-03-11", MOVED_TO, MOVED_TO + 10_800));
        reject("moved-to-where-it-ends-before-it-begins", "malformed-moved", moved("2027-03-09", MOVED_TO, MOVED_TO - 60));
        reject("moved-to-the-second", "malformed-moved", moved("2027-03-09", MOVED_TO + 1, MOVED_TO + 10_800));
        reject("moved-two-weeks-later", "malformed-moved", moved("2027-03-09", MOVED_TO + 13 * 86_400, MOVED_TO + 13 * 86_400 + 60));
        reject("moved-two-days-earlier", "malformed-moved", moved("2027-03-09", MOVED_TO - 3 * 86_400, MOVED_TO - 3 * 86_400 + 60));
        reject("moved-twice", "malformed-moved", EntryVectorsMaking.tags(moved("2027-03-09", MOVED_TO, MOVED_TO + 60),
                tags -> tags.add(at(tags, "moved"), tags.get(at(tags, "moved")))));
        reject("moved-without-an-end", "wrong-tags", EntryVectorsMaking.tags(FULL, tags -> tags.add(at(tags, "extra") + 1,
                Tag.of("moved", "2027-03-09", Long.toString(MOVED_TO)))));
        reject("date-none", "malformed-date", set(FULL, "except", "except", "2027-02-29"));
        reject("date-compact", "malformed-date", set(FULL, "except", "except", "20270311"));
        reject("date-twice", "malformed-date", EntryVectorsMaking.tags(FULL, tags -> tags.add(at(tags, "except"), Tag.of("except", "2027-03-11"))));
    }

    /** A day later than its rule has it, at seven where clocks are in Paris. */
    private static final long MOVED_TO = 1_804_701_600L;

    private static Draft moved(String date, long start, long end) {
        return EntryVectorsMaking.tags(FULL, tags -> tags.add(at(tags, "extra") + 1, Tag.of("moved", date, Long.toString(start), Long.toString(end))));
    }

    private static int at(java.util.List<Tag> tags, String name) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private void parts() {
        reject("shift-number-zero", "malformed-shift", set(FULL, "shift", "shift", "0", "Cooking", "0", "120", "4"));
        reject("shift-number-twice", "malformed-shift", set(FULL, "shift", "shift", "3", "Cooking", "0", "120", "4"));
        reject("shift-of-no-length", "malformed-shift", set(FULL, "shift", "shift", "1", "Cooking", "0", "0", "4"));
        reject("shift-too-many-hands", "malformed-shift", set(FULL, "shift", "shift", "1", "Cooking", "0", "120", "100"));
        reject("shift-without-title", "malformed-shift", set(FULL, "shift", "shift", "1", "", "0", "120", "4"));
        reject("shift-without-hands", "wrong-tags", set(FULL, "shift", "shift", "1", "Cooking", "0", "120"));
        reject("shifts-too-many", "malformed-shift", EntryVectorsMaking.tags(FULL, tags -> {
            for (int i = 4; i <= 42; i++) {
                tags.add(at(tags, "bring"), Tag.of("shift", Integer.toString(i), "Cooking", "0", "60", "1"));
            }
        }));
        reject("thing-without-title", "malformed-thing", set(FULL, "bring", "bring", "1", ""));
        reject("thing-number-twice", "malformed-thing", set(FULL, "bring", "bring", "2", "A pot"));
        reject("alert-too-early", "malformed-alert", set(FULL, "alert", "alert", "169"));
    }

    private void joinings() {
        accept("joining-a-shift", THAT_DAY, SHIFT);
        accept("joining-by-coming", THAT_DAY, joining(THAT_DAY, new Joining.Part.Coming()));
        accept("joining-with-a-thing", THAT_DAY, joining(THAT_DAY, new Joining.Part.Bringing(2)));
        Leaf later = new Leaf(THAT_DAY.day().plus(15), THAT_DAY.slot());
        accept("joining-something-of-two-weeks", later, joining(later, new Joining.Part.Coming()));
        Leaf tooLate = new Leaf(THAT_DAY.day().plus(16), THAT_DAY.slot());
        reject("joining-kept-too-long", "kept-too-long", tooLate, joining(tooLate, new Joining.Part.Coming()));
        Leaf tooEarly = new Leaf(THAT_DAY.day().plus(-2), THAT_DAY.slot());
        reject("joining-for-a-day-before", "kept-too-long", tooEarly, joining(tooEarly, new Joining.Part.Coming()));
        reject("joining-with-words", "malformed-text", THAT_DAY, EntryVectorsMaking.withContent(SHIFT, "see you"));
        reject("joining-without-a-part", "wrong-tags", THAT_DAY, EntryVectorsMaking.tags(SHIFT, tags -> tags.removeLast()));
        reject("joining-for-something-else", "malformed-coming", THAT_DAY, set(SHIFT, "part", "part", "money", "3"));
        reject("joining-a-shift-without-number", "wrong-tags", THAT_DAY, set(SHIFT, "part", "part", "shift"));
        reject("joining-shift-zero", "malformed-coming", THAT_DAY, set(SHIFT, "part", "part", "shift", "0"));
        reject("joining-a-need", "malformed-reference", THAT_DAY, set(SHIFT, "a", "a", "30402:" + Maker.key("amina").hex() + ":0123456789abcdef"));
        reject("joining-on-no-day", "malformed-date", THAT_DAY, set(SHIFT, "on", "on", "2026-12-32"));
        reject("joining-with-a-number-of-people", "wrong-tags", THAT_DAY, EntryVectorsMaking.tags(SHIFT, tags -> tags.add(Tag.of("people", "3"))));
    }

    private static Draft without(String name) {
        return EntryVectorsMaking.tags(FULL, tags -> tags.remove(at(tags, name)));
    }
}
