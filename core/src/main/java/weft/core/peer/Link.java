package weft.core.peer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;

/** A link to one relay for one purpose, through all its connections. */
final class Link {
    /** What it is for. */
    final Purpose purpose;
    /** The relay's address. */
    final String relay;

    /** The number of the present connection or attempt; none between two. */
    Optional<Integer> number = Optional.empty();
    /** Whether the present connection is open. */
    boolean open;
    /** How often in a row it could not be opened, or broke soon. */
    int attempts;
    /** When to open it again, Unix seconds. */
    long openAt;
    /** The last thing that went wrong, as a stable code. */
    String trouble = "";

    /** On a circle's link: what was fetched. */
    Optional<CatchUp> catchUp = Optional.empty();
    /** By id: what was sent on this connection and not yet confirmed. */
    final Map<Bytes, Sending> unconfirmed = new LinkedHashMap<>();
    /** What to send when there is room. */
    final Deque<Bytes> waiting = new ArrayDeque<>();
    /** No sending before this, where the relay asked for patience. */
    long pausedUntil;

    /** What others brought, to be passed on at {@link #laterAt} unless this side brings it too. */
    final Set<Bytes> later = new LinkedHashSet<>();
    long laterAt;
    /** When to compare again, Unix seconds. */
    long compareAt;
    /** When plain lists were compared last, Unix seconds. */
    long listedAt;

    /** When the present hour of counting began. */
    long hour;
    int garbage;
    int taken;
    int lookedAt;

    /** A sending that waits for its confirmation. */
    record Sending(long at, int times) {}

    Link(Purpose purpose, String relay, long openAt) {
        this.purpose = purpose;
        this.relay = relay;
        this.openAt = openAt;
    }

    /** Whether the other side is a neighbour on the same network rather than a relay. */
    boolean near() {
        return relay.startsWith(Neighbours.NEAR);
    }

    /** Whether it is for the envelopes of a circle. */
    boolean isOfCircle() {
        return purpose instanceof Purpose.OfCircle;
    }

    /** Whether all that is known passed in both directions. */
    boolean inStep() {
        return open && catchUp.map(CatchUp::done).orElse(near() || !isOfCircle()) && waiting.isEmpty() && unconfirmed.isEmpty();
    }

    /** Forgets what belonged to the connection that ended. */
    void reset() {
        number = Optional.empty();
        open = false;
        catchUp = Optional.empty();
        unconfirmed.clear();
        waiting.clear();
        later.clear();
        pausedUntil = 0;
    }

    /** Begins a new hour of counting where one has passed. */
    void count(long now) {
        if (now - hour >= 3600 || now < hour) {
            hour = now;
            garbage = 0;
            taken = 0;
            lookedAt = 0;
        }
    }
}
