package weft.core.find;

import java.util.Optional;
import weft.core.entry.Point;
import weft.core.entry.Side;

/**
 * What is looked for; all that is set must hold.
 *
 * @param words all of these, or empty
 * @param typing whether the last word may still go on
 * @param side only needs or only offers
 * @param circle only what was put in under this number
 * @param from Unix seconds: what is over before doesn't count
 * @param until Unix seconds: what begins after doesn't count
 * @param around only what says where, and that near
 */
public record Search(
        String words, boolean typing, Optional<Side> side, Optional<Integer> circle, Optional<Long> from, Optional<Long> until, Optional<Around> around) {
    /**
     * A circle on the map.
     *
     * @param centre its middle
     * @param metres how far from there
     */
    public record Around(Point centre, double metres) {}

    /** Words alone, in all circles. */
    public static Search words(String words, boolean typing) {
        return new Search(words, typing, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
