package weft.node.shell;

import java.util.ArrayList;
import java.util.List;

/** How the program tells of its own faults: by kind and place, never by content. */
public final class Faults {
    private static final int MOST_PLACES = 6;

    private Faults() {}

    /** Such as {@code IllegalStateException at [Peer.java:87, NodeShell.java:210]}. */
    public static String places(Throwable fault) {
        List<String> places = new ArrayList<>();
        for (StackTraceElement place : fault.getStackTrace()) {
            if (places.size() < MOST_PLACES && place.getFileName() != null) {
                places.add(place.getFileName() + ":" + place.getLineNumber());
            }
        }
        return fault.getClass().getSimpleName() + " at " + places;
    }
}
