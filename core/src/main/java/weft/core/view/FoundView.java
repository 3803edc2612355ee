package weft.core.view;

import java.util.List;
import weft.core.entry.Doing;
import weft.core.entry.Listed;

/**
 * What was found.
 *
 * @param found what is open first, and of that what is wanted soonest; not more than {@link #MOST}
 * @param doings doings that are not over, the next one first; not more than {@link #MOST}
 * @param listed things and places, by title; not more than {@link #MOST}
 * @param practices practices, by title, the same words once; not more than {@link #MOST}
 * @param all how many there are in all
 */
public record FoundView(List<Found> found, List<FoundDoing> doings, List<FoundListed> listed, List<FoundPractice> practices, int all) {
    /** How many are shown. */
    public static final int MOST = 50;

    /** Keeps unmodifiable copies. */
    public FoundView {
        found = List.copyOf(found);
        doings = List.copyOf(doings);
        listed = List.copyOf(listed);
        practices = List.copyOf(practices);
    }

    /**
     * A doing that was found.
     *
     * @param circle where
     * @param ref where to find it
     * @param doing its words
     */
    public record FoundDoing(CircleCard circle, Ref ref, Doing doing) {}

    /**
     * A thing or a place that was found.
     *
     * @param circle where
     * @param ref where to find it
     * @param words its words
     */
    public record FoundListed(CircleCard circle, Ref ref, Listed words) {}

    /**
     * A practice that was found.
     *
     * @param circle on whose shelf
     * @param ref where to find it: the circle, and the voice that keeps it there
     * @param title its title
     */
    public record FoundPractice(CircleCard circle, Ref ref, String title) {}

    /**
     * One that was found.
     *
     * @param circle where
     * @param card its line on the board
     * @param inside whether the words stand in an answer or in the aside, which not everybody can read
     */
    public record Found(CircleCard circle, ThreadCard card, boolean inside) {}
}
