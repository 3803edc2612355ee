package weft.core.invite;

import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code spec/invitation.md} are run. */
public final class InviteFormats {
    private InviteFormats() {}

    /** A link, or what two keys make. */
    public static String invitation(Primitives p, Json.Obj vector) {
        if (vector.text("what").orElseThrow().equals("file")) {
            return file(p, vector);
        }
        if (!vector.text("what").orElseThrow().equals("link")) {
            return acquainted(p, vector);
        }
        String text = vector.text("link").orElseThrow();
        return switch (InvitationLink.read(p, text)) {
            case Checked.Bad<InvitationLink>(var fault, String detail) -> fault.code();
            case Checked.Good<InvitationLink>(InvitationLink link) -> {
                boolean same = link.key().hex().equals(vector.text("key").orElseThrow()) && link.proof().hex().equals(vector.text("proof").orElseThrow())
                        && link.validHours() == vector.whole("validHours").orElseThrow()
                        && Json.texts(link.relays()).equals(vector.get("relays").orElseThrow()) && link.text(p).equals(text);
                yield same ? "ok" : "not the same";
            }
        };
    }

    private static String file(Primitives p, Json.Obj vector) {
        try (Secret passphrase = p.keep(Bytes.utf8(vector.text("passphrase").orElseThrow()).toArray())) {
            return switch (InvitationFile.open(p, vector.text("file").orElseThrow(), passphrase)) {
                case Checked.Bad<String>(var fault, String detail) -> fault.code();
                case Checked.Good<String>(String link) -> link.equals(vector.text("link").orElseThrow()) ? "ok" : "not the same";
            };
        }
    }

    private static String acquainted(Primitives p, Json.Obj vector) {
        Secret k = p.keep(Bytes.hex(vector.text("k").orElseThrow()).toArray());
        Secret f = p.keep(Bytes.hex(vector.text("f").orElseThrow()).toArray());
        Bytes proof = Bytes.hex(vector.text("proof").orElseThrow());
        for (boolean inviter : new boolean[] {true, false}) {
            Acquainted made = Acquainted.of(p, inviter ? k : f, p.publicKey(inviter ? f : k), p.publicKey(k), p.publicKey(f), proof).orElseThrow();
            boolean same = hex(made.key()).equals(vector.text("c").orElseThrow()) && hex(made.root()).equals(vector.text("root").orElseThrow())
                    && Json.array(made.words().stream().map(word -> Json.of((long) word)).toList()).equals(vector.get("words").orElseThrow());
            if (!same) {
                return "not the same";
            }
        }
        return "ok";
    }

    private static String hex(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return Bytes.wrap(out).hex();
    }
}
