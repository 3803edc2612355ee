package weft.sim.world;

/** A node's clock: wrong by an offset, and gaining or losing. */
final class SimClock {
    private final Timeline time;
    private final long begin;
    private double rate;
    private long offset;

    SimClock(Timeline time, int driftPartsPerMillion) {
        this.time = time;
        this.begin = time.now();
        this.rate = driftPartsPerMillion / 1e6;
    }

    /** Unix milliseconds as this clock shows them. */
    long millis() {
        return time.now() + offset + (long) ((time.now() - begin) * rate);
    }

    long seconds() {
        return Math.floorDiv(millis(), 1000L);
    }

    void jump(long millis) {
        offset += millis;
    }

    /** Shows the right time from now on. */
    void setRight() {
        offset = 0;
        rate = 0;
    }

    /** Whether it is less than a minute off. */
    boolean right() {
        return Math.abs(millis() - time.now()) < 60_000;
    }
}
