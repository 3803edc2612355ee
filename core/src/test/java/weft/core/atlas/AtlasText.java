package weft.core.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A tile as the vectors write it down. */
final class AtlasText {
    private AtlasText() {}

    /** Each shape on a line of its own. */
    static String text(Tile tile) {
        List<String> lines = new ArrayList<>();
        for (Tile.Layer layer : tile.layers()) {
            for (Tile.Shape shape : layer.shapes()) {
                StringBuilder line = new StringBuilder(layer.name()).append(' ').append(shape.form().name().toLowerCase(java.util.Locale.ROOT));
                new TreeMap<>(shape.words()).forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
                line.append(" :");
                List<String> runs = new ArrayList<>();
                for (int[] run : shape.runs()) {
                    StringBuilder corners = new StringBuilder();
                    for (int i = 0; i < run.length; i += 2) {
                        corners.append(' ').append(run[i]).append(',').append(run[i + 1]);
                    }
                    runs.add(corners.toString());
                }
                lines.add(line + String.join(" |", runs));
            }
        }
        return String.join("\n", lines);
    }
}
