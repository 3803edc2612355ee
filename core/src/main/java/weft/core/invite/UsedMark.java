package weft.core.invite;

import java.util.List;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

/**
 * Says, under K and for all who hold the link, that an invitation was used, and lets the one who used it, and nobody
 * else, see that it was they. Made once, before the inviter's node destroys k.
 *
 * <pre>
 * kind 9392   pubkey K   tags [["expiration", validUntil]]
 * content = hex SHA-256("weft/1 invitation used" ‖ K ‖ F ‖ s)
 * </pre>
 */
public final class UsedMark {
    /** The event's kind. */
    public static final int KIND = 9392;

    private UsedMark() {}

    /** The mark for the one who knocked as {@code invitee}. */
    public static Event make(Primitives p, InvitationLink link, Bytes invitee, Secret k, long now, Bytes auxiliary) {
        Draft draft = new Draft(link.key(), now, KIND, List.of(Tag.of("expiration", Long.toString(link.validUntil()))), content(p, link, invitee));
        Bytes id = draft.id(p);
        return draft.signed(id, p.sign(k, id, auxiliary));
    }

    /** Whether it was {@code invitee} who used it; bad where the event is no mark of this invitation. The event is taken to be verified. */
    public static Checked<Boolean> read(Primitives p, InvitationLink link, Event event, Bytes invitee) {
        boolean shaped = event.kind() == KIND
                && event.publicKey().equals(link.key())
                && Bytes.parseHex(event.content()).filter(hash -> hash.size() == 32).isPresent();
        return shaped ? Checked.good(event.content().equals(content(p, link, invitee))) : Checked.bad(InvitationFault.MALFORMED_MARK, "kind " + event.kind());
    }

    private static String content(Primitives p, InvitationLink link, Bytes invitee) {
        return p.sha256(Bytes.utf8("weft/1 invitation used").then(link.key(), invitee, link.proof())).hex();
    }
}
