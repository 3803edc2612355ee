package weft.core.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                ask(e.ask(), out);
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
        ask.where().ifPresent(where -> {
            out.put("place", Json.of(where.name()));
            where.point().ifPresent(point -> out.put("point", Json.array(List.of(Json.of((long) point.latitudeE6()), Json.of((long) point.longitudeE6())))));
        });
        out.put("languages", Json.texts(ask.languages()));
        out.put("forSomeoneElse", Json.of(ask.forSomeoneElse()));
        out.put("photos", Json.array(ask.photos().stream().map(Telling::photo).toList()));
    }

    private static Json photo(Photo photo) {
        Bytes data = photo.data();
        return Json.object("mediaType", photo.mediaType(), "data", data.hex(), "caption", photo.caption());
    }
}
