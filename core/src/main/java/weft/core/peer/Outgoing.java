package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/** What goes out on links: each envelope until the other side confirms it, within its pace. */
final class Outgoing {
    private final PeerState state;

    Outgoing(PeerState state) {
        this.state = state;
    }

    /** Publishes a fresh envelope on a link. */
    void publish(Step step, Link link, Event event) {
        if (link.unconfirmed.size() < PeerLimits.UNCONFIRMED && step.now >= link.pausedUntil) {
            link.unconfirmed.put(event.id(), new Link.Sending(step.now, 1));
            step.effect(new Effect.Send(link.number.orElseThrow(), new ClientMessage.Publish(event)));
        } else {
            link.waiting.add(event.id());
        }
    }

    /** Passes on what others brought: soon, unless the other side brings it itself in the meantime. */
    void passOn(Step step, Link link, Bytes id) {
        if (link.later.isEmpty()) {
            link.laterAt = step.now + (link.near() ? 1 : PeerLimits.PASS_ON_SECONDS + step.entropy.below(5));
        }
        link.later.add(id);
    }

    /** Sends again what was not confirmed, and what it is time for. */
    void tend(Step step, Link link) {
        if (!link.later.isEmpty() && step.now >= link.laterAt) {
            link.waiting.addAll(link.later);
            link.later.clear();
        }
        sendAgain(step, link);
        fill(step, link);
    }

    /** When it is time for something, Unix seconds. */
    static long nextLook(Link link) {
        long next = link.later.isEmpty() ? Long.MAX_VALUE : link.laterAt;
        for (Link.Sending sending : link.unconfirmed.values()) {
            next = Math.min(next, sending.at() + PeerLimits.CONFIRM_SECONDS);
        }
        if (!link.waiting.isEmpty() && link.unconfirmed.size() < PeerLimits.UNCONFIRMED) {
            next = Math.min(next, link.pausedUntil);
        }
        return next;
    }

    private void sendAgain(Step step, Link link) {
        List<Bytes> again = new ArrayList<>();
        for (Map.Entry<Bytes, Link.Sending> entry : List.copyOf(link.unconfirmed.entrySet())) {
            Link.Sending sending = entry.getValue();
            if (step.now < sending.at() + PeerLimits.CONFIRM_SECONDS) {
                continue;
            }
            link.unconfirmed.remove(entry.getKey());
            if (sending.times() < PeerLimits.SENDINGS && isHeld(link, entry.getKey())) {
                link.unconfirmed.put(entry.getKey(), new Link.Sending(step.now, sending.times() + 1));
                again.add(entry.getKey());
            } else {
                link.trouble = "unconfirmed";
            }
        }
        if (!again.isEmpty()) {
            step.effect(new Effect.SendStored(link.number.orElseThrow(), again));
        }
    }

    /** Sends what waits, as much as may be under way at once. */
    void fill(Step step, Link link) {
        List<Bytes> ids = new ArrayList<>();
        while (link.open && step.now >= link.pausedUntil && link.unconfirmed.size() < PeerLimits.UNCONFIRMED && !link.waiting.isEmpty()) {
            Bytes id = link.waiting.remove();
            if (isHeld(link, id) && !link.unconfirmed.containsKey(id)) {
                link.unconfirmed.put(id, new Link.Sending(step.now, 1));
                ids.add(id);
            }
        }
        if (!ids.isEmpty()) {
            step.effect(new Effect.SendStored(link.number.orElseThrow(), ids));
        }
    }

    private boolean isHeld(Link link, Bytes id) {
        return link.purpose instanceof Purpose.OfCircle(Bytes address)
                && state.circles.containsKey(address)
                && state.circles.get(address).held.containsKey(id);
    }
}
