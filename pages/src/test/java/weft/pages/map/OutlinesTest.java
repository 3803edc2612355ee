package weft.pages.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OutlinesTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private record Stroke(int fromX, int fromY, int toX, int toY) {}

    /** The strokes of a path: "M" and two numbers, then pairs of steps, "z" back to the beginning. */
    private static List<Stroke> strokes(String path) {
        List<Stroke> out = new ArrayList<>();
        for (String part : path.split("M")) {
            int[] at = null;
            Matcher numbers = NUMBER.matcher(part);
            while (numbers.find()) {
                int x = Integer.parseInt(numbers.group());
                assertThat(numbers.find()).isTrue();
                int y = Integer.parseInt(numbers.group());
                if (at != null) {
                    out.add(new Stroke(at[0], at[1], at[0] + x, at[1] + y));
                    at = new int[] {at[0] + x, at[1] + y};
                } else {
                    at = new int[] {x, y};
                }
            }
        }
        return out;
    }

    @Test
    void noCoastLeapsAroundTheWorld() {
        Pen pen = new Pen(1.4, Integer.MAX_VALUE);
        Outlines.draw(Frame.world(), pen);
        List<Stroke> strokes = strokes(pen.path());
        assertThat(strokes).hasSizeGreaterThan(1000);
        // Antarctica alone reaches around; it lies in the lowest quarter.
        assertThat(strokes).filteredOn(stroke -> stroke.fromY() < Frame.HEIGHT * 3 / 4).noneMatch(stroke -> Math.abs(stroke.toX() - stroke.fromX()) > 60);
    }

    @Test
    void easternSiberiaIsDrawnOnBothSidesOfTheDateLine() {
        for (double longitude : new double[] {176, -176}) {
            Pen pen = new Pen(1.4, Integer.MAX_VALUE);
            Outlines.draw(Frame.at(67.5, longitude, 4), pen);
            assertThat(strokes(pen.path())).as("at %s", longitude).hasSizeGreaterThan(5);
        }
    }
}
