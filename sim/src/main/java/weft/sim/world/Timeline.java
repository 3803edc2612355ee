package weft.sim.world;

import java.util.PriorityQueue;

/** Virtual time: what is due, in order of time, and of asking where two are due at once. */
public final class Timeline {
    private record Due(long at, long order, Runnable work) implements Comparable<Due> {
        @Override
        public int compareTo(Due that) {
            return at != that.at ? Long.compare(at, that.at) : Long.compare(order, that.order);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long now;
    private long order;
    private long done;

    /** Begins at Unix milliseconds. */
    public Timeline(long begin) {
        now = begin;
    }

    /** Unix milliseconds. */
    public long now() {
        return now;
    }

    /** How many works were done. */
    public long done() {
        return done;
    }

    /** Something to do after so many milliseconds. */
    public void in(long millis, Runnable work) {
        if (millis < Long.MAX_VALUE / 8) {
            queue.add(new Due(now + Math.max(0, millis), order++, work));
        }
    }

    /** Does all that is due up to a moment. */
    public void runUntil(long millis) {
        while (!queue.isEmpty() && queue.peek().at <= millis) {
            Due due = queue.remove();
            now = due.at;
            done++;
            due.work.run();
        }
        now = millis;
    }
}
