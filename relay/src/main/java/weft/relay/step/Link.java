package weft.relay.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;

/** One client. */
final class Link {
    final int number;
    final String host;
    final String challenge;
    final Allowance events;
    final Allowance requests;
    final Map<String, Subscription> subscriptions = new HashMap<>();
    /** Answers that are under way: the first is being read, the others wait. */
    final Deque<Reading> readings = new ArrayDeque<>();
    /** Reconciliations that are under way, by name. */
    final Map<String, Syncs.Session> syncs = new HashMap<>();
    /** Keys that the client has proven (NIP-42). */
    final Set<Bytes> keys = new HashSet<>();
    int faults;

    Link(int number, String host, String challenge, RelayPolicy.Bounds bounds, long nowMillis) {
        this.number = number;
        this.host = host;
        this.challenge = challenge;
        this.events = new Allowance(bounds.eventsAMinute(), nowMillis);
        this.requests = new Allowance(bounds.requestsAMinute(), nowMillis);
    }

    /** Whether an event may be given to this client. */
    boolean maySee(Event event, RelayPolicy policy, long nowSeconds) {
        boolean hidden = policy.circlesToMembersOnly() && event.kind() == Envelope.KIND && !keys.contains(event.publicKey());
        return !hidden && event.expiration().map(end -> end > nowSeconds).orElse(true);
    }
}
