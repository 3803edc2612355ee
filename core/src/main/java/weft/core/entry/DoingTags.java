package weft.core.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.calendar.Dates;
import weft.core.calendar.Rule;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

/**
 * The tags of a doing, in their one order: title, t, start, end, start_tzid, offset, rrule, except, extra, moved, location, point, shift,
 * bring, alert; and those of a joining: a, on, part.
 */
final class DoingTags {
    private DoingTags() {}

    static List<Tag> write(Doing doing) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("title", doing.title()));
        if (!doing.kind().isEmpty()) {
            tags.add(Tag.of("t", doing.kind()));
        }
        Times times = doing.times();
        tags.add(Tag.of("start", Long.toString(times.start())));
        tags.add(Tag.of("end", Long.toString(times.end())));
        tags.add(Tag.of("start_tzid", times.zone().name()));
        times.zone().offsets().forEach(offset -> tags.add(Tag.of("offset", Long.toString(offset.from()), Integer.toString(offset.minutes()))));
        times.rule().ifPresent(rule -> tags.add(Tag.of("rrule", rule.text())));
        times.except().forEach(date -> tags.add(Tag.of("except", date.toString())));
        times.extra().forEach(date -> tags.add(Tag.of("extra", date.toString())));
        times.moved().forEach(one -> tags.add(Tag.of("moved", one.date().toString(), Long.toString(one.start()), Long.toString(one.end()))));
        AskTags.where(doing.where(), tags);
        doing.shifts().forEach(shift -> tags.add(Tag.of("shift", Integer.toString(shift.number()), shift.title(), Integer.toString(shift.begins()),
                Integer.toString(shift.minutes()), Integer.toString(shift.hands()))));
        doing.things().forEach(thing -> tags.add(Tag.of("bring", Integer.toString(thing.number()), thing.title())));
        doing.alertHours().ifPresent(hours -> tags.add(Tag.of("alert", Integer.toString(hours))));
        return tags;
    }

    static Doing read(TagCursor tags, String text) {
        String title = tags.text("title", EntryFault.MALFORMED_TITLE);
        String kind = tags.next("t", 2) ? tags.some(tags.take(), EntryFault.MALFORMED_HELP) : "";
        Times times = times(tags);
        Optional<Whereabouts> where = tags.where();
        List<Doing.Shift> shifts = new ArrayList<>();
        while (tags.next("shift", 6)) {
            List<String> values = tags.take().values();
            shifts.add(new Doing.Shift(number(values.get(1), 1, EntryLimits.NUMBER, EntryFault.MALFORMED_SHIFT), values.get(2),
                    number(values.get(3), 0, EntryLimits.DOING_MINUTES, EntryFault.MALFORMED_SHIFT),
                    number(values.get(4), 1, EntryLimits.DOING_MINUTES, EntryFault.MALFORMED_SHIFT),
                    number(values.get(5), 0, EntryLimits.HANDS, EntryFault.MALFORMED_SHIFT)));
        }
        List<Doing.Thing> things = new ArrayList<>();
        while (tags.next("bring", 3)) {
            List<String> values = tags.take().values();
            things.add(new Doing.Thing(number(values.get(1), 1, EntryLimits.NUMBER, EntryFault.MALFORMED_THING), values.get(2)));
        }
        Optional<Integer> alert = tags.next("alert", 2)
                ? Optional.of(number(tags.take().value(), 1, EntryLimits.ALERT_HOURS, EntryFault.MALFORMED_ALERT)) : Optional.empty();
        return new Doing(title, text, kind, times, where, shifts, things, alert);
    }

    private static Times times(TagCursor tags) {
        long start = tags.time(tags.want("start", 2));
        long end = tags.time(tags.want("end", 2));
        String zone = tags.text("start_tzid", EntryFault.MALFORMED_ZONE);
        List<ZoneSpan.Offset> offsets = new ArrayList<>();
        while (tags.next("offset", 3)) {
            List<String> values = tags.take().values();
            offsets.add(new ZoneSpan.Offset(TagCursor.number(values.get(1), 0, Long.MAX_VALUE / 2, EntryFault.MALFORMED_ZONE),
                    number(values.get(2), -EntryLimits.OFFSET_MINUTES, EntryLimits.OFFSET_MINUTES, EntryFault.MALFORMED_ZONE)));
        }
        Optional<Rule> rule = tags.next("rrule", 2) ? Optional.of(rule(tags.take().value())) : Optional.empty();
        return new Times(start, end, new ZoneSpan(zone, offsets), rule, dates(tags, "except"), dates(tags, "extra"), moved(tags));
    }

    private static List<Times.Moved> moved(TagCursor tags) {
        List<Times.Moved> moved = new ArrayList<>();
        while (tags.next("moved", 4)) {
            List<String> values = tags.take().values();
            moved.add(new Times.Moved(date(values.get(1)), TagCursor.number(values.get(2), 0, Long.MAX_VALUE / 2, EntryFault.MALFORMED_MOVED),
                    TagCursor.number(values.get(3), 0, Long.MAX_VALUE / 2, EntryFault.MALFORMED_MOVED)));
        }
        return moved;
    }

    private static Rule rule(String text) {
        return switch (RuleReader.read(text)) {
            case Checked.Good<Rule>(Rule rule) when rule.text().equals(text) -> rule;
            case Checked.Good<Rule> ignored -> throw new TagCursor.Wrong(EntryFault.MALFORMED_RULE, "not in its one form");
            case Checked.Bad<Rule>(var fault, String detail) -> throw new TagCursor.Wrong(EntryFault.MALFORMED_RULE, fault.code() + ": " + detail);
        };
    }

    private static List<LocalDate> dates(TagCursor tags, String name) {
        List<LocalDate> dates = new ArrayList<>();
        while (tags.next(name, 2)) {
            dates.add(date(tags.take().value()));
        }
        return dates;
    }

    private static LocalDate date(String text) {
        return Dates.parse(text).orElseThrow(() -> new TagCursor.Wrong(EntryFault.MALFORMED_DATE, "no date"));
    }

    private static int number(String text, int least, int most, EntryFault fault) {
        return (int) TagCursor.number(text, least, most, fault);
    }

    static List<Tag> write(Joining joining) {
        Tag part = switch (joining.part()) {
            case Joining.Part.Coming() -> Tag.of("part", "coming");
            case Joining.Part.OfShift(int number) -> Tag.of("part", "shift", Integer.toString(number));
            case Joining.Part.Bringing(int number) -> Tag.of("part", "bring", Integer.toString(number));
        };
        return List.of(Tag.of("a", EntryKinds.DOING + ":" + joining.doing().hex() + ":" + joining.name()), Tag.of("on", joining.on().toString()), part);
    }

    static Joining readJoining(TagCursor tags) {
        Named doing = ThingTags.reference(tags.want("a", 2), EntryKinds.DOING);
        LocalDate on = date(tags.want("on", 2).value());
        return new Joining(doing.voice(), doing.name(), on, part(tags));
    }

    private static Joining.Part part(TagCursor tags) {
        if (!tags.nextNamed("part")) {
            throw new TagCursor.Wrong(EntryFault.WRONG_TAGS, "part is wanted");
        }
        List<String> values = tags.take().values();
        String what = values.size() < 2 ? "" : values.get(1);
        int texts = what.equals("coming") ? 2 : 3;
        if (values.size() != texts) {
            throw new TagCursor.Wrong(EntryFault.WRONG_TAGS, "part holds " + values.size() + " texts, not " + texts);
        }
        return switch (what) {
            case "coming" -> new Joining.Part.Coming();
            case "shift" -> new Joining.Part.OfShift(number(values.get(2), 1, EntryLimits.NUMBER, EntryFault.MALFORMED_COMING));
            case "bring" -> new Joining.Part.Bringing(number(values.get(2), 1, EntryLimits.NUMBER, EntryFault.MALFORMED_COMING));
            default -> throw new TagCursor.Wrong(EntryFault.MALFORMED_COMING, "neither coming, nor a shift, nor something to bring");
        };
    }
}
