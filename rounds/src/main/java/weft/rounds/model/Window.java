package weft.rounds.model;

/**
 * A span of time in seconds since the day's midnight (or in the units of a benchmark), both ends included.
 *
 * @param from the earliest moment
 * @param until the latest moment, not before {@code from}
 */
public record Window(double from, double until) {
    /** All day and all night. */
    public static final Window ALWAYS = new Window(0, 172_800);

    /** Refuses a window that ends before it starts. */
    public Window {
        if (!(from <= until)) {
            throw new IllegalArgumentException("a window ends before it starts: from " + from + " until " + until);
        }
    }
}
