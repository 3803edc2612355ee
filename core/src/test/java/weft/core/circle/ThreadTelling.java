package weft.core.circle;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** The state of threads as the JSON by which vectors say what should have been folded. */
final class ThreadTelling {
    private ThreadTelling() {}

    static Json of(CircleState state) {
        return Json.array(state.threads().stream().sorted(Comparator.comparing(ThreadState::voice)).map(ThreadTelling::of).toList());
    }

    private static Json of(ThreadState thread) {
        Map<String, Json> out = new LinkedHashMap<>();
        out.put("root", hex(thread.root()));
        out.put("voice", hex(thread.voice()));
        out.put("posted", hex(thread.posted().head().id()));
        out.put("seats", Json.array(thread.seats().stream().map(seat ->
                Json.object("day", seat.leaf().day().number(), "slot", seat.leaf().slot() & 0xffff_ffffL, "root", seat.root().hex())).toList()));
        thread.movesTo().ifPresent(day -> out.put("movesTo", Json.of((long) day.number())));
        out.put("answers", Json.array(thread.answers().stream()
                .map(answer -> Json.object("entry", answer.entry().head().id().hex(), "withdrawn", answer.withdrawn(), "admitted", answer.admitted()))
                .toList()));
        out.put("admissions", Json.array(thread.admissions().stream().map(entry -> hex(entry.head().id())).toList()));
        out.put("inside", Json.array(thread.inside().stream().map(ThreadTelling::hex).toList()));
        out.put("aside", Json.array(thread.aside().stream()
                .map(words -> Json.object("entry", words.entry().head().id().hex(), "withdrawn", words.withdrawn())).toList()));
        out.put("closing", thread.closing().map(closed -> Json.array(List.of(hex(closed.head().id())))).orElse(Json.array(List.of())));
        return new Json.Obj(out);
    }

    private static Json hex(Bytes bytes) {
        return Json.of(bytes.hex());
    }
}
