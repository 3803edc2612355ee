package weft.rounds.search;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** How much of a search is over: by its count of steps or by the seconds that an injected ticker tells, whichever is further. */
final class Clock {
    private final DoubleSupplier seconds;
    private final double start;
    private final double allowed;
    private final long steps;
    private final BooleanSupplier stop;
    private long done;
    private double share;
    private boolean stopped;

    /** @param allowed seconds from now; infinite where only steps count */
    Clock(DoubleSupplier seconds, double allowed, long steps, BooleanSupplier stop) {
        this.seconds = seconds;
        this.start = seconds.getAsDouble();
        this.allowed = allowed;
        this.steps = steps;
        this.stop = stop;
    }

    /** Counts steps; asks the ticker each time, so callers count in batches. */
    void step(long count) {
        done += count;
        share = Math.max((double) done / steps, (seconds.getAsDouble() - start) / allowed);
        stopped |= stop.getAsBoolean();
    }

    /** From 0 to 1. */
    double share() {
        return share;
    }

    boolean over() {
        return stopped || share >= 1;
    }

    long done() {
        return done;
    }
}
