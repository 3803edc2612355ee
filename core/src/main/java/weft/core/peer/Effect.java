package weft.core.peer;

import java.util.List;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/**
 * What a step wants done. A shell performs the effects of a step in order; where one fails, those after it are not
 * performed and the failure is told back. {@link Append} and {@link Keep} are durable before anything after them.
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

    /** Close a link. */
    record Shut(int link) implements Effect {}

    /** Say something on a link. */
    record Send(int link, ClientMessage message) implements Effect {}

    /** Come back with {@code Woke} at a Unix time in seconds; replaces an earlier wish. */
    record WakeAt(long unixSeconds) implements Effect {}

    /** Something on a board changed: open pages may want to look again. */
    record Show(Bytes circle) implements Effect {}

    /** Something worth telling the person has come: an answer, being let in, "can't after all". */
    record Tell(Ref thread, News news) implements Effect {}

    /** What is worth telling. */
    enum News {
        /** Somebody answered. */
        ANSWERED,
        /** The reader was let in. */
        LET_IN,
        /** Somebody who was let in can't after all. */
        CANT_AFTER_ALL,
        /** New words in the aside. */
        SAID_ASIDE
    }
}
