package weft.node.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs at the usual pace and can be set. */
public final class MovedClock extends Clock {
    private volatile Duration ahead;

    /** Shows a moment now and goes on from there. */
    public MovedClock(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    /** Shows another moment from now on. */
    public void set(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    /** Shows what the machine's clock shows. */
    public void setRight() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
