package weft.sim.world;

import java.util.Map;
import java.util.TreeMap;

/** Told anew from the protocol, beside the node: what a node's clock has shown, and whether anybody has to doubt it. All in seconds. */
public final class ClockWatch {
    private static final long DAY = 86_400L;
    /** The most that two looks count as having run between them. */
    private static final long LOOK = 900;

    private final SimClock clock;
    private long last;
    private long peak;
    private long ran;
    private boolean doubting;
    private long lastFirst = Long.MIN_VALUE;
    /** By day since 1970: how long the node had run when its clock first showed that day or a later one, and nobody doubted it. */
    private final TreeMap<Long, Long> firstOn = new TreeMap<>();

    ClockWatch(SimClock clock) {
        this.clock = clock;
        long now = clock.seconds();
        last = now;
        peak = now;
    }

    /** The latest Unix second that the clock has shown and that nobody had to doubt (no leap of more than three days, or confirmed). */
    public long peak() {
        return peak;
    }

    /** A circle came from a node that may have forgotten more. */
    public void peakAtLeast(long seconds) {
        peak = Math.max(peak, seconds);
    }

    /** Whether the clock is right, by a person's look at another one. */
    public boolean right() {
        return clock.right();
    }

    /** Seconds that the node has been running and awake. */
    public long ran() {
        return ran;
    }

    /** The last day (since 1970) that the clock had reached when the node had run for so many seconds less than by now. */
    public long dayReached(long secondsAgo) {
        long day = 0;
        for (Map.Entry<Long, Long> one : firstOn.entrySet()) {
            day = one.getValue() <= ran - secondsAgo ? Math.max(day, one.getKey()) : day;
        }
        return day;
    }

    /** Whether the clock leapt and nobody has said yet that the date is right. */
    public boolean doubting() {
        return doubting;
    }

    /** The clock is looked at; answers whether it shows another day than before. */
    boolean look(long now) {
        long moved = now - last;
        doubting |= Math.abs(moved) > 3 * DAY;
        if (!doubting) {
            peak = Math.max(peak, now);
            long day = Math.floorDiv(now, DAY);
            if (day != lastFirst) {
                firstOn.putIfAbsent(day, ran);
                lastFirst = day;
            }
        }
        ran += Math.clamp(moved, 0, LOOK);
        boolean otherDay = Math.floorDiv(now, DAY) != Math.floorDiv(last, DAY);
        last = now;
        return otherDay;
    }

    /** The node says, after a start or a person's confirmation, whether it doubts. */
    public void started(boolean doubts, long now) {
        doubting = doubts;
        if (!doubts) {
            peak = Math.max(peak, now);
        }
    }
}
