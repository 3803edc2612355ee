package weft.browser.vectors;

import java.util.ArrayList;
import java.util.List;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.bundle.BundleReader;
import weft.wire.event.Envelope;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The vectors of {@code spec/bundle.md}, whatever the pieces in which the bytes come. */
final class BundleFormat {
    private BundleFormat() {}

    static String bundle(Primitives p, Json.Obj vector) {
        Bytes plain = vector.text("text").map(Bytes::utf8).orElseGet(() -> Formats.hex(vector, "hex"));
        String answer = "";
        for (int piece : new int[] {1, 4096, Math.max(1, plain.size())}) {
            if (piece == 1 && plain.size() > 10_000) {
                continue;
            }
            answer = one(p, vector, plain, piece);
            if (!answer.equals(vector.text("reason").orElse(Formats.OK))) {
                return answer;
            }
        }
        return answer;
    }

    private static String one(Primitives p, Json.Obj vector, Bytes plain, int piece) {
        BundleReader reader = new BundleReader(p, Formats.whole(vector, "now"));
        List<Checked<Envelope>> answers = new ArrayList<>();
        for (int at = 0; at < plain.size(); at += piece) {
            answers.addAll(reader.feed(plain.slice(at, Math.min(plain.size(), at + piece))));
        }
        answers.addAll(reader.end());
        List<String> accepted = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Checked<Envelope> one : answers) {
            switch (one) {
                case Checked.Good<Envelope>(Envelope envelope) -> accepted.add(envelope.id().hex());
                case Checked.Bad<Envelope>(var fault, String detail) -> faults.add(fault.code());
            }
        }
        if (vector.text("reason").isPresent()) {
            return accepted.isEmpty() && faults.size() == 1 ? faults.getFirst() : "not the same: " + accepted + faults;
        }
        List<String> aside = reader.invitations().stream().map(event -> event.id().hex()).toList();
        if (!Json.texts(aside).equals(vector.get("invitations").orElse(Json.texts(List.of())))) {
            return "not the same of invitations: " + aside;
        }
        boolean same = Json.texts(accepted).equals(vector.get("accepted").orElseThrow()) && Json.texts(faults).equals(vector.get("faults").orElseThrow());
        return same ? Formats.OK : "not the same: " + accepted + faults;
    }
}
