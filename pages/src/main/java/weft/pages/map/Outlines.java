package weft.pages.map;

import java.util.ArrayList;
import java.util.List;

/**
 * The land of the earth, at the scale of a page in an atlas: Natural Earth, 1:50,000,000, public domain. The file is made by
 * {@code pages/src/build/world.mjs}; each line is an outline, in the encoded polylines of hundredths of a degree that maps on the web use.
 */
final class Outlines {
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
        return java.util.Arrays.copyOf(numbers, count);
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
