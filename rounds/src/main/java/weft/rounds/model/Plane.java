package weft.rounds.model;

import java.util.List;

/** Euclid's distance in the plane of a benchmark, not rounded; one unit of way takes one unit of time. */
public final class Plane implements Distances {
    /** Nothing to set. */
    public Plane() {}

    @Override
    public Legs legs(List<Place> places, Means means) {
        int n = places.size();
        return Legs.of(n, i -> distance(places.get(i / n), places.get(i % n)), i -> distance(places.get(i / n), places.get(i % n)));
    }

    private static double distance(Place a, Place b) {
        double dx = a.x() - b.x();
        double dy = a.y() - b.y();
        return Math.sqrt(dx * dx + dy * dy);
    }
}
