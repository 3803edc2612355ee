package weft.relay.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.store.Envelopes;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.message.ClientMessage;

/** What can happen to a relay. Links are numbered by the shell; a number is never used twice. */
public sealed interface RelayInput {
    /**
     * Somebody connected.
     *
     * @param host the authority the client asked for, such as {@code relay.example:443}; for NIP-42
     * @param challenge fresh random text; for NIP-42
     */
    record Opened(int link, String host, String challenge) implements RelayInput {}

    /** A link is closed, by whomever. */
    record Closed(int link) implements RelayInput {}

    /** A client said something; the events within are not verified yet. */
    record Said(int link, ClientMessage message) implements RelayInput {}

    /** A client sent what is no message. */
    record Garbled(int link, String fault) implements RelayInput {}

    /** Events were checked, as {@link RelayEffect.Check} wanted. */
    record Judged(List<Judgement> judgements) implements RelayInput {}

    /** Events were put on the shelf, as {@link RelayEffect.Append} wanted; what is new is durable. */
    record Shelved(List<Shelf.Fate> fates) implements RelayInput {}

    /** Events could not be put on the shelf; nothing of them is stored. */
    record NotShelved(List<Event> events, String trouble) implements RelayInput {}

    /** A page of stored events, newest first, as {@link RelayEffect.Read} wanted; shorter than asked for at the end. */
    record Found(int link, long reading, List<Event> events) implements RelayInput {}

    /** What was stored could not be read. */
    record NotFound(int link, long reading, String trouble) implements RelayInput {}

    /** A link's outgoing queue is short again, as {@link RelayEffect.TellWhenDrained} wanted. */
    record Drained(int link) implements RelayInput {}

    /** The identities of what a filter matches, as {@link RelayEffect.Index} wanted; as many as asked for where there are more. */
    record Indexed(int link, long sync, List<Envelopes.Stamp> stamps) implements RelayInput {}

    /** The identities could not be read. */
    record NotIndexed(int link, long sync, String trouble) implements RelayInput {}

    /**
     * What was over is gone.
     *
     * @param bytesByKey what is left, by public key
     * @param gone what was deleted
     */
    record Pruned(Map<Bytes, Long> bytesByKey, List<Envelopes.Stamp> gone) implements RelayInput {}

    /** Time has gone by; given every second or so. */
    record Tick() implements RelayInput {}

    /**
     * What a check found.
     *
     * @param proof whether the event is a proof of a key (NIP-42) rather than something to publish
     * @param fault what is wrong, where anything is
     */
    record Judgement(int link, Event event, boolean proof, Optional<EventFault> fault) {}
}
