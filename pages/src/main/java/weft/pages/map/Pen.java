package weft.pages.map;

import java.util.Arrays;

/**
 * Writes the path of many shapes as short as it can: cut at the drawing's edge, in whole units, without corners too near to be seen.
 * A shape's corners are x and y in turn.
 */
final class Pen {
    private static final double OVER = 6;

    private final StringBuilder out = new StringBuilder();
    private final double least;
    private final int most;

    /**
     * A pen.
     *
     * @param least how far apart corners are at least, in units
     * @param most how many characters it may write
     */
    Pen(double least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether more was drawn than fits. */
    boolean full() {
        return out.length() > most;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    /** The path. */
    String path() {
        return out.toString();
    }

    /** Whether a box touches the drawing. */
    static boolean reaches(double left, double top, double right, double bottom) {
        return right > -OVER && left < Frame.WIDTH + OVER && bottom > -OVER && top < Frame.HEIGHT + OVER;
    }

    /** An area smaller than this is not drawn. */
    static double leastArea(double least) {
        return 2 * least * least;
    }

    /** An area's ring. Which way it turns stays, so that holes stay holes. */
    void ring(double[] corners) {
        double[] cut = corners;
        for (int edge = 0; edge < 4 && cut.length >= 6; edge++) {
            cut = cut(cut, edge);
        }
        if (cut.length >= 6 && Math.abs(area(cut)) >= leastArea(least)) {
            write(cut, true);
        }
    }

    private static double area(double[] ring) {
        double sum = 0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
        }
        return sum / 2;
    }

    /** How far inside one of the drawing's edges a corner is; negative outside. */
    private static double inside(double x, double y, int edge) {
        return switch (edge) {
            case 0 -> x + OVER;
            case 1 -> Frame.WIDTH + OVER - x;
            case 2 -> y + OVER;
            default -> Frame.HEIGHT + OVER - y;
        };
    }

    /** Sutherland and Hodgman: what of a ring is on the near side of an edge. */
    private static double[] cut(double[] ring, int edge) {
        double[] out = new double[ring.length * 2];
        int size = 0;
        int last = ring.length - 2;
        double before = inside(ring[last], ring[last + 1], edge);
        for (int i = 0, j = last; i < ring.length; j = i, i += 2) {
            double now = inside(ring[i], ring[i + 1], edge);
            if (now >= 0 != before >= 0) {
                double part = before / (before - now);
                out[size++] = ring[j] + (ring[i] - ring[j]) * part;
                out[size++] = ring[j + 1] + (ring[i + 1] - ring[j + 1]) * part;
            }
            if (now >= 0) {
                out[size++] = ring[i];
                out[size++] = ring[i + 1];
            }
            before = now;
        }
        return Arrays.copyOf(out, size);
    }

    /** A line, of which only what crosses the drawing is written. */
    void line(double[] corners) {
        int from = 0;
        boolean within = false;
        for (int i = 2; i < corners.length; i += 2) {
            boolean crosses = crosses(corners, i - 2);
            if (crosses && !within) {
                from = i - 2;
            } else if (!crosses && within) {
                write(Arrays.copyOfRange(corners, from, i), false);
            }
            within = crosses;
        }
        if (within) {
            write(Arrays.copyOfRange(corners, from, corners.length), false);
        }
    }

    /** Whether the box around a piece of a line touches the drawing. */
    private static boolean crosses(double[] line, int at) {
        return Math.max(line[at], line[at + 2]) > -OVER && Math.min(line[at], line[at + 2]) < Frame.WIDTH + OVER
                && Math.max(line[at + 1], line[at + 3]) > -OVER && Math.min(line[at + 1], line[at + 3]) < Frame.HEIGHT + OVER;
    }

    private void write(double[] corners, boolean closed) {
        int mark = out.length();
        int startX = (int) Math.round(corners[0]);
        int startY = (int) Math.round(corners[1]);
        int x = startX;
        int y = startY;
        int written = 0;
        for (int i = 2; i < corners.length; i += 2) {
            boolean last = i + 2 >= corners.length;
            double dx = corners[i] - x;
            double dy = corners[i + 1] - y;
            if (dx * dx + dy * dy < least * least && !(last && !closed && written == 0)) {
                continue;
            }
            int toX = (int) Math.round(corners[i]);
            int toY = (int) Math.round(corners[i + 1]);
            if (toX == x && toY == y) {
                continue;
            }
            if (written == 0) {
                pair('M', startX, startY);
            }
            pair(written == 0 ? 'l' : ' ', toX - x, toY - y);
            written++;
            x = toX;
            y = toY;
        }
        if (closed && written < 2) {
            out.setLength(mark);
        } else if (closed) {
            out.append('z');
        }
    }

    private void pair(char before, int x, int y) {
        // A minus parts numbers as well as a blank does.
        if (before != ' ' || x >= 0) {
            out.append(before);
        }
        out.append(x);
        if (y >= 0) {
            out.append(' ');
        }
        out.append(y);
    }
}
