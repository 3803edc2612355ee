package weft.core.peer;

import java.util.List;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/** What became of a command. */
public sealed interface Outcome {
    /** It is done and durable. */
    record Done() implements Outcome {}

    /** It is done; here is the thread. */
    record DoneThread(Ref ref) implements Outcome {}

    /** It is done; here is the circle. */
    record DoneCircle(Bytes circle) implements Outcome {}

    /** It is done; here is the invitation. */
    record DoneInvitation(Bytes id) implements Outcome {}

    /** It is done; here is the text of a file to hand over. */
    record DoneFile(String text) implements Outcome {}

    /** It is done; these news were given out now, to whoever asked and to nobody else. */
    record Took(List<Bytes> keys) implements Outcome {
        /** Keeps an unmodifiable copy. */
        public Took {
            keys = List.copyOf(keys);
        }
    }

    /** It is done; here is the draft. */
    record DoneDraft(Bytes id) implements Outcome {}

    /**
     * What became of envelopes that were carried here.
     *
     * @param taken new here, stored now
     * @param known stored here already, or known to be of no use
     * @param foreign of circles that this node is not in
     * @param over their day is over here
     * @param unreadable no keys of this node open them, or what is in them breaks a rule
     */
    record Carried(int taken, int known, int foreign, int over, int unreadable) implements Outcome {}

    /** What a bundle has to bear besides envelopes. */
    record Packed(List<Event> events) implements Outcome {
        /** Keeps an unmodifiable copy. */
        public Packed {
            events = List.copyOf(events);
        }
    }

    /** It could not be done. */
    record Refused(Refusal why) implements Outcome {}

    /** Why a command could not be done; the pages have a sentence for each. */
    enum Refusal {
        /** No such circle on this node. */
        NO_SUCH_CIRCLE,
        /** No such thread, or it is forgotten. */
        NO_SUCH_THREAD,
        /** No such entry or voice in the thread. */
        NO_SUCH_ENTRY,
        /** Only the first voice can do that. */
        NOT_YOURS,
        /** One can't answer one's own thread. */
        YOUR_OWN,
        /** It has been answered from here already. */
        ALREADY_ANSWERED,
        /** The thread is over. */
        OVER,
        /** Only those let in can do that. */
        NOT_INSIDE,
        /** The doing has no such occurrence, or it is over. */
        NO_SUCH_OCCURRENCE,
        /** Somebody else has asked for one of these days, or has the thing then. */
        CLASH,
        /** A title is missing. */
        NO_TITLE,
        /** Too long to fit into an entry. */
        TOO_LONG,
        /** A field is not as it should be. */
        MALFORMED,
        /** The last day is over or more than 400 days away. */
        BAD_DAY,
        /** The link is not an invitation. */
        NOT_AN_INVITATION,
        /** The link was an invitation, but letters are missing or changed: it has to be copied anew. */
        INVITATION_ALTERED,
        /** The invitation was made by a newer Weft than this. */
        INVITATION_NEWER,
        /** The passphrase does not open the file. */
        WRONG_PASSPHRASE,
        /** The invitation was used already, is late, or is not this node's to hand over. */
        NO_SUCH_INVITATION,
        /** The invitation's seven days are over. */
        INVITATION_LATE,
        /** The reader is in that circle already, or the invitation is this node's own. */
        ALREADY_IN,
        /** No such acquaintance on this node. */
        NO_SUCH_ACQUAINTANCE,
        /** No such offer, or it was followed or put aside. */
        NO_SUCH_OFFER,
        /** A relay's address is not one. */
        BAD_RELAY,
        /** No such practice on that shelf, or it has faded. */
        NO_SUCH_PRACTICE,
        /** No such draft. */
        NO_SUCH_DRAFT,
        /** A name is missing. */
        NO_NAME,
        /** It could not be written to this machine's disk. */
        NOT_STORED
    }
}
