package weft.core.view;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Asking;
import weft.core.entry.Thing;

/**
 * A thing as a line in the catalogue.
 *
 * @param ref where to find it
 * @param thing its words
 * @param with who says that it is with them; empty where it is where it is kept
 * @param until the day until which it is there, where one says so
 * @param mineNow whether it is with the reader
 * @param place the place of the catalogue where it is kept
 */
public record ThingCard(Ref ref, Thing thing, List<Name> with, Optional<Asking.Days> until, boolean mineNow, Optional<PlaceCard> place) {
    /** Keeps an unmodifiable copy. */
    public ThingCard {
        with = List.copyOf(with);
    }
}
