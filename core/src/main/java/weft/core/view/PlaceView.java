package weft.core.view;

import java.util.List;
import weft.wire.event.Day;

/**
 * A place and the things that are kept there.
 *
 * @param circle its circle
 * @param card its line
 * @param name what it is called on labels, 16 hex digits
 * @param by who wrote it down
 * @param mine whether this node holds its first voice
 * @param gone whether its first voice said that it is no longer there
 * @param lastDay the day with which it fades
 * @param things what is kept there, by title
 */
public record PlaceView(CircleCard circle, PlaceCard card, String name, Name by, boolean mine, boolean gone, Day lastDay, List<ThingCard> things) {
    /** Keeps an unmodifiable copy. */
    public PlaceView {
        things = List.copyOf(things);
    }
}
