package weft.core.peer;

import java.util.List;
import weft.core.view.News;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/**
 * What a step wants done. A shell performs the effects of a step in order and before it gives the next input or asks
 * for views. {@link Keep}, {@link Append} and {@link Remove} always come first, and each is durable before anything
 * after it is begun. Where one of these three fails, the shell performs nothing more of that turn and gives
 * {@link Input.NotStored} as the very next input; the outcome of that step (refused as not stored) stands in the place
 * of the failed turn's. Any other call tells the peer that all of the last turn's effects were performed. The others
 * can't fail: a link that can't be opened or breaks is told as {@link Input.LinkClosed}.
 */
public sealed interface Effect {
    /** Store envelopes durably. */
    record Append(List<Event> events) implements Effect {
        /** Keeps an unmodifiable copy. */
        public Append {
            events = List.copyOf(events);
        }
    }

    /** Delete stored envelopes; their keys are gone already. */
    record Remove(List<Bytes> ids) implements Effect {
        /** Keeps an unmodifiable copy. */
        public Remove {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Write the vault: all secrets, serialised, atomically. Who performs this destroys the secret given.
     *
     * @param content the vault's plain content
     * @param destroying whether something was forgotten, so that the old vault must become unreadable
     */
    record Keep(Secret content, boolean destroying) implements Effect {}

    /** Open a link to a relay, under this number. */
    record Open(int link, String address) implements Effect {}

    /** Close a link; one that is closed already stays so. */
    record Shut(int link) implements Effect {}

    /** Say something on a link. */
    record Send(int link, ClientMessage message) implements Effect {}

    /**
     * Publish stored envelopes on a link, in this order. The peer holds their ids alone; the shell reads each from the
     * store and sends it; one that the store lacks is passed over.
     */
    record SendStored(int link, List<Bytes> ids) implements Effect {
        /** Keeps an unmodifiable copy. */
        public SendStored {
            ids = List.copyOf(ids);
        }
    }

    /** Send a neighbour these proofs of circles, in this order. */
    record Prove(int neighbour, List<Bytes> tags) implements Effect {
        /** Keeps an unmodifiable copy. */
        public Prove {
            tags = List.copyOf(tags);
        }
    }

    /** From now on a neighbour's channel of this number (0, 1 and so on) is this link, open. */
    record Channel(int neighbour, int channel, int link) implements Effect {}

    /** Hang up on a neighbour. */
    record Part(int neighbour) implements Effect {}

    /** Circles have come or gone: whoever was met in vain may share one now, so meet all neighbours soon. */
    record MeetAgain() implements Effect {}

    /** Answer a neighbour on a link. */
    record Answer(int link, RelayMessage message) implements Effect {}

    /** Answer a neighbour on a link with stored envelopes, as events of a subscription; one that the store lacks is passed over. */
    record AnswerStored(int link, String subscription, List<Bytes> ids) implements Effect {
        /** Keeps an unmodifiable copy. */
        public AnswerStored {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Seal the vault under a new passphrase from now on; the {@link Keep} that follows in the same turn is written so.
     * Who performs this destroys the old passphrase's key and the secret given.
     */
    record Relock(Secret passphrase) implements Effect {}

    /** Come back with {@code Woke} at a Unix time in seconds; replaces an earlier wish. */
    record WakeAt(long unixSeconds) implements Effect {}

    /** Something on a board changed: open pages may want to look again. */
    record Show(Bytes circle) implements Effect {}

    /** Something worth telling the person has come: an answer, being let in, "can't after all". */
    record Tell(Ref thread, News news) implements Effect {}
}
