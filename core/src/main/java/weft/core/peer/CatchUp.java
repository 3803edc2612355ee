package weft.core.peer;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/**
 * Finds out how one other side (a relay, a neighbour) and this node differ in a circle, and fetches what is missing here:
 * by NIP-77 first; where the other side does not speak it or breaks off, by pages. It begins with {@link #begin}, is given
 * what the other side says, says when it is {@link #done}, and then knows whether the other side {@link #lacks} an envelope.
 */
final class CatchUp {
    /** How the two are compared. */
    enum Way {
        /** By fingerprints of ranges (NIP-77). */
        FINGERPRINTS,
        /** By plain lists of all ids, in the frames of NIP-77: whoever inside makes fingerprints collide hides nothing from this. */
        LISTS,
        /** By pages of REQ. */
        PAGES
    }

    private final Membership circle;
    private final long begunAt;
    private final Entropy entropy;
    private Optional<Comparing> comparing;
    private Paging paging;
    private boolean paged;
    private boolean unsupported;
    private final boolean hasPages;
    private boolean gaveUp;

    /** One that goes by a way; {@code hasPages} where the other side can be asked for pages instead. */
    CatchUp(Primitives primitives, Membership circle, Way way, boolean hasPages, long now, Entropy entropy) {
        this.hasPages = hasPages;
        this.circle = circle;
        this.begunAt = now;
        this.comparing = way == Way.PAGES ? Optional.empty() : Optional.of(new Comparing(primitives, circle, way, now));
        this.entropy = entropy;
        this.paging = new Paging(circle.address, now, entropy);
    }

    /** What to ask first. */
    ClientMessage begin() {
        paged = comparing.isEmpty();
        return comparing.isPresent() ? comparing.get().begin() : paging.begin();
    }

    /** Whether a subscription is one of this. */
    boolean owns(String subscription) {
        return comparing.isPresent() ? comparing.get().owns(subscription) : paging.owns(subscription);
    }

    /** An event of whichever subscription. */
    void heard(String subscription, Event event, long now) {
        comparing.ifPresentOrElse(one -> one.heard(subscription, event.id(), now), () -> paging.heard(subscription, event, now));
    }

    /** A subscription of this has come to its end (EOSE). */
    List<ClientMessage> ended(long now) {
        return comparing.isPresent() ? comparing.get().ended(now) : paging.ended(now);
    }

    /** A message of NIP-77; empty where it belongs to nothing here or can't be read. */
    Optional<List<ClientMessage>> compared(String subscription, Bytes message, long now) {
        return comparing.filter(one -> one.owns(subscription)).flatMap(one -> one.take(message, now));
    }

    /** The other side can't or won't be compared so: goes on by pages. */
    List<ClientMessage> refused(long now) {
        if (comparing.isEmpty() || comparing.get().done()) {
            return List.of();
        }
        if (!hasPages) {
            comparing.get().giveUp();
            gaveUp = true;
            return List.of();
        }
        unsupported = !comparing.get().answered();
        comparing = Optional.empty();
        paging = new Paging(circle.address, now, entropy);
        paged = true;
        return List.of(paging.begin());
    }

    /** Whether it waits for the first word about a comparison, so that whatever says no means this. */
    boolean awaitsFirstAnswer() {
        return comparing.map(one -> !one.answered()).orElse(false);
    }

    /** Whether the other side showed that it has no NIP-77. */
    boolean unsupported() {
        return unsupported;
    }

    /** Whether it went by pages. */
    boolean paged() {
        return paged;
    }

    /** Goes on without what the other side has been silent about: by pages, or not at all. */
    List<ClientMessage> tend(long now) {
        if (now < giveUpAt()) {
            return List.of();
        }
        if (comparing.isPresent() && !comparing.get().fetching()) {
            return refused(now);
        }
        comparing.ifPresentOrElse(Comparing::giveUp, paging::giveUp);
        gaveUp = true;
        return List.of();
    }

    /** Whether it ended because the other side fell silent. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** When to give up or go on otherwise, Unix seconds. */
    long giveUpAt() {
        return comparing.isPresent() ? comparing.get().giveUpAt() : paging.giveUpAt();
    }

    /** When it began, Unix seconds. */
    long begunAt() {
        return begunAt;
    }

    /** Whether all that can be fetched was. */
    boolean done() {
        return comparing.isPresent() ? comparing.get().done() : paging.done();
    }

    /** The other side has an envelope: it sent it, or confirmed it. */
    void has(Bytes id) {
        comparing.ifPresentOrElse(one -> one.has(id), () -> paging.has(id));
    }

    /** Whether the other side lacks an envelope, as far as is known. */
    boolean lacks(Bytes id) {
        return comparing.isPresent() ? comparing.get().lacks(id) : paging.lacks(id);
    }
}
