package weft.core.entry;

import java.time.temporal.ChronoUnit;
import java.util.List;
import weft.wire.event.Day;
import weft.wire.json.Checked;

/** What things, places and askings must be like, the same for what a person types and for what arrives. */
public final class ThingRules {
    private ThingRules() {}

    /** The thing or place itself, or the first rule it breaks. */
    public static Checked<Listed> check(Listed listed) {
        if (!AskRules.line(listed.title(), 1, EntryLimits.TITLE)) {
            return Checked.bad(EntryFault.MALFORMED_TITLE, "one plain line of 1 to " + EntryLimits.TITLE + " characters is wanted");
        }
        if (!AskRules.text(listed.text())) {
            return Checked.bad(EntryFault.MALFORMED_TEXT, "more than " + EntryLimits.TEXT + " characters, or control characters");
        }
        if (!AskRules.line(listed.kind(), 0, EntryLimits.KIND)) {
            return Checked.bad(EntryFault.MALFORMED_HELP, "one plain line of at most " + EntryLimits.KIND + " characters is wanted");
        }
        List<String> lines = switch (listed) {
            case Thing thing -> thing.with();
            case Place place -> place.there();
        };
        boolean care = !(listed instanceof Thing thing)
                || AskRules.text(thing.care()) && thing.care().codePointCount(0, thing.care().length()) <= EntryLimits.CARE;
        if (!care) {
            return Checked.bad(EntryFault.MALFORMED_TEXT, "care of more than " + EntryLimits.CARE + " characters, or control characters");
        }
        if (lines.size() > EntryLimits.LINES || !lines.stream().allMatch(line -> AskRules.line(line, 1, EntryLimits.PART))) {
            return Checked.bad(EntryFault.MALFORMED_LINES,
                    "at most " + EntryLimits.LINES + " plain lines of 1 to " + EntryLimits.PART + " characters are wanted");
        }
        return AskRules.where(listed, listed.where()).then(good -> AskRules.photos(good, good.photos()));
    }

    /**
     * The asking itself, or the first rule it breaks. What is said lasts at most two days longer than the days it speaks of; without
     * days, as long as people wait.
     *
     * @param writtenAt Unix seconds
     */
    public static Checked<Asking> check(Asking asking, long writtenAt, Day lastDay) {
        if (!AskRules.text(asking.text()) || asking.text().codePointCount(0, asking.text().length()) > EntryLimits.CARE) {
            return Checked.bad(EntryFault.MALFORMED_TEXT, "more than " + EntryLimits.CARE + " characters, or control characters");
        }
        long last = lastDay.startsAt() / Day.SECONDS;
        if (asking.days().isEmpty()) {
            if (asking.stage() == Asking.Stage.HERE) {
                return Checked.bad(EntryFault.MALFORMED_DAYS, "with whom it is until when is wanted");
            }
            boolean within = last - writtenAt / Day.SECONDS <= EntryLimits.WAITING_DAYS;
            return within ? Checked.good(asking) : Checked.bad(EntryFault.KEPT_TOO_LONG, "waits longer than " + EntryLimits.WAITING_DAYS + " days");
        }
        Asking.Days days = asking.days().get();
        long length = ChronoUnit.DAYS.between(days.from(), days.to()) + 1;
        if (length < 1 || length > EntryLimits.ASKED_DAYS) {
            return Checked.bad(EntryFault.MALFORMED_DAYS, length + " days");
        }
        long after = last - days.to().toEpochDay();
        boolean within = after >= -1 && after <= EntryLimits.DAYS_AFTER;
        return within ? Checked.good(asking) : Checked.bad(EntryFault.KEPT_TOO_LONG, "the last day is " + after + " days after the last one asked for");
    }
}
