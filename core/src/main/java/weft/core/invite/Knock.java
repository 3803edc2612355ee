package weft.core.invite;

import java.util.List;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.json.Checked;

/**
 * What the invitee's node sends to K inside a gift wrap (NIP-59): a rumor by its own fresh key F with s as content.
 * A knock that comes again means nothing more; one under another F shows that the link was in two hands.
 */
public final class Knock {
    /** The rumor's kind. */
    public static final int KIND = 9391;

    private Knock() {}

    /** The rumor, to be wrapped for K. */
    public static Draft draft(Bytes invitee, Bytes proof, long now) {
        return new Draft(invitee, now, KIND, List.of(), proof.base64Url());
    }

    /**
     * Reads a knock out of an opened gift wrap.
     *
     * @param rumor what was wrapped
     * @param sender who signed the seal around it
     * @param proof the s of the invitation
     * @return F
     */
    public static Checked<Bytes> read(Draft rumor, Bytes sender, Bytes proof) {
        boolean holds = rumor.kind() == KIND
                && rumor.publicKey().equals(sender)
                && rumor.tags().isEmpty()
                && Bytes.parseBase64Url(rumor.content()).filter(proof::equals).isPresent();
        return holds ? Checked.good(sender) : Checked.bad(InvitationFault.WRONG_KNOCK, "kind " + rumor.kind());
    }
}
