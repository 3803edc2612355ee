package weft.rounds.model;

import java.util.List;

/**
 * Stops locked to a driver in this order; other stops may come between them.
 *
 * @param driver the driver's name
 * @param stops names of stops, first to last
 */
public record Order(String driver, List<String> stops) {
    /** Copies the list. */
    public Order {
        stops = List.copyOf(stops);
    }
}
