package weft.core.view;

import java.util.List;
import java.util.Optional;
import weft.core.calendar.Occurrence;
import weft.core.entry.Doing;
import weft.wire.event.Day;

/**
 * A doing and one of its occurrences. Who comes is in here until that is over, and nowhere after.
 *
 * @param circle its circle
 * @param ref where to find it
 * @param doing its words
 * @param by whose idea it was
 * @param mine whether this node holds its first voice
 * @param calledOff whether its first voice said that it is over
 * @param lastDay the day with which it ends
 * @param next the occurrences that are not over, the earliest first, at most {@link #NEXT}
 * @param shown the occurrence asked for, or the next
 * @param parts what one can come for at that occurrence: being there, the shifts, the things to bring
 */
public record DoingView(
        CircleCard circle, Ref ref, Doing doing, Name by, boolean mine, boolean calledOff, Day lastDay, List<Occurrence> next, Optional<Occurrence> shown,
        List<PartView> parts) {
    /** How many of the next occurrences are listed. */
    public static final int NEXT = 12;

    /** Keeps unmodifiable copies. */
    public DoingView {
        next = List.copyOf(next);
        parts = List.copyOf(parts);
    }
}
