package weft.pages.map;

import java.util.ArrayList;
import java.util.List;

/**
 * The land of the earth, at the scale of a page in an atlas: Natural Earth, 1:50,000,000, public domain. The file is made by
 * {@code pages/src/build/world.mjs}; each line is an outline, in the encoded polylines of hundredths of a degree that maps on the web use.
 */
final class Outlines {
    /** In hundredths of a degree. */
    private static final int AROUND = 36_000;
    private static final List<int[]> ALL = read();

    private Outlines() {}

    private static List<int[]> read() {
        List<int[]> out = new ArrayList<>();
        String text = MapText.read("world.txt");
        for (int from = 0, end = text.indexOf('\n'); end >= 0; from = end + 1, end = text.indexOf('\n', from)) {
            out.add(outline(text, from, end));
        }
        return out;
    }

    private static int[] outline(String text, int from, int end) {
        int[] numbers = new int[end - from];
        int count = 0;
        int at = from;
        int latitude = 0;
        int longitude = 0;
        while (at < end) {
            for (int half = 0; half < 2; half++) {
                int value = 0;
                int shift = 0;
                int c;
                do {
                    c = text.charAt(at++) - 63;
                    value |= (c & 31) << shift;
                    shift += 5;
                } while (c >= 32);
                int step = (value & 1) != 0 ? ~(value >> 1) : value >> 1;
                if (half == 0) {
                    latitude += step;
                } else {
                    longitude += step;
                }
            }
            numbers[count++] = longitude;
            numbers[count++] = latitude;
        }
        return continuous(java.util.Arrays.copyOf(numbers, count));
    }

    /**
     * Eastern Siberia lies on both sides of the date line: its outline goes on beyond 180 degrees instead of leaping to the other edge, which
     * would draw a bar around the world. Antarctica goes around the pole and stays as it is.
     */
    private static int[] continuous(int[] outline) {
        int[] out = outline.clone();
        int turns = 0;
        for (int i = 2; i < outline.length; i += 2) {
            turns += leap(outline[i - 2], outline[i]);
            out[i] += turns * AROUND;
        }
        turns += leap(outline[outline.length - 2], outline[0]);
        return turns == 0 ? out : outline;
    }

    private static int leap(int from, int to) {
        return from - to > AROUND / 2 ? 1 : to - from > AROUND / 2 ? -1 : 0;
    }

    /** Draws what a frame shows of them. */
    static void draw(Frame frame, Pen pen) {
        double size = frame.size();
        for (int[] outline : ALL) {
            double[] ring = new double[outline.length];
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double bottom = -Double.MAX_VALUE;
            for (int i = 0; i < outline.length; i += 2) {
                ring[i] = Frame.WIDTH / 2.0 + (Frame.across(outline[i] / 100.0) - frame.x()) * size;
                ring[i + 1] = Frame.HEIGHT / 2.0 + (Frame.down(outline[i + 1] / 100.0) - frame.y()) * size;
                left = Math.min(left, ring[i]);
                right = Math.max(right, ring[i]);
                top = Math.min(top, ring[i + 1]);
                bottom = Math.max(bottom, ring[i + 1]);
            }
            for (int turn = -1; turn <= 1; turn++) {
                double off = turn * size;
                if (right + off > 0 && left + off < Frame.WIDTH && bottom > 0 && top < Frame.HEIGHT) {
                    pen.ring(shifted(ring, off));
                }
            }
        }
    }

    private static double[] shifted(double[] ring, double off) {
        double[] out = ring.clone();
        for (int i = 0; i < out.length && off != 0; i += 2) {
            out[i] += off;
        }
        return out;
    }
}
