package weft.sim.world;

/** When a node wants to be woken. One alarm is set at a time; one that rings no later is left alone, and whoever hears it looks again. */
final class Alarm {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Timeline time;
    private final Runnable rings;
    private long asked;
    private long order;
    private long armedAt;

    Alarm(Timeline time, Runnable rings) {
        this.time = time;
        this.rings = rings;
    }

    /** Unix seconds on the node's clock. */
    long asked() {
        return asked;
    }

    void ask(long unixSeconds) {
        asked = unixSeconds;
    }

    /** Sets it, by what the node's clock shows now in milliseconds; a day at most. */
    void set(long clockMillis) {
        long wait = Math.clamp(asked * 1000 - clockMillis, 1, DAY_MILLIS);
        if (armedAt > time.now() && armedAt <= time.now() + wait) {
            return;
        }
        armedAt = time.now() + wait;
        long mine = ++order;
        time.in(wait, () -> {
            if (mine == order) {
                armedAt = 0;
                rings.run();
            }
        });
    }

    void off() {
        order++;
        armedAt = 0;
    }
}
