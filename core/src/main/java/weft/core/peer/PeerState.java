package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.people.Regrouped;
import weft.core.view.DraftView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;

/** All that a node knows; together with the links, all there is. What outlives the process is in {@link VaultContent}. */
final class PeerState {
    final Primitives primitives;
    /** By address, in the reader's order. */
    final Map<Bytes, Membership> circles = new LinkedHashMap<>();
    /** By K, oldest first. */
    final Map<Bytes, Invitation> invitations = new LinkedHashMap<>();

    /** By address: fresh circles that acquaintances offered. */
    final Map<Bytes, Offer> offers = new LinkedHashMap<>();
    /** Own threads on their way into a fresh circle. */
    final List<Carry> carries = new ArrayList<>();

    /**
     * A fresh circle that waits for a person's word.
     *
     * @param by the acquaintance that offered it
     * @param what the circle and where it goes on from
     */
    record Offer(Bytes by, Regrouped what) {}

    /**
     * An own thread on its way into a fresh circle.
     *
     * @param from the circle it is in
     * @param thread its first voice there
     * @param to the fresh circle
     * @param due when, in Unix seconds
     */
    record Carry(Bytes from, Bytes thread, Bytes to, long due) {}

    /** What the person wants to be put down for each time. */
    final List<Standing> standing = new ArrayList<>();
    /** By a digest of circle, doing, date and shift: what the person was told nobody has joined, and until when to remember that. */
    final Map<Bytes, Day> alerted = new LinkedHashMap<>();
    /** The last day of a rest. */
    Optional<LocalDate> restsUntil = Optional.empty();
    /** What the person was told, and how they want to be. */
    final Tidings tidings = new Tidings(this);
    /** The secret part of the calendar's address for other programs, 16 bytes. */
    Optional<Bytes> feed = Optional.empty();

    /** Whether the person rests on a day. */
    boolean rests(LocalDate day) {
        return restsUntil.map(last -> !day.isAfter(last)).orElse(false);
    }
    /** By id, oldest first: what the reader is writing. */
    final Map<Bytes, DraftView> drafts = new LinkedHashMap<>();

    /** The last moment this node looked at the clock, Unix seconds; 0 before the first. */
    long lastLook;
    /** When the node asked to be called last, Unix seconds; 0 before the first. */
    long wakeAsked;
    /** New envelopes that one link may bring in an hour. */
    int newPerLinkHour = PeerLimits.NEW_PER_LINK_HOUR;
    /** Whether the clock moved too far since, so that a person has to say that the date is right. */
    boolean jumped;

    /** The day on which the node was started; none before the first step. */
    Optional<Day> startedOn = Optional.empty();
    /** Whether all stored envelopes have been given back. */
    boolean ready;
    /** The index of all that can be read. */
    final Finding finding = new Finding(this);
    /** Decides in which order equal fits are shown; drawn at each start. */
    long shuffle;
    /** Whether a vault that destroys something has to be written yet. */
    boolean undestroyed;

    PeerState(Primitives primitives) {
        this.primitives = primitives;
    }

    /** A circle of the reader's, acquaintances left out. */
    Optional<Membership> circle(Bytes address) {
        return Optional.ofNullable(circles.get(address)).filter(circle -> !circle.acquaintance);
    }

    /** The acquaintances. */
    List<Membership> acquaintances() {
        return circles.values().stream().filter(circle -> circle.acquaintance).toList();
    }

    /** An acquaintance by its address. */
    Optional<Membership> acquaintance(Bytes address) {
        return Optional.ofNullable(circles.get(address)).filter(circle -> circle.acquaintance);
    }

    /** Destroys all secrets. */
    void destroy() {
        circles.values().forEach(Membership::destroy);
        circles.clear();
        offers.values().forEach(offer -> offer.what().close());
        offers.clear();
        invitations.values().forEach(Invitation::destroy);
        invitations.clear();
        finding.tend();
    }
}
