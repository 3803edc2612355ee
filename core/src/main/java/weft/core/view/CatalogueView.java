package weft.core.view;

import java.util.List;

/**
 * What a circle uses in common.
 *
 * @param circle whose
 * @param things by title, those that fit what was looked for
 * @param places by title, those that fit
 * @param kinds the kinds of things and places in use, by the alphabet
 */
public record CatalogueView(CircleCard circle, List<ThingCard> things, List<PlaceCard> places, List<String> kinds) {
    /** Keeps unmodifiable copies. */
    public CatalogueView {
        things = List.copyOf(things);
        places = List.copyOf(places);
        kinds = List.copyOf(kinds);
    }
}
