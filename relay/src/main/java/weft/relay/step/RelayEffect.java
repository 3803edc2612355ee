package weft.relay.step;

import java.util.List;
import java.util.Optional;
import weft.store.Envelopes;
import weft.wire.event.Event;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/** What a step wants done. Effects of one step are begun in order; each that has an answer is answered by an input. */
public sealed interface RelayEffect {
    /** Verify an event's id and signature; answered by {@link RelayInput.Judged}. */
    record Check(int link, Event event, boolean proof) implements RelayEffect {}

    /** Put events on the shelf durably; answered by {@link RelayInput.Shelved} or {@link RelayInput.NotShelved}. */
    record Append(List<Event> events) implements RelayEffect {
        /** Keeps an unmodifiable copy. */
        public Append {
            events = List.copyOf(events);
        }
    }

    /** Read a page; answered by {@link RelayInput.Found} or {@link RelayInput.NotFound}. */
    record Read(int link, long reading, Filter filter, Optional<Envelopes.Place> after, int most) implements RelayEffect {}

    /** Read the identities of what a filter matches; answered by {@link RelayInput.Indexed} or {@link RelayInput.NotIndexed}. */
    record Index(int link, long sync, Filter filter, int most) implements RelayEffect {}

    /** Say something on a link. */
    record Send(int link, RelayMessage message) implements RelayEffect {}

    /** Say when what was sent on a link so far has nearly all gone out; answered by {@link RelayInput.Drained}. */
    record TellWhenDrained(int link) implements RelayEffect {}

    /** Close a link. */
    record Shut(int link, String why) implements RelayEffect {}

    /** Delete what was over at a Unix second; answered by {@link RelayInput.Pruned}. */
    record Prune(long unixSeconds) implements RelayEffect {}
}
