package weft.core.entry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.Times;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** An entry as the JSON by which vectors say what should have been read. */
public final class Telling {
    private Telling() {}

    /** What an entry says. */
    public static Json.Obj of(Entry entry) {
        Map<String, Json> out = new LinkedHashMap<>();
        out.put("is", Json.of(entry.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)));
        out.put("id", Json.of(entry.head().id().hex()));
        out.put("voice", Json.of(entry.head().voice().hex()));
        out.put("writtenAt", Json.of(entry.head().writtenAt()));
        entry.rootId().ifPresent(root -> out.put("root", Json.of(root.hex())));
        switch (entry) {
            case Entry.Posted e -> {
                out.put("name", Json.of(e.name()));
                out.put("revision", Json.of((long) e.revision()));
                switch (e.words()) {
                    case Ask ask -> ask(ask, out);
                    case Doing doing -> doing(doing, out);
                    case Joining joining -> joining(joining, out);
                    case Listed listed -> listed(listed, out);
                    case Asking asking -> asking(asking, out);
                }
            }
            case Entry.Answered e -> {
                out.put("revision", Json.of((long) e.revision()));
                out.put("sealed", Json.of(e.sealed()));
            }
            case Entry.Admitted e -> {
                out.put("admitted", Json.of(e.voice().hex()));
                out.put("generation", Json.of((long) e.generation()));
                out.put("sealed", Json.of(e.sealed()));
            }
            case Entry.Aside e -> {
                out.put("name", Json.of(e.name()));
                out.put("revision", Json.of((long) e.revision()));
                out.put("step", Json.of((long) e.step()));
                out.put("sealed", Json.of(e.sealed()));
            }
            case Entry.Withdrawn e -> out.put("entry", Json.of(e.entry().hex()));
            case Entry.Closed e -> out.put("ending", Json.of(e.ending().name()));
            case Entry.Extended e -> out.put("lastDay", Json.of((long) e.lastDay().number()));
            case Entry.Practised e -> {
                out.put("name", Json.of(e.name()));
                out.put("revision", Json.of((long) e.revision()));
                out.put("parts", Json.of((long) e.parts()));
                out.put("title", Json.of(e.writing().title()));
                out.put("language", Json.of(e.writing().language()));
                out.put("fields", Json.array(e.writing().fields().stream().map(tag -> Json.texts(tag.values())).toList()));
                out.put("text", Json.of(e.writing().text()));
            }
            case Entry.Part e -> {
                out.put("name", Json.of(e.name()));
                out.put("revision", Json.of((long) e.revision()));
                out.put("part", Json.of((long) e.part()));
                out.put("text", Json.of(e.text()));
            }
            case Entry.Told e -> {
                out.put("practice", Json.of(e.practice()));
                out.put("revision", Json.of((long) e.revision()));
                out.put("text", Json.of(e.text()));
            }
        }
        return new Json.Obj(out);
    }

    private static void ask(Ask ask, Map<String, Json> out) {
        out.put("side", Json.of(ask.side().name()));
        out.put("title", Json.of(ask.title()));
        out.put("text", Json.of(ask.text()));
        out.put("kind", Json.of(ask.kind()));
        ask.from().ifPresent(time -> out.put("from", Json.of((long) time)));
        ask.until().ifPresent(time -> out.put("until", Json.of((long) time)));
        where(ask.where(), out);
        out.put("languages", Json.texts(ask.languages()));
        out.put("forSomeoneElse", Json.of(ask.forSomeoneElse()));
        out.put("photos", Json.array(ask.photos().stream().map(Telling::photo).toList()));
    }

    private static void doing(Doing doing, Map<String, Json> out) {
        out.put("title", Json.of(doing.title()));
        out.put("text", Json.of(doing.text()));
        out.put("kind", Json.of(doing.kind()));
        Times times = doing.times();
        out.put("start", Json.of(times.start()));
        out.put("end", Json.of(times.end()));
        out.put("zone", Json.of(times.zone().name()));
        out.put("offsets", Json.array(times.zone().offsets().stream()
                .map(offset -> Json.array(List.of(Json.of(offset.from()), Json.of((long) offset.minutes())))).toList()));
        times.rule().ifPresent(rule -> out.put("rule", Json.of(rule.text())));
        out.put("except", Json.texts(times.except().stream().map(LocalDate::toString).toList()));
        out.put("extra", Json.texts(times.extra().stream().map(LocalDate::toString).toList()));
        if (!times.moved().isEmpty()) {
            out.put("moved", Json.texts(times.moved().stream().map(one -> one.date() + " " + one.start() + " " + one.end()).toList()));
        }
        out.put("occurrences", Json.array(times.between(times.start(), times.start() + 100 * 86_400L).stream()
                .map(one -> Json.array(List.of(Json.of(one.date().toString()), Json.of(one.start()), Json.of(one.end())))).toList()));
        where(doing.where(), out);
        out.put("shifts", Json.array(doing.shifts().stream()
                .map(shift -> Json.object("number", shift.number(), "title", shift.title(), "begins", shift.begins(), "minutes", shift.minutes(), "hands",
                shift.hands())).toList()));
        out.put("things", Json.array(doing.things().stream().map(thing -> Json.object("number", thing.number(), "title", thing.title())).toList()));
        doing.alertHours().ifPresent(hours -> out.put("alert", Json.of((long) hours)));
    }

    private static void joining(Joining joining, Map<String, Json> out) {
        out.put("doing", Json.of(joining.doing().hex()));
        out.put("doingName", Json.of(joining.name()));
        out.put("on", Json.of(joining.on().toString()));
        out.put("part", Json.of(switch (joining.part()) {
            case Joining.Part.Coming() -> "coming";
            case Joining.Part.OfShift(int number) -> "shift " + number;
            case Joining.Part.Bringing(int number) -> "bring " + number;
        }));
    }

    private static void listed(Listed listed, Map<String, Json> out) {
        out.put("title", Json.of(listed.title()));
        out.put("text", Json.of(listed.text()));
        out.put("kind", Json.of(listed.kind()));
        switch (listed) {
            case Thing thing -> {
                out.put("care", Json.of(thing.care()));
                out.put("with", Json.texts(thing.with()));
                thing.at().ifPresent(at -> out.put("at", Json.of(at.voice().hex() + " " + at.name())));
            }
            case Place place -> {
                place.hours().ifPresent(hours -> out.put("hours", Json.of(hours.text())));
                out.put("there", Json.texts(place.there()));
            }
        }
        where(listed.where(), out);
        out.put("photos", Json.array(listed.photos().stream().map(Telling::photo).toList()));
    }

    private static void asking(Asking asking, Map<String, Json> out) {
        out.put("thing", Json.of(asking.thing().voice().hex() + " " + asking.thing().name()));
        out.put("stage", Json.of(asking.stage().name()));
        asking.days().ifPresent(days -> out.put("days", Json.texts(List.of(days.from().toString(), days.to().toString()))));
        out.put("text", Json.of(asking.text()));
    }

    private static void where(Optional<Whereabouts> said, Map<String, Json> out) {
        said.ifPresent(where -> {
            out.put("place", Json.of(where.name()));
            where.point().ifPresent(point -> out.put("point", Json.array(List.of(Json.of((long) point.latitudeE6()), Json.of((long) point.longitudeE6())))));
        });
    }

    private static Json photo(Photo photo) {
        Bytes data = photo.data();
        return Json.object("mediaType", photo.mediaType(), "data", data.hex(), "caption", photo.caption());
    }
}
