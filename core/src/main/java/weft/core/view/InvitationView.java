package weft.core.view;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;

/**
 * An invitation that this node made or is following.
 *
 * @param id names it on this node
 * @param circle the circle it leads into, on the inviter's side
 * @param link the {@code weft:} link to hand over, on the inviter's side while it is open
 * @param stage how far it is
 * @param checkWords the four words to compare aloud, as indices 0..2047 into the word list; empty before the keys met
 * @param validUntil Unix seconds
 */
public record InvitationView(Bytes id, Optional<Bytes> circle, Optional<String> link, Stage stage, List<Integer> checkWords, long validUntil) {
    /** Keeps an unmodifiable copy. */
    public InvitationView {
        checkWords = List.copyOf(checkWords);
    }

    /** How far an invitation is. */
    public enum Stage {
        /** Made; nobody has used it. */
        WAITING,
        /** This node has answered an invitation; the inviter's node has not been heard yet. */
        KNOCKING,
        /** Both sides have met; the words can be compared; the circle is being handed over. */
        MET,
        /** The circle was handed over. */
        DONE,
        /** Somebody else used it first. */
        USED,
        /** Its seven days are over. */
        LATE,
        /** The circle it was for has been left. */
        GONE
    }
}
