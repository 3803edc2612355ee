package weft.rounds.model;

import java.util.List;

/** The straight line over the round earth, times the means' detour factor (haversine formula, mean radius 6,371,009 m). */
public final class StraightLine implements Distances {
    private static final double RADIUS = 6_371_009;

    /** Nothing to set. */
    public StraightLine() {}

    @Override
    public Legs legs(List<Place> places, Means means) {
        int n = places.size();
        return Legs.of(
                n,
                i -> means.detour() * metres(places.get(i / n), places.get(i % n)),
                i -> means.detour() * metres(places.get(i / n), places.get(i % n)) / means.metresPerSecond());
    }

    /** Metres between two places, as the crow flies. */
    public static double metres(Place a, Place b) {
        double south = Math.toRadians(a.y());
        double north = Math.toRadians(b.y());
        double up = Math.sin((north - south) / 2);
        double along = Math.sin(Math.toRadians(b.x() - a.x()) / 2);
        double h = up * up + Math.cos(south) * Math.cos(north) * along * along;
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
