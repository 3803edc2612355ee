package weft.core.peer;

import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code weft.core.peer} are run. */
public final class PeerFormats {
    private PeerFormats() {}

    /** What a vault holds: read, and written again as it was. */
    public static String vaultContent(Primitives p, Json.Obj vector) {
        Bytes content = Bytes.hex(vector.text("content").orElseThrow());
        return switch (VaultContent.read(p, p.keep(content.toArray()))) {
            case Checked.Bad<PeerState>(var fault, String detail) -> fault.code();
            case Checked.Good<PeerState>(PeerState state) -> {
                Secret written = VaultContent.write(state);
                byte[] again = new byte[written.size()];
                written.copyTo(again, 0);
                boolean same = Bytes.wrap(again).equals(content) && state.circles.size() == vector.whole("circles").orElseThrow()
                        && state.invitations.size() == vector.whole("invitations").orElseThrow();
                yield same ? "ok" : "not the same";
            }
        };
    }
}
