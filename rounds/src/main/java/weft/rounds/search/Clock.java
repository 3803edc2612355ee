package weft.rounds.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** How much of a search is over: by its count of steps or by the seconds that an injected ticker tells, whichever is further. */
final class Clock {
    /** One that is never over. */
    static final Clock NEVER = new Clock(() -> 0, Double.POSITIVE_INFINITY, Long.MAX_VALUE, () -> false);

    private final DoubleSupplier seconds;
    private final double start;
    private final double allowed;
    private final long steps;
    private final BooleanSupplier stop;
    private final List<Clock> forks = new ArrayList<>();
    private long done;
    private double share;
    private boolean stopped;

    /** @param allowed seconds from now; infinite where only steps count */
    Clock(DoubleSupplier seconds, double allowed, long steps, BooleanSupplier stop) {
        this(seconds, seconds.getAsDouble(), allowed, steps, stop);
    }

    private Clock(DoubleSupplier seconds, double start, double allowed, long steps, BooleanSupplier stop) {
        this.seconds = seconds;
        this.start = start;
        this.allowed = allowed;
        this.steps = steps;
        this.stop = stop;
    }

    /** A clock that goes on from here for one of several searches. */
    Clock fork() {
        Clock fork = new Clock(seconds, start, allowed, steps, stop);
        fork.done = done;
        fork.share = share;
        synchronized (forks) {
            forks.add(fork);
        }
        return fork;
    }

    /** Goes on from where the furthest of the forks is. */
    void rejoin() {
        long most = done;
        for (Clock fork : forks) {
            most = Math.max(most, fork.done);
        }
        forks.clear();
        step(most - done);
    }

    /** Counts steps; asks the ticker each time, so callers count in batches. */
    void step(long count) {
        done += count;
        share = Math.max((double) done / steps, (seconds.getAsDouble() - start) / allowed);
        stopped |= stop.getAsBoolean();
    }

    /** Asks within a long piece of work whether the time is up, without counting a step. */
    boolean passed() {
        stopped |= stop.getAsBoolean();
        share = Math.max(share, (seconds.getAsDouble() - start) / allowed);
        return over();
    }

    /** From 0 to 1 and a little beyond. */
    double share() {
        return share;
    }

    boolean over() {
        return stopped || share >= 1;
    }
}
