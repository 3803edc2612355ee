package weft.wire.event;

/**
 * A day in UTC, counted from 2020-01-01 as day 0; 16 bits, so that it ends in the year 2199.
 *
 * @param number 0..65535
 */
public record Day(int number) implements Comparable<Day> {
    /** Seconds from the Unix epoch to 2020-01-01T00:00:00Z. */
    public static final long EPOCH_SECONDS = 1_577_836_800L;
    /** Seconds in a day. */
    public static final long SECONDS = 86_400L;
    /** The last number there is. */
    public static final int LAST = 0xffff;

    /** Checks the range. */
    public Day {
        if (number < 0 || number > LAST) {
            throw new IllegalArgumentException("no such day: " + number);
        }
    }

    /** The day in which a Unix time in seconds falls; times before day 0 count as day 0, after the last as the last. */
    public static Day at(long unixSeconds) {
        long number = Math.floorDiv(unixSeconds - EPOCH_SECONDS, SECONDS);
        return new Day(Math.clamp(number, 0, LAST));
    }

    /** The Unix time in seconds at which the day begins. */
    public long startsAt() {
        return EPOCH_SECONDS + number * SECONDS;
    }

    /** The Unix time in seconds at which the next day begins. */
    public long endsAt() {
        return startsAt() + SECONDS;
    }

    /** The day so many days later (or earlier, where negative), held within the range. */
    public Day plus(int days) {
        return new Day(Math.clamp((long) number + days, 0, LAST));
    }

    @Override
    public int compareTo(Day that) {
        return Integer.compare(number, that.number);
    }
}
