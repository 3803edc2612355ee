package weft.relay.step;

import java.util.Map;

/**
 * What a relay did since its start, for its keeper; names no circle, key or address.
 *
 * @param links open now
 * @param subscriptions open now
 * @param waiting events being checked or written now
 * @param storedBytes of JSON, now
 * @param taken events stored
 * @param duplicates events that were here already
 * @param refused events not taken, by the first word of the answer
 * @param delivered events sent to somebody
 * @param requests REQ answered
 * @param garbled frames that were no message
 */
public record Tally(
        int links, int subscriptions, int waiting, long storedBytes,
        long taken, long duplicates, Map<String, Long> refused, long delivered, long requests, long garbled) {
    /** Keeps an unmodifiable copy. */
    public Tally {
        refused = Map.copyOf(refused);
    }
}
