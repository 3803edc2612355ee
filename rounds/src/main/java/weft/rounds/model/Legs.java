package weft.rounds.model;

import java.util.function.IntToDoubleFunction;

/** How far and how long it is from each place to each place by one means; immutable. */
public final class Legs {
    private final int places;
    private final double[] metres;
    private final double[] seconds;

    private Legs(int places, double[] metres, double[] seconds) {
        this.places = places;
        this.metres = metres;
        this.seconds = seconds;
    }

    /** Fills the tables: each function takes {@code from * places + to}. */
    public static Legs of(int places, IntToDoubleFunction metres, IntToDoubleFunction seconds) {
        double[] way = new double[places * places];
        double[] time = new double[places * places];
        for (int i = 0; i < way.length; i++) {
            way[i] = metres.applyAsDouble(i);
            time[i] = seconds.applyAsDouble(i);
            if (!(way[i] >= 0) || !(time[i] >= 0)) {
                throw new IllegalArgumentException(
                        "no way from place " + i / places + " to place " + i % places + ": the distance is " + way[i] + ", the time " + time[i]);
            }
        }
        return new Legs(places, way, time);
    }

    /** How many places the table knows. */
    public int places() {
        return places;
    }

    /** The way in metres (or units of the plane). */
    public double metres(int from, int to) {
        return metres[from * places + to];
    }

    /** The time in seconds (or units of the plane). */
    public double seconds(int from, int to) {
        return seconds[from * places + to];
    }
}
