package weft.relay.step;

/** A token bucket: so many a minute on average, four minutes' worth at once. */
final class Allowance {
    private static final int BURST_MINUTES = 4;

    private final int perMinute;
    private double left;
    private long seenMillis;

    Allowance(int perMinute, long nowMillis) {
        this.perMinute = perMinute;
        this.left = (double) perMinute * BURST_MINUTES;
        this.seenMillis = nowMillis;
    }

    /** Whether one more may pass; it is taken if so. A clock that goes back grants nothing and takes nothing. */
    boolean take(long nowMillis) {
        long passed = Math.max(0, nowMillis - seenMillis);
        seenMillis = nowMillis;
        left = Math.min((double) perMinute * BURST_MINUTES, left + perMinute * (passed / 60_000.0));
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
