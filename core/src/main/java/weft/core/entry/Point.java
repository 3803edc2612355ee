package weft.core.entry;

/**
 * The centre of a cell of about 500 m: latitude on a grid of 1/200 degree, longitude on a grid that widens towards the
 * poles so that a cell keeps its breadth. {@link #blurred} is the only way to make one from a position.
 *
 * @param latitudeE6 millionths of a degree, -90,000,000..90,000,000
 * @param longitudeE6 millionths of a degree, -180,000,000..180,000,000
 */
public record Point(int latitudeE6, int longitudeE6) {
    private static final int LATITUDE_STEP = 5_000;

    /** Checks the range. */
    public Point {
        if (Math.abs((long) latitudeE6) > 90_000_000 || Math.abs((long) longitudeE6) > 180_000_000) {
            throw new IllegalArgumentException("no such point");
        }
    }

    /** The centre of the cell in which a position in degrees falls. */
    public static Point blurred(double latitude, double longitude) {
        int row = centre(Math.round(latitude * 1e6), LATITUDE_STEP, 90_000_000);
        return new Point(row, centre(Math.round(longitude * 1e6), longitudeStep(row), 180_000_000));
    }

    /** Whether this is the centre of a cell, as every point in an entry must be. */
    public boolean onGrid() {
        return equals(blurred(latitudeE6 / 1e6, longitudeE6 / 1e6));
    }

    private static int longitudeStep(int latitudeE6) {
        double cosine = Math.max(0.01, Math.cos(Math.toRadians(latitudeE6 / 1e6)));
        return (int) Math.round(LATITUDE_STEP / cosine);
    }

    private static int centre(long value, int step, int most) {
        long centre = Math.floorDiv(value, (long) step) * step + step / 2;
        return Math.clamp(centre, -most, most);
    }

    /** The distance in metres on a sphere (haversine). */
    public double metresTo(Point that) {
        double north = Math.toRadians((that.latitudeE6 - latitudeE6) / 1e6);
        double east = Math.toRadians((that.longitudeE6 - longitudeE6) / 1e6);
        double cosines = Math.cos(Math.toRadians(latitudeE6 / 1e6)) * Math.cos(Math.toRadians(that.latitudeE6 / 1e6));
        double haversine = Math.pow(Math.sin(north / 2), 2) + cosines * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
