package weft.core.view;

import java.util.Optional;
import weft.core.entry.Side;
import weft.primitives.Bytes;

/**
 * What of a circle's board is wanted; nothing set means all that is open.
 *
 * @param circle the circle's address
 * @param side only needs or only offers
 * @param kind only of this kind
 * @param place only where somebody said this name of a place
 * @param from Unix seconds: not what is over before
 * @param until Unix seconds: not what begins after
 * @param words only what holds these words
 * @param withEnded also what is done or no longer wanted but not yet forgotten
 */
public record BoardQuery(Bytes circle, Optional<Side> side, Optional<String> kind, Optional<String> place, Optional<Long> from, Optional<Long> until,
        Optional<String> words, boolean withEnded) {
    /** All of a circle that holds some words, or all of it. */
    public static BoardQuery of(Bytes circle, Optional<String> words, boolean withEnded) {
        return new BoardQuery(circle, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words, withEnded);
    }

    /** All that is open in a circle. */
    public static BoardQuery all(Bytes circle) {
        return new BoardQuery(circle, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
