package weft.core.peer;

import weft.wire.event.Day;

/** Since when something is condemned, and how long the node has run since. */
final class Sentence {
    /** The day on which it was condemned. */
    final Day on;
    /** Seconds that this node has run since, in this start of it. */
    long ran;
    /** Whether it was condemned in an earlier start of the node. */
    final boolean fromBefore;

    Sentence(Day on, boolean fromBefore) {
        this.on = on;
        this.fromBefore = fromBefore;
    }

    /** Whether it may be destroyed. */
    boolean ripe(Day startedOn) {
        return ran >= PeerLimits.RUN_BEFORE_DESTROYING_SECONDS || fromBefore && startedOn.compareTo(on) > 0;
    }
}
