package weft.core.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.message.ClientMessage;

/** When a circle's link is compared with the other side and by which way, and what follows: both get what they lack. */
final class Comparisons {
    private final PeerState state;
    private final Outgoing outgoing;
    private final Inviting inviting;
    /** By address: until when a relay is taken to have no NIP-77. */
    private final Map<String, Long> pagesUntil = new HashMap<>();

    Comparisons(PeerState state, Outgoing outgoing, Inviting inviting) {
        this.inviting = inviting;
        this.state = state;
        this.outgoing = outgoing;
    }

    /** The relay of a link has no NIP-77, it seems; it is not asked for it again that day. */
    void pagesOnly(Step step, Link link) {
        if (!link.near()) {
            pagesUntil.put(link.relay, step.now + PeerLimits.LISTS_SECONDS);
        }
    }

    /** Begins to find out how the other side of a circle's link differs. */
    void begin(Step step, Link link) {
        if (!(link.purpose instanceof Purpose.OfCircle(Bytes address)) || !state.circles.containsKey(address)) {
            return;
        }
        boolean lists = step.now - link.listedAt >= PeerLimits.LISTS_SECONDS;
        boolean first = link.listedAt == 0;
        if (first || lists) {
            // The first comparison is by fingerprints; lists come a day later, at another hour on each link.
            link.listedAt = first ? step.now - step.entropy.below((int) PeerLimits.LISTS_SECONDS / 2) : step.now;
        }
        CatchUp.Way way = !link.near() && step.now < pagesUntil.getOrDefault(link.relay, 0L) ? CatchUp.Way.PAGES
                : lists && !first ? CatchUp.Way.LISTS : CatchUp.Way.FINGERPRINTS;
        CatchUp catchUp = new CatchUp(state.primitives, state.circles.get(address), way, !link.near(), step.now, step.entropy);
        link.catchUp = Optional.of(catchUp);
        link.compareAt = Long.MAX_VALUE;
        step.effect(new Effect.Send(link.number.orElseThrow(), catchUp.begin()));
    }

    /** Says what a catch-up wants to say next. */
    void goOn(Step step, Link link, List<ClientMessage> say) {
        CatchUp catchUp = link.catchUp.orElseThrow();
        say.forEach(message -> step.effect(new Effect.Send(link.number.orElseThrow(), message)));
        if (catchUp.paged() && catchUp.unsupported()) {
            pagesOnly(step, link);
        }
        if (catchUp.done() && link.compareAt == Long.MAX_VALUE) {
            long pause = catchUp.paged() ? PeerLimits.PAGE_AGAIN_SECONDS : PeerLimits.COMPARE_AGAIN_SECONDS;
            link.compareAt = step.now + pause + step.entropy.below((int) pause / 2);
            if (catchUp.gaveUp()) {
                link.trouble = "silent";
                // A neighbour has no pages to fall back on; and it may not be silent at all, where it was this node's clock that jumped.
                link.compareAt = link.near() ? step.now + PeerLimits.COMPARE_SECONDS : link.compareAt;
            }
            caughtUp(step, link);
        }
    }

    private void caughtUp(Step step, Link link) {
        if (!(link.purpose instanceof Purpose.OfCircle(Bytes address)) || !state.circles.containsKey(address)) {
            return;
        }
        link.attempts = 0;
        Membership circle = state.circles.get(address);
        List<Bytes> lacking = new ArrayList<>();
        // What a comparison that came to its end did not name is on both sides, though its confirmation may have been lost.
        CatchUp catchUp = link.catchUp.orElseThrow();
        boolean told = !catchUp.paged() && !catchUp.gaveUp();
        circle.held.forEach((id, held) -> {
            boolean lacks = catchUp.lacks(id);
            boolean sent = (lacks || !held.confirmed) && link.unconfirmed.containsKey(id);
            held.confirmed |= told && !lacks && !sent;
            if (lacks && !sent && held.leaf.day().endsAt() > step.now) {
                lacking.add(id);
            }
        });
        inviting.confirmed(step, link.purpose);
        lacking.sort(null);
        link.waiting.addAll(lacking);
        outgoing.fill(step, link);
        step.show(address);
    }
}
