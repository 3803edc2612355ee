package weft.core.peer;

import java.util.List;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/**
 * What can happen to a node. Links are numbered by the peer ({@link Effect.Open}); a number is never used twice. Frames are parsed by the
 * link, at the edge; events within are not verified yet.
 */
public sealed interface Input {
    /** A person wants something. */
    record Wish(Command command) implements Input {}

    /** A stored envelope, given back at start before anything else. */
    record Restored(Event event) implements Input {}

    /**
     * What a stored envelope held, given back at start instead of the envelope: it came from {@link Peer#recall} of this very
     * node, and the shell kept it where nobody without the vault's key could read or change it. Nothing is opened or verified.
     */
    record Recalled(List<Recall> recalls) implements Input {
        /** Keeps an unmodifiable copy. */
        public Recalled {
            recalls = List.copyOf(recalls);
        }
    }

    /** All that was stored has been given back. */
    record Ready() implements Input {}

    /** A link that was asked for is open. */
    record LinkOpened(int link) implements Input {}

    /** A link is closed or could not be opened. */
    record LinkClosed(int link, String trouble) implements Input {}

    /** A relay or a neighbour said something. */
    record Heard(int link, RelayMessage message) implements Input {}

    /** A link sent what is no relay message; counted against it, never fatal. */
    record Garbled(int link, String fault) implements Input {}

    /**
     * A secure channel to somebody on the same network stands. Neighbours are numbered by the shell; a number is never used twice.
     *
     * @param caller whether this side called
     * @param session 32 bytes that both ends of this very channel know and nobody else
     */
    record Met(int neighbour, boolean caller, Bytes session) implements Input {}

    /** A neighbour sent the proofs of its circles. */
    record Proved(int neighbour, List<Bytes> tags) implements Input {
        /** Keeps an unmodifiable copy. */
        public Proved {
            tags = List.copyOf(tags);
        }
    }

    /** The channel to a neighbour is gone; told unless the peer hung up itself. */
    record Parted(int neighbour) implements Input {}

    /** A neighbour asked something on a link that is one of its channels. */
    record Asked(int link, ClientMessage message) implements Input {}

    /** The time that was asked for has come. */
    record Woke() implements Input {}

    /**
     * A {@link Effect.Keep}, {@link Effect.Append} or {@link Effect.Remove} of the turn just before could not be carried
     * out (the disk is full, say), and nothing after it was. The peer takes back what hung on it, answers
     * {@code Refused(NOT_STORED)}, and comes back later to what has to be done all the same (a destruction, say).
     *
     * @param id of the event concerned, or no bytes
     * @param trouble a stable code such as {@code disk-full}
     */
    record NotStored(Bytes id, String trouble) implements Input {}
}
