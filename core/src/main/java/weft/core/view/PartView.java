package weft.core.view;

import java.util.List;
import weft.core.entry.Joining;

/**
 * Something to come for at one occurrence of a doing, and who does.
 *
 * @param part which
 * @param title of the shift or the thing; empty for simply being there
 * @param start Unix seconds
 * @param end Unix seconds
 * @param hands how many hands are welcome; 0 for as many as like
 * @param coming who comes for it, in no order that means anything
 * @param cannot who said that they can't after all, while that is shown
 * @param mine whether the reader is among those who come
 * @param always whether the reader's node puts the reader down for it each time
 */
public record PartView(Joining.Part part, String title, long start, long end, int hands, List<Name> coming, List<Name> cannot, boolean mine, boolean always) {
    /** Keeps unmodifiable copies. */
    public PartView {
        coming = List.copyOf(coming);
        cannot = List.copyOf(cannot);
    }

    /** Whether somebody is wanted and nobody comes. */
    public boolean open() {
        return coming.isEmpty();
    }
}
