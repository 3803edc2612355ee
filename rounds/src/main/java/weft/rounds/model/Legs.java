package weft.rounds.model;

import java.util.function.IntToDoubleFunction;

/** How far and how long it is from each place to each place by one means; immutable. */
public final class Legs {
    private final int places;
    private final double[] metres;
    private final double[] seconds;

    /** What a cell of each table is multiplied by. */
    private final double wayFactor;

    private final double timeFactor;
    private final boolean even;

    private Legs(int places, double[] metres, double wayFactor, double[] seconds, double timeFactor, boolean even) {
        this.places = places;
        this.metres = metres;
        this.wayFactor = wayFactor;
        this.seconds = seconds;
        this.timeFactor = timeFactor;
        this.even = even;
    }

    /**
     * One table for several means: both metres and seconds are as many times what stands there. Thousands of places fill tens of
     * megabytes, so it is shared and not copied.
     *
     * @param table {@code from * places + to}, none below 0, the same both ways; not changed from here on
     */
    static Legs scaled(int places, double[] table, double metres, double seconds) {
        return new Legs(places, table, metres, table, seconds, true);
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
        return new Legs(places, way, 1, time, 1, false);
    }

    /** How many places the table knows. */
    public int places() {
        return places;
    }

    /** The way in metres (or units of the plane). */
    public double metres(int from, int to) {
        return metres[from * places + to] * wayFactor;
    }

    /** The time in seconds (or units of the plane). */
    public double seconds(int from, int to) {
        return seconds[from * places + to] * timeFactor;
    }

    /** True where every way is as long and takes as long there as back, and is known to. */
    public boolean even() {
        return even;
    }
}
