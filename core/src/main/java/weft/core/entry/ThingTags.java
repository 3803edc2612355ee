package weft.core.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.calendar.Dates;
import weft.core.calendar.OpeningHours;
import weft.primitives.Bytes;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

/**
 * The tags of a thing, in their one order: title, t, care, with, a, location, point, image; of a place: title, t, opening_hours, there,
 * location, point, image; of an asking: a, stage, days.
 */
final class ThingTags {
    private ThingTags() {}

    static List<Tag> write(Listed listed) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("title", listed.title()));
        if (!listed.kind().isEmpty()) {
            tags.add(Tag.of("t", listed.kind()));
        }
        switch (listed) {
            case Thing thing -> {
                if (!thing.care().isEmpty()) {
                    tags.add(Tag.of("care", thing.care()));
                }
                thing.with().forEach(line -> tags.add(Tag.of("with", line)));
                thing.at().ifPresent(place -> tags.add(reference(EntryKinds.PLACE, place)));
            }
            case Place place -> {
                place.hours().ifPresent(hours -> tags.add(Tag.of("opening_hours", hours.text())));
                place.there().forEach(line -> tags.add(Tag.of("there", line)));
            }
        }
        AskTags.where(listed.where(), tags);
        AskTags.photos(listed.photos(), tags);
        return tags;
    }

    static List<Tag> write(Asking asking) {
        List<Tag> tags = new ArrayList<>();
        tags.add(reference(EntryKinds.THING, asking.thing()));
        tags.add(Tag.of("stage", asking.stage() == Asking.Stage.WANTED ? "wanted" : "here"));
        asking.days().ifPresent(days -> tags.add(Tag.of("days", days.from().toString(), days.to().toString())));
        return tags;
    }

    static Thing readThing(TagCursor tags, String text) {
        String title = tags.text("title", EntryFault.MALFORMED_TITLE);
        String kind = tags.next("t", 2) ? tags.some(tags.take(), EntryFault.MALFORMED_HELP) : "";
        String care = tags.next("care", 2) ? tags.some(tags.take(), EntryFault.MALFORMED_TEXT) : "";
        List<String> with = lines(tags, "with");
        Optional<Named> at = tags.next("a", 2) ? Optional.of(reference(tags.take(), EntryKinds.PLACE)) : Optional.empty();
        Optional<Whereabouts> where = tags.where();
        return new Thing(title, text, kind, care, with, at, where, AskTags.photos(tags));
    }

    static Place readPlace(TagCursor tags, String text) {
        String title = tags.text("title", EntryFault.MALFORMED_TITLE);
        String kind = tags.next("t", 2) ? tags.some(tags.take(), EntryFault.MALFORMED_HELP) : "";
        Optional<OpeningHours> hours = tags.next("opening_hours", 2) ? Optional.of(hours(tags.take().value())) : Optional.empty();
        List<String> there = lines(tags, "there");
        Optional<Whereabouts> where = tags.where();
        return new Place(title, text, kind, hours, there, where, AskTags.photos(tags));
    }

    static Asking readAsking(TagCursor tags, String text) {
        Named thing = reference(tags.want("a", 2), EntryKinds.THING);
        Asking.Stage stage = switch (tags.want("stage", 2).value()) {
            case "wanted" -> Asking.Stage.WANTED;
            case "here" -> Asking.Stage.HERE;
            default -> throw new TagCursor.Wrong(EntryFault.MALFORMED_STAGE, "neither wanted nor here");
        };
        Optional<Asking.Days> days = Optional.empty();
        if (tags.next("days", 3)) {
            List<String> values = tags.take().values();
            days = Optional.of(new Asking.Days(date(values.get(1)), date(values.get(2))));
        }
        return new Asking(thing, stage, days, text);
    }

    private static LocalDate date(String text) {
        return Dates.parse(text).orElseThrow(() -> new TagCursor.Wrong(EntryFault.MALFORMED_DATE, "no date"));
    }

    private static OpeningHours hours(String text) {
        return switch (OpeningHours.read(text)) {
            case Checked.Good<OpeningHours>(OpeningHours hours) when hours.text().equals(text) -> hours;
            case Checked.Good<OpeningHours> ignored -> throw new TagCursor.Wrong(EntryFault.MALFORMED_HOURS, "not in its one form");
            case Checked.Bad<OpeningHours>(var fault, String detail) ->
                throw new TagCursor.Wrong(EntryFault.MALFORMED_HOURS, fault.code() + ": " + detail);
        };
    }

    private static List<String> lines(TagCursor tags, String name) {
        List<String> lines = new ArrayList<>();
        while (tags.next(name, 2)) {
            lines.add(tags.take().value());
        }
        return lines;
    }

    private static Tag reference(int kind, Named named) {
        return Tag.of("a", kind + ":" + named.voice().hex() + ":" + named.name());
    }

    /** What an {@code a} tag names, which must be of a kind. */
    static Named reference(Tag tag, int kind) {
        String text = tag.value();
        String front = kind + ":";
        int second = front.length() + 64;
        boolean shape = text.length() == second + 1 + 2 * EntryLimits.NAME_BYTES && text.startsWith(front) && text.charAt(second) == ':';
        if (!shape) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_REFERENCE, "not the voice and name of kind " + kind);
        }
        Bytes voice = TagCursor.hex(text.substring(front.length(), second), 32, EntryFault.MALFORMED_REFERENCE);
        return new Named(voice, TagCursor.hex(text.substring(second + 1), EntryLimits.NAME_BYTES, EntryFault.MALFORMED_REFERENCE).hex());
    }
}
