package weft.wire.message;

import java.util.List;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/** What a client says to a relay. A subscription's name has 1..64 characters. */
public sealed interface ClientMessage {
    /** Publish an event. */
    record Publish(Event event) implements ClientMessage {}

    /** Send what is stored and then what comes. */
    record Subscribe(String subscription, List<Filter> filters) implements ClientMessage {
        /** Keeps an unmodifiable copy. */
        public Subscribe {
            filters = List.copyOf(filters);
        }
    }

    /** End a subscription. */
    record Unsubscribe(String subscription) implements ClientMessage {}

    /** Prove a key (NIP-42). */
    record Authenticate(Event event) implements ClientMessage {}

    /** Begin a negentropy sync (NIP-77). */
    record SyncOpen(String subscription, Filter filter, Bytes message) implements ClientMessage {}

    /** Go on with one. */
    record SyncMessage(String subscription, Bytes message) implements ClientMessage {}

    /** End one. */
    record SyncClose(String subscription) implements ClientMessage {}
}
