package weft.core.people;

import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code spec/people.md} and {@code spec/regroup.md} are run. */
public final class PeopleFormats {
    private PeopleFormats() {}

    /** That a voice is somebody. */
    public static String people(Primitives p, Json.Obj vector) {
        return switch (ThatIsMe.read(p, event(vector), acquaintance(vector), leaf(vector))) {
            case Checked.Bad<ThatIsMe>(var fault, String detail) -> fault.code();
            case Checked.Good<ThatIsMe>(ThatIsMe read) -> vector.text("voice").isEmpty()
                    || read.voice().hex().equals(text(vector, "voice")) && read.circleMark().hex().equals(text(vector, "circleMark")) ? "ok" : "not the same";
        };
    }

    /** A part of a circle handed over in a regrouping, or the whole of it. */
    public static String regroup(Primitives p, Json.Obj vector) {
        if (vector.text("what").orElse("part").equals("content")) {
            return whole(p, vector, Bytes.hex(text(vector, "content")));
        }
        return switch (Regrouped.readPart(p, event(vector), acquaintance(vector), leaf(vector))) {
            case Checked.Bad<Regrouped.Part>(var fault, String detail) -> fault.code();
            case Checked.Good<Regrouped.Part>(Regrouped.Part part) ->
                vector.text("circle").isEmpty() ? "ok" : part.data().hex().equals(text(vector, "content")) ? whole(p, vector, part.data()) : "not the same";
        };
    }

    private static String whole(Primitives p, Json.Obj vector, Bytes bytes) {
        try (Secret content = p.keep(bytes.toArray())) {
            return switch (Regrouped.read(p, content)) {
                case Checked.Bad<Regrouped>(var fault, String detail) -> fault.code();
                case Checked.Good<Regrouped>(Regrouped what) -> vector.text("circle").isEmpty()
                        || p.publicKey(what.circle().key()).hex().equals(text(vector, "circle")) && what.oldMark().hex().equals(text(vector, "from"))
                        ? "ok" : "not the same";
            };
        }
    }

    private static String text(Json.Obj vector, String name) {
        return vector.text(name).orElseThrow();
    }

    private static String event(Json.Obj vector) {
        return vector.get("event").orElseThrow().write();
    }

    private static Bytes acquaintance(Json.Obj vector) {
        return Bytes.hex(text(vector, "acquaintance"));
    }

    private static Leaf leaf(Json.Obj vector) {
        return new Leaf(new Day((int) (long) vector.whole("day").orElseThrow()), (int) Bytes.hex(text(vector, "slot")).bigEndianAt(0, 4));
    }
}
