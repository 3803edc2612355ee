package weft.core.peer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /** The last moment this node looked at the clock, Unix seconds; 0 before the first. */
    long lastLook;
    /** Whether the clock moved too far since, so that a person has to say that the date is right. */
    boolean jumped;

    /** The day on which the node was started; none before the first step. */
    Optional<Day> startedOn = Optional.empty();
    /** Whether all stored envelopes have been given back. */
    boolean ready;
    /** Whether a vault that destroys something has to be written yet. */
    boolean undestroyed;

    PeerState(Primitives primitives) {
        this.primitives = primitives;
    }

    /** A circle of the reader's, acquaintances left out. */
    Optional<Membership> circle(Bytes address) {
        return Optional.ofNullable(circles.get(address)).filter(circle -> !circle.acquaintance);
    }

    /** Destroys all secrets. */
    void destroy() {
        circles.values().forEach(Membership::destroy);
        circles.clear();
        invitations.values().forEach(Invitation::destroy);
        invitations.clear();
    }
}
