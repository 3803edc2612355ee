package weft.core.view;

import java.util.List;

/**
 * The board of one circle.
 *
 * @param circle which
 * @param query what was asked for
 * @param threads what fits the query, what is wanted soonest first
 * @param kinds the kinds of help in use and the seeded ones, in the circle's own words
 * @param places the names of places in use, the most common first
 * @param count how many fit the query, be they among these or not
 */
public record BoardView(CircleCard circle, BoardQuery query, List<ThreadCard> threads, List<String> kinds, List<String> places, int count) {
    /** A board that shows all that fits. */
    public BoardView(CircleCard circle, BoardQuery query, List<ThreadCard> threads, List<String> kinds, List<String> places) {
        this(circle, query, threads, kinds, places, threads.size());
    }


    /** Keeps unmodifiable copies. */
    public BoardView {
        threads = List.copyOf(threads);
        kinds = List.copyOf(kinds);
        places = List.copyOf(places);
    }
}
