package weft.core.find;

/**
 * Distances on a sphere by additions and multiplications alone, so that a phone and a computer come to the same bit
 * (the sines of browsers and of Java differ in the last one).
 */
final class Globe {
    /** The mean radius of the earth in metres (IUGG). */
    static final double RADIUS = 6_371_008.7714;
    private static final double RADIANS_PER_E6 = Math.PI / 180e6;

    private Globe() {}

    /** The sine for an angle of -pi..pi: Taylor's series after folding to a quarter. */
    static double sin(double angle) {
        double x = angle > Math.PI / 2 ? Math.PI - angle : angle < -Math.PI / 2 ? -Math.PI - angle : angle;
        double square = x * x;
        double sum = 1;
        for (int i = 20; i >= 2; i -= 2) {
            sum = 1 - sum * square / (i * (i + 1));
        }
        return x * sum;
    }

    static double cos(double angle) {
        return sin(Math.PI / 2 - Math.abs(angle));
    }

    /** The square of half the chord between two places, on a sphere of radius 1: grows with the distance. */
    static double halfChordSquare(int latitudeE6, int longitudeE6, int otherLatitudeE6, int otherLongitudeE6) {
        double north = sin((otherLatitudeE6 - latitudeE6) * RADIANS_PER_E6 / 2);
        long turn = Math.abs((long) otherLongitudeE6 - longitudeE6);
        double east = sin(Math.min(turn, 360_000_000L - turn) * RADIANS_PER_E6 / 2);
        return north * north + cos(latitudeE6 * RADIANS_PER_E6) * cos(otherLatitudeE6 * RADIANS_PER_E6) * east * east;
    }

    /** The same measure for a distance in metres, at most half around the earth. */
    static double halfChordSquare(double metres) {
        double half = sin(Math.min(metres, RADIUS * Math.PI) / (2 * RADIUS));
        return half * half;
    }

    /** How many millionths of a degree a circle around a place reaches east and west; half around where it holds a pole. */
    static int reachE6(int latitudeE6, double metres) {
        double angle = metres / RADIUS;
        double edge = Math.abs(latitudeE6 * RADIANS_PER_E6) + angle;
        if (edge >= Math.PI / 2 - 1e-9) {
            return 180_000_000;
        }
        // The circle touches a meridian where the sine of its turn is sin(angle) / cos(latitude); an arc is at most pi/2 of its sine.
        double sine = sin(angle) / cos(latitudeE6 * RADIANS_PER_E6);
        return sine >= 1 ? 180_000_000 : (int) Math.min(180_000_000, arcSine(sine) / RADIANS_PER_E6 + 2);
    }

    /** By halving: never less than the true value. */
    private static double arcSine(double sine) {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (sin(middle) < sine) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** How many millionths of a degree a distance reaches north and south. */
    static int northE6(double metres) {
        return (int) Math.min(180_000_000, metres / RADIUS / RADIANS_PER_E6 + 2);
    }
}
