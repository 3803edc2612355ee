package weft.rounds.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The straight line over the round earth, times the means' detour factor (haversine formula, mean radius 6,371,009 m). */
public final class StraightLine implements Distances {
    private static final double RADIUS = 6_371_009;

    /** Nothing to set. */
    public StraightLine() {}

    @Override
    public Legs legs(List<Place> places, Means means) {
        return scaled(places.size(), table(places), means);
    }

    @Override
    public Map<Means, Legs> legs(List<Place> places, Set<Means> means) {
        double[] table = table(places);
        return means.stream().collect(Collectors.toMap(one -> one, one -> scaled(places.size(), table, one)));
    }

    private static Legs scaled(int places, double[] table, Means means) {
        return Legs.scaled(places, table, means.detour(), means.detour() / means.metresPerSecond());
    }

    /** As {@link #metres}, from the chords between points of a ball of radius 1: a root and an arc for each pair. */
    private static double[] table(List<Place> places) {
        int n = places.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double up = Math.toRadians(places.get(i).y());
            double along = Math.toRadians(places.get(i).x());
            x[i] = Math.cos(up) * Math.cos(along);
            y[i] = Math.cos(up) * Math.sin(along);
            z[i] = Math.sin(up);
        }
        double[] table = new double[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                double dx = x[a] - x[b];
                double dy = y[a] - y[b];
                double dz = z[a] - z[b];
                table[a * n + b] = 2 * RADIUS * arc(Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
                table[b * n + a] = table[a * n + b];
            }
        }
        return table;
    }

    /** The arc sine: within some hundred kilometres its series says it to the last digit, and much sooner. */
    private static double arc(double half) {
        double square = half * half;
        return half < 0.01 ? half * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * (15.0 / 336)))) : Math.asin(Math.min(1, half));
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
