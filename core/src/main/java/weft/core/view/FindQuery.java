package weft.core.view;

import java.util.Optional;
import weft.core.entry.Side;
import weft.core.find.Search;
import weft.primitives.Bytes;

/**
 * What is looked for in everything the reader can read; all that is set must hold.
 *
 * @param words all of these
 * @param typing whether the last word may still go on
 * @param circle only in this circle
 * @param sort only these
 * @param side only needs or only offers; then nothing else is meant
 * @param from Unix seconds: not what is over before
 * @param until Unix seconds: not what begins after
 * @param around only what says where, and that near
 */
public record FindQuery(
        String words, boolean typing, Optional<Bytes> circle, Optional<Sort> sort, Optional<Side> side, Optional<Long> from,
         Optional<Long> until, Optional<Search.Around> around) {
    /** What can be found. */
    public enum Sort {
        /** Needs and offers. */
        ASKS,
        /** Doings. */
        DOINGS,
        /** Things and places. */
        THINGS,
        /** Practices. */
        PRACTICES
    }

    /** Words alone, in all circles. */
    public static FindQuery words(String words) {
        return new FindQuery(words, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
