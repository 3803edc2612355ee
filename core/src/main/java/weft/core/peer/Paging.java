package weft.core.peer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;

/**
 * Fetches what a relay has of a circle and learns which ids those are: pages from the newest to the oldest (REQ with
 * {@code until} and {@code limit}), each ended by EOSE. Envelopes bear the hour alone, so an hour with more envelopes than the
 * relay puts in a page can't be fetched whole in this way. Each request bears a {@code since} long past that was drawn: some
 * relays answer a filter that they have just seen with the answer they gave then, and what came in between would be missed.
 */
final class Paging {
    private static final String PREFIX = "page-";

    private static final int LONG_PAST = 1_000_000_000;

    private final Bytes circle;
    private final Entropy entropy;
    private long drawn;
    private final Set<Bytes> seen = new HashSet<>();
    private int page;
    private int inPage;
    private int newInPage;
    private long oldest = Long.MAX_VALUE;
    private boolean done;
    private long lastWord;

    Paging(Bytes circle, long now, Entropy entropy) {
        this.circle = circle;
        this.entropy = entropy;
        this.lastWord = now;
    }

    /** What to ask first. */
    ClientMessage begin() {
        drawn = entropy.below(LONG_PAST);
        return ask(Optional.empty());
    }

    private ClientMessage ask(Optional<Long> until) {
        inPage = 0;
        newInPage = 0;
        Filter all = Filter.by(List.of(circle), List.of(Envelope.KIND)).from(drawn + page);
        return new ClientMessage.Subscribe(name(), List.of(all.page(until, PeerLimits.PAGE)));
    }

    private String name() {
        return PREFIX + page;
    }

    /** Whether a subscription is one of this. */
    boolean owns(String subscription) {
        return !done && subscription.equals(name());
    }

    /** An event of whichever subscription. */
    void heard(String subscription, Event event, long now) {
        if (seen.size() < PeerLimits.SEEN_PER_LINK && seen.add(event.id())) {
            newInPage++;
        }
        if (owns(subscription)) {
            inPage++;
            oldest = Math.min(oldest, event.createdAt());
            lastWord = now;
        }
    }

    /** A page has ended: what to say next; the last page is followed by nothing but its unsubscribing. */
    List<ClientMessage> ended(long now) {
        lastWord = now;
        ClientMessage close = new ClientMessage.Unsubscribe(name());
        if (inPage < PeerLimits.SMALL_PAGE || seen.size() >= PeerLimits.SEEN_PER_LINK) {
            done = true;
            return List.of(close);
        }
        // A page without anything new is all of one hour, or the relay repeats itself: go past it.
        long until = newInPage > 0 ? oldest : oldest - 1;
        oldest = until;
        page++;
        return List.of(close, ask(Optional.of(until)));
    }

    /** Waits no longer. */
    void giveUp() {
        done = true;
    }

    /** When to give up, Unix seconds. */
    long giveUpAt() {
        return done ? Long.MAX_VALUE : lastWord + PeerLimits.PAGE_SECONDS;
    }

    /** Whether all that can be fetched was. */
    boolean done() {
        return done;
    }

    /** The relay has an envelope: it sent it, or confirmed it. */
    void has(Bytes id) {
        if (seen.size() < PeerLimits.SEEN_PER_LINK) {
            seen.add(id);
        }
    }

    /** Whether the relay is known to have an envelope. */
    boolean lacks(Bytes id) {
        return !seen.contains(id);
    }
}
