package weft.core.entry;

import java.util.Optional;

/**
 * Roughly where: a name of a place, a blurred point, or both. Never an address; that belongs in the aside.
 *
 * @param name may be empty where there is a point
 * @param point already blurred to the grid of {@link Point}
 */
public record Whereabouts(String name, Optional<Point> point) {
    /** A place by its name alone. */
    public static Whereabouts named(String name) {
        return new Whereabouts(name, Optional.empty());
    }
}
