package weft.core.view;

import java.util.List;
import weft.wire.event.Day;

/**
 * One circle's settings on this node.
 *
 * @param card its card
 * @param tellsNames whether acquaintances are told which voice in it is the reader's
 * @param since the day on which this node came into it
 * @param renewDue whether it is time to offer a renewal: 90 days since
 * @param hidden threads that are not shown on this node
 */
public record CircleView(CircleCard card, boolean tellsNames, Day since, boolean renewDue, List<ThreadCard> hidden) {
    /** Keeps an unmodifiable copy. */
    public CircleView {
        hidden = List.copyOf(hidden);
    }
}
