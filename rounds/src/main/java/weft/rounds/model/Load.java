package weft.rounds.model;

import java.util.Collections;
import java.util.List;

/**
 * Amounts of goods, one for each measure of the problem (crates, kilos, cold boxes), in the measures' order.
 *
 * @param amounts none negative
 */
public record Load(List<Double> amounts) {
    /** Refuses a negative amount. */
    public Load {
        amounts = List.copyOf(amounts);
        for (double amount : amounts) {
            if (!(amount >= 0)) {
                throw new IllegalArgumentException("an amount must be 0 or more, not " + amount);
            }
        }
    }

    /** The load with one measure. */
    public static Load of(double amount) {
        return new Load(List.of(amount));
    }

    /** Nothing, in so many measures. */
    public static Load none(int measures) {
        return new Load(Collections.nCopies(measures, 0.0));
    }
}
