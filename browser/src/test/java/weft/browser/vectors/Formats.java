package weft.browser.vectors;

import java.util.Map;
import java.util.TreeMap;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Json;
import weft.wire.message.Messages;

/**
 * How the vectors of each format under {@code spec/vectors} are run: the same code on a computer and, compiled by
 * TeaVM, in Node. A format without a row here fails the test.
 */
final class Formats {
    /** What came of a vector: {@code ok}, or the code of the fault. */
    static final String OK = "ok";

    /** Runs one vector. */
    interface Check {
        String run(Primitives primitives, Json.Obj vector);
    }

    private static final Map<String, Check> ROWS = new TreeMap<>();

    static {
        ROWS.put("bip340", Formats::bip340);
        ROWS.put("event", (primitives, vector) -> code(Event.read(vector.text("event").orElse("")).then(event -> event.verify(primitives))));
        ROWS.put("envelope", (primitives, vector) -> code(Event.read(vector.text("event").orElse("")).then(Envelope::of)));
        ROWS.put("messages", (primitives, vector) -> code(Messages.readRelay(vector.text("frame").orElse(""))));
    }

    private Formats() {}

    private static String code(Checked<?> checked) {
        return switch (checked) {
            case Checked.Good<?> good -> OK;
            case Checked.Bad<?>(var fault, String detail) -> fault.code();
        };
    }

    private static Bytes hex(Json.Obj vector, String name) {
        return Bytes.hex(vector.text(name).orElseThrow());
    }

    /** BIP-340 wants verification alone to answer: a public vector's reason says why it is false. */
    private static String bip340(Primitives p, Json.Obj vector) {
        Bytes signature = hex(vector, "signature");
        if (!p.verify(hex(vector, "publicKey"), hex(vector, "message"), signature)) {
            return vector.text("reason").orElse("wrong-signature");
        }
        if (vector.text("secretKey").isEmpty()) {
            return OK;
        }
        try (Secret key = p.keep(hex(vector, "secretKey").toArray())) {
            return p.sign(key, hex(vector, "message"), hex(vector, "auxiliary")).equals(signature) ? OK : "another-signature";
        }
    }

    /** Runs a vector; a text that begins with {@code no } where there is nothing that could run it. */
    static String check(Primitives primitives, String format, String json) {
        Check check = ROWS.get(format);
        if (check == null) {
            return "no row for the format " + format + " in weft.browser.vectors.Formats";
        }
        return Json.read(json) instanceof Checked.Good<Json>(Json.Obj vector) ? check.run(primitives, vector) : "no JSON object";
    }
}
