package weft.core.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import weft.core.calendar.Repeats;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.wire.event.Day;
import weft.wire.json.Checked;

/** What a doing must be like, the same for what a person types and for what arrives. The bounds are in {@link EntryLimits}. */
public final class DoingRules {
    private DoingRules() {}

    /** The doing itself, or the first rule it breaks. */
    public static Checked<Doing> check(Doing doing) {
        if (!AskRules.line(doing.title(), 1, EntryLimits.TITLE)) {
            return Checked.bad(EntryFault.MALFORMED_TITLE, "one plain line of 1 to " + EntryLimits.TITLE + " characters is wanted");
        }
        if (!AskRules.text(doing.text())) {
            return Checked.bad(EntryFault.MALFORMED_TEXT, "more than " + EntryLimits.TEXT + " characters, or control characters");
        }
        if (!AskRules.line(doing.kind(), 0, EntryLimits.KIND)) {
            return Checked.bad(EntryFault.MALFORMED_HELP, "one plain line of at most " + EntryLimits.KIND + " characters is wanted");
        }
        return times(doing).then(good -> AskRules.where(good, good.where())).then(DoingRules::parts);
    }

    private static Checked<Doing> times(Doing doing) {
        Times times = doing.times();
        boolean minutes = times.start() >= 0 && times.start() % EntryLimits.SPAN_STEP_SECONDS == 0 && times.end() % EntryLimits.SPAN_STEP_SECONDS == 0;
        if (!minutes || times.end() - times.start() > Times.longest()) {
            return Checked.bad(EntryFault.MALFORMED_SPAN, "no full minutes, or longer than two weeks");
        }
        if (times.end() <= times.start()) {
            return Checked.bad(EntryFault.ENDS_BEFORE_IT_BEGINS, "it ends when it begins, or before");
        }
        if (!zone(times.zone())) {
            return Checked.bad(EntryFault.MALFORMED_ZONE, "no name, or offsets that do not follow one another from 0 on");
        }
        if (!inOrder(times.except()) || !inOrder(times.extra())) {
            return Checked.bad(EntryFault.MALFORMED_DATE, "dates twice, not in order, or more than " + EntryLimits.DATES);
        }
        LocalDate first = times.localStart().toLocalDate();
        boolean given = times.rule().map(rule -> Repeats.dates(rule, first, first).contains(first)).orElse(true);
        if (!given) {
            return Checked.bad(EntryFault.MALFORMED_RULE, "the first date is none that the rule gives");
        }
        return moved(times) ? Checked.good(doing)
                : Checked.bad(EntryFault.MALFORMED_MOVED, "twice, not in order, on no date of the doing, no full minutes, too long, or too far from its date");
    }

    /** What is moved is one of the doing's dates, and stays near it: who comes is kept for two weeks from that date at most. */
    private static boolean moved(Times times) {
        List<Times.Moved> moved = times.moved();
        if (moved.isEmpty()) {
            return true;
        }
        if (!inOrder(moved.stream().map(Times.Moved::date).toList()) || !Set.copyOf(times.dates(moved.getLast().date())).containsAll(moved.stream().map(
                Times.Moved::date).toList())) {
            return false;
        }
        return moved.stream().allMatch(one -> {
            long from = times.zone().local(one.start()).toLocalDate().toEpochDay() - one.date().toEpochDay();
            long until = times.zone().local(one.end()).toLocalDate().toEpochDay() - one.date().toEpochDay();
            boolean minutes = one.start() % EntryLimits.SPAN_STEP_SECONDS == 0 && one.end() % EntryLimits.SPAN_STEP_SECONDS == 0;
            return minutes && one.end() > one.start() && from >= -1 && until <= EntryLimits.MOVED_DAYS;
        });
    }

    private static boolean zone(ZoneSpan zone) {
        List<ZoneSpan.Offset> offsets = zone.offsets();
        if (!AskRules.line(zone.name(), 1, EntryLimits.ZONE) || offsets.isEmpty() || offsets.size() > ZoneSpan.MOST || offsets.getFirst().from() != 0) {
            return false;
        }
        for (int i = 1; i < offsets.size(); i++) {
            if (offsets.get(i).from() <= offsets.get(i - 1).from() || offsets.get(i).minutes() == offsets.get(i - 1).minutes()) {
                return false;
            }
        }
        return true;
    }

    private static boolean inOrder(List<LocalDate> dates) {
        for (int i = 1; i < dates.size(); i++) {
            if (!dates.get(i).isAfter(dates.get(i - 1))) {
                return false;
            }
        }
        return dates.size() <= EntryLimits.DATES;
    }

    private static Checked<Doing> parts(Doing doing) {
        int before = 0;
        for (Doing.Shift shift : doing.shifts()) {
            boolean within = shift.begins() >= 0 && shift.minutes() >= 1 && shift.begins() + shift.minutes() <= EntryLimits.DOING_MINUTES
                    && shift.hands() >= 0 && shift.hands() <= EntryLimits.HANDS;
            if (!within || shift.number() <= before || shift.number() > EntryLimits.NUMBER || !AskRules.line(shift.title(), 1, EntryLimits.PART)) {
                return Checked.bad(EntryFault.MALFORMED_SHIFT, "shift " + shift.number());
            }
            before = shift.number();
        }
        before = 0;
        for (Doing.Thing thing : doing.things()) {
            if (thing.number() <= before || thing.number() > EntryLimits.NUMBER || !AskRules.line(thing.title(), 1, EntryLimits.PART)) {
                return Checked.bad(EntryFault.MALFORMED_THING, "thing " + thing.number());
            }
            before = thing.number();
        }
        if (doing.shifts().size() > EntryLimits.SHIFTS) {
            return Checked.bad(EntryFault.MALFORMED_SHIFT, "more than " + EntryLimits.SHIFTS);
        }
        boolean alert = doing.alertHours().map(hours -> hours >= 1 && hours <= EntryLimits.ALERT_HOURS).orElse(true);
        return alert ? Checked.good(doing) : Checked.bad(EntryFault.MALFORMED_ALERT, "not 1 to " + EntryLimits.ALERT_HOURS + " hours");
    }

    /** Who comes is not kept longer than the occurrence can last: the last day is at most two weeks and a day after it begins. */
    static Checked<Joining> check(Joining joining, Day lastDay) {
        long begins = joining.on().toEpochDay();
        long last = lastDay.startsAt() / Day.SECONDS;
        boolean within = last >= begins - 1 && last <= begins + 1 + Times.longest() / Day.SECONDS;
        return within ? Checked.good(joining) : Checked.bad(EntryFault.KEPT_TOO_LONG, "the last day is " + (last - begins) + " days after the occurrence");
    }
}
