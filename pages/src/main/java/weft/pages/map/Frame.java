package weft.pages.map;

import java.util.List;
import weft.core.entry.Point;

/**
 * The part of the earth that a map shows, in the Mercator projection that tiles are in.
 *
 * @param x of the centre: 0 is 180 degrees west, 1 is 180 degrees east
 * @param y of the centre: 0 is about 85 degrees north, 1 as far south
 * @param zoom how near: 0 shows the world, each step doubles
 */
public record Frame(double x, double y, int zoom) {
    /** How wide the drawing is, in its own units; a phone shows half a pixel for each, a laptop a little more than one. */
    public static final int WIDTH = 640;
    /** How high it is. */
    public static final int HEIGHT = 520;
    /** The nearest there is: at 500 m blur nothing would be seen better from nearer. */
    public static final int NEAREST = 15;
    /** How many units a tile takes at its own level. */
    static final int TILE = 512;

    private static final int MARGIN = 50;
    private static final double NORTHMOST = 85.05;
    private static final double AROUND = 40_075_017;

    /** Keeps the centre on the earth. */
    public Frame {
        x = x - Math.floor(x);
        y = Math.clamp(y, 0.0, 1.0);
        zoom = Math.clamp(zoom, 0, NEAREST);
    }

    /** All of the earth. */
    public static Frame world() {
        return new Frame(0.53, 0.4, 0);
    }

    /** A position in degrees in the middle. */
    public static Frame at(double latitude, double longitude, int zoom) {
        return new Frame(across(longitude), down(latitude), zoom);
    }

    /** As near as all of some points allow, but no nearer than a level; the world where there are none. */
    public static Frame around(List<Point> points, int nearest) {
        if (points.isEmpty()) {
            return world();
        }
        // Measured from the first, so that points on both sides of the date line lie beside each other.
        double first = across(points.getFirst().longitudeE6() / 1e6);
        double west = 0;
        double east = 0;
        double north = 1;
        double south = 0;
        for (Point point : points) {
            double off = near(across(point.longitudeE6() / 1e6) - first);
            west = Math.min(west, off);
            east = Math.max(east, off);
            double down = down(point.latitudeE6() / 1e6);
            north = Math.min(north, down);
            south = Math.max(south, down);
        }
        int zoom = nearest;
        while (zoom > 0 && ((east - west) * size(zoom) > WIDTH - 2 * MARGIN || (south - north) * size(zoom) > HEIGHT - 2 * MARGIN)) {
            zoom--;
        }
        return new Frame(first + (west + east) / 2, (north + south) / 2, zoom);
    }

    /** As near as a box in degrees allows. */
    public static Frame over(double west, double south, double east, double north) {
        double left = across(west);
        double top = down(north);
        double wide = Math.max(0, across(east) - left);
        double high = Math.max(0, down(south) - top);
        int zoom = NEAREST;
        while (zoom > 0 && (wide * size(zoom) > WIDTH - 2 * MARGIN || high * size(zoom) > HEIGHT - 2 * MARGIN)) {
            zoom--;
        }
        return new Frame(left + wide / 2, top + high / 2, zoom);
    }

    private static double size(int zoom) {
        return (double) TILE * (1 << zoom);
    }

    private static double near(double across) {
        return across - Math.rint(across);
    }

    static double across(double longitude) {
        return longitude / 360 + 0.5;
    }

    static double down(double latitude) {
        double sine = Math.sin(Math.toRadians(Math.clamp(latitude, -NORTHMOST, NORTHMOST)));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    /** How many units go around the earth. */
    double size() {
        return size(zoom);
    }

    /** How far to the right of the drawing's left edge a position lies. */
    public double right(double longitude) {
        return WIDTH / 2.0 + near(across(longitude) - x) * size();
    }

    /** How far below the drawing's upper edge a position lies. */
    public double below(double latitude) {
        return HEIGHT / 2.0 + (down(latitude) - y) * size();
    }

    /** Whether a point lies in the drawing. */
    public boolean shows(Point point) {
        double right = right(point.longitudeE6() / 1e6);
        double below = below(point.latitudeE6() / 1e6);
        return right >= 0 && right <= WIDTH && below >= 0 && below <= HEIGHT;
    }

    /** The degrees of latitude of what lies that far below the upper edge. */
    public double latitude(double below) {
        double down = y + (below - HEIGHT / 2.0) / size();
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * down))));
    }

    /** The degrees of longitude of what lies that far right of the left edge. */
    public double longitude(double right) {
        double across = x + (right - WIDTH / 2.0) / size();
        return (across - Math.floor(across)) * 360 - 180;
    }

    /** The same moved: what lay that far right and below is in the middle now. */
    public Frame moved(double right, double below) {
        return new Frame(x + right / size(), y + below / size(), zoom);
    }

    /** The same from nearer or farther. */
    public Frame zoomed(int steps) {
        return new Frame(x, y, zoom + steps);
    }

    /** How many metres a unit is, in the middle. */
    public double metres() {
        return AROUND * Math.cos(Math.toRadians(latitude(HEIGHT / 2.0))) / size();
    }
}
