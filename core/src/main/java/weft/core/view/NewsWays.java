package weft.core.view;

import java.util.Set;
import weft.primitives.Bytes;

/**
 * Of what, where and when a person wants to be told.
 *
 * @param desktop whether open pages may show notifications of the machine's own
 * @param quietFrom minutes after midnight, on the reader's clock, from which nothing interrupts; the same as {@code quietUntil} for no such hours
 * @param quietUntil minutes after midnight until which nothing does
 * @param kindsOff of what the person is not told
 * @param circlesOff of which circles the person is told nothing
 */
public record NewsWays(boolean desktop, int quietFrom, int quietUntil, Set<News> kindsOff, Set<Bytes> circlesOff) {
    /** Minutes of a day. */
    public static final int DAY = 1_440;

    /** Keeps unmodifiable copies. */
    public NewsWays {
        kindsOff = Set.copyOf(kindsOff);
        circlesOff = Set.copyOf(circlesOff);
    }

    /** Everything of all circles, in the pages alone. */
    public static NewsWays usual() {
        return new NewsWays(false, 0, 0, Set.of(), Set.of());
    }

    /** How many minutes it is still quiet at a minute of the day; 0 where it is not. */
    public int quietFor(int minute) {
        int lasts = Math.floorMod(quietUntil - quietFrom, DAY);
        int since = Math.floorMod(minute - quietFrom, DAY);
        return since < lasts ? lasts - since : 0;
    }
}
