package weft.core.view;

import weft.core.entry.Place;

/**
 * A place as a line in the catalogue.
 *
 * @param ref where to find it
 * @param place its words
 */
public record PlaceCard(Ref ref, Place place) {}
