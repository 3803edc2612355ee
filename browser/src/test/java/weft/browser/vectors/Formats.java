package weft.browser.vectors;

import java.util.Map;
import java.util.TreeMap;
import weft.core.atlas.AtlasFormat;
import weft.core.calendar.HoursFormat;
import weft.core.circle.FoldFormat;
import weft.core.entry.EntryFormat;
import weft.core.find.FindFormat;
import weft.core.invite.InviteFormats;
import weft.core.key.KeyFormats;
import weft.core.people.PeopleFormats;
import weft.core.peer.PeerFormats;
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
    /** What came of a vector: {@code ok}, or the code of the fault, or a text of what was wrong that no vector has as its reason. */
    static final String OK = "ok";

    /** Runs one vector. */
    interface Check {
        String run(Primitives primitives, Json.Obj vector);
    }

    private static final Map<String, Check> ROWS = new TreeMap<>();

    static {
        ROWS.put("bip340", PortFormats::bip340);
        ROWS.put("primitives", PortFormats::primitives);
        ROWS.put("bundle", BundleFormat::bundle);
        ROWS.put("negentropy", SyncFormat::transcripts);
        ROWS.put("nip44", KeyFormats::nip44);
        ROWS.put("entry", EntryFormat::entry);
        ROWS.put("tree", KeyFormats::tree);
        ROWS.put("seal", KeyFormats::seal);
        ROWS.put("vault", KeyFormats::vault);
        ROWS.put("giftwrap", KeyFormats::giftwrap);
        ROWS.put("fold", FoldFormat::vector);
        ROWS.put("shelf", FoldFormat::shelf);
        ROWS.put("practice", (p, vector) -> PracticeFormat.practice(vector));
        ROWS.put("vaultcontent", PeerFormats::vaultContent);
        ROWS.put("invitation", InviteFormats::invitation);
        ROWS.put("people", PeopleFormats::people);
        ROWS.put("find", FindFormat::find);
        ROWS.put("hours", HoursFormat::hours);
        ROWS.put("pmtiles", AtlasFormat::vector);
        ROWS.put("regroup", PeopleFormats::regroup);
        ROWS.put("event", (p, vector) -> code(Event.read(text(vector, "event")).then(event -> event.verify(p))));
        ROWS.put("envelope", (p, vector) -> code(Event.read(text(vector, "event")).then(event -> event.verify(p))
                .then(Envelope::of).then(envelope -> envelope.timely(whole(vector, "now")))));
        ROWS.put("messages", (p, vector) -> code(text(vector, "from").equals("client")
                ? Messages.readClient(text(vector, "frame")) : Messages.readRelay(text(vector, "frame"))));
    }

    private Formats() {}

    /** Runs a vector; a text that begins with {@code no } where there is nothing that could run it. */
    static String check(Primitives primitives, String format, String json) {
        Check check = ROWS.get(format);
        if (check == null) {
            return "no row for the format " + format + " in weft.browser.vectors.Formats";
        }
        return Json.read(json) instanceof Checked.Good<Json>(Json.Obj vector) ? check.run(primitives, vector) : "no JSON object";
    }

    static String code(Checked<?> checked) {
        return switch (checked) {
            case Checked.Good<?> good -> OK;
            case Checked.Bad<?>(var fault, String detail) -> fault.code();
        };
    }

    static String same(String mine, String wanted) {
        return mine.equals(wanted) ? OK : "not the same: " + mine;
    }

    static String text(Json.Obj vector, String name) {
        return vector.text(name).orElseThrow(() -> new IllegalStateException("the vector has no text " + name));
    }

    static int whole(Json.Obj vector, String name) {
        return Math.toIntExact(vector.whole(name).orElseThrow(() -> new IllegalStateException("the vector has no number " + name)));
    }

    static Bytes hex(Json.Obj vector, String name) {
        return Bytes.hex(text(vector, name));
    }

    static Secret secret(Primitives p, Json.Obj vector, String name) {
        return p.keep(hex(vector, name).toArray());
    }

    static String hex(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return Bytes.wrap(out).hex();
    }
}
