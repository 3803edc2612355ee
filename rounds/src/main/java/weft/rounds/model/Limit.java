package weft.rounds.model;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * How long a search may take: whichever of the two bounds comes first.
 *
 * @param seconds by the ticker; infinite where only steps count, which makes the plan the same on every machine
 * @param steps of each thread's search
 * @param ticker tells seconds from some fixed moment; never asked by anything but this limit
 * @param stop turns true when somebody wants the best plan so far at once
 */
public record Limit(double seconds, long steps, DoubleSupplier ticker, BooleanSupplier stop) {
    /** So many steps, with no clock. */
    public static Limit steps(long steps) {
        return new Limit(Double.POSITIVE_INFINITY, steps, () -> 0, () -> false);
    }

    /** So many seconds of the ticker. */
    public static Limit seconds(double seconds, DoubleSupplier ticker) {
        return new Limit(seconds, Long.MAX_VALUE, ticker, () -> false);
    }
}
