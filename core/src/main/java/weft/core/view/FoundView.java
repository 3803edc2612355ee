package weft.core.view;

import java.util.List;

/**
 * What was found.
 *
 * @param found what is open first, and of that what is wanted soonest; not more than {@link #MOST}
 * @param all how many there are in all
 */
public record FoundView(List<Found> found, int all) {
    /** How many are shown. */
    public static final int MOST = 50;

    /** Keeps an unmodifiable copy. */
    public FoundView {
        found = List.copyOf(found);
    }

    /**
     * One that was found.
     *
     * @param circle where
     * @param card its line on the board
     * @param inside whether the words stand in an answer or in the aside, which not everybody can read
     */
    public record Found(CircleCard circle, ThreadCard card, boolean inside) {}
}
