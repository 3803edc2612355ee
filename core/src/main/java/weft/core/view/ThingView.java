package weft.core.view;

import java.util.List;
import weft.wire.event.Day;

/**
 * A thing, where it is, and who asks for it. Who had it before is in here nowhere.
 *
 * @param circle its circle
 * @param card its line
 * @param name what it is called on labels, 16 hex digits
 * @param by who wrote it down
 * @param mine whether this node holds its first voice
 * @param gone whether its first voice said that it is no longer there
 * @param lastDay the day with which it fades
 * @param here with whom it is
 * @param asked who asks for it for certain days, the earliest first
 * @param line who waits until it is free
 */
public record ThingView(
        CircleCard circle, ThingCard card, String name, Name by, boolean mine, boolean gone, Day lastDay, List<AskingView> here, List<AskingView> asked,
        List<AskingView> line) {
    /** Keeps unmodifiable copies. */
    public ThingView {
        here = List.copyOf(here);
        asked = List.copyOf(asked);
        line = List.copyOf(line);
    }
}
