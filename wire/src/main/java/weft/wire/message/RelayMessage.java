package weft.wire.message;

import weft.primitives.Bytes;
import weft.wire.event.Event;

/** What a relay says to a client. */
public sealed interface RelayMessage {
    /** An event of a subscription. */
    record Delivered(String subscription, Event event) implements RelayMessage {}

    /** What became of a published event; a refusal begins with a machine-readable word such as {@code invalid:}. */
    record Ok(Bytes id, boolean accepted, String text) implements RelayMessage {}

    /** All that is stored has been sent. */
    record EndOfStored(String subscription) implements RelayMessage {}

    /** The relay ended a subscription. */
    record Closed(String subscription, String text) implements RelayMessage {}

    /** Words for a person. */
    record Notice(String text) implements RelayMessage {}

    /** A challenge to prove a key (NIP-42). */
    record Challenge(String challenge) implements RelayMessage {}

    /** A step of a negentropy sync (NIP-77). */
    record SyncMessage(String subscription, Bytes message) implements RelayMessage {}

    /** A negentropy sync failed. */
    record SyncError(String subscription, String text) implements RelayMessage {}
}
