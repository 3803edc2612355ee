package weft.core.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * A vector tile (Mapbox Vector Tile 2.1), of which only the layers that are wanted are read.
 *
 * @param layers in the tile's order
 */
public record Tile(List<Layer> layers) {
    private static final int MOST_SHAPES = 60_000;
    private static final int MOST_CORNERS = 600_000;
    private static final int MOST_WORDS = 100_000;

    /** Keeps an unmodifiable copy. */
    public Tile {
        layers = List.copyOf(layers);
    }

    /**
     * A layer.
     *
     * @param name such as {@code water}
     * @param extent how many units a side of the tile has
     * @param shapes what is in it
     */
    public record Layer(String name, int extent, List<Shape> shapes) {
        /** Keeps an unmodifiable copy. */
        public Layer {
            shapes = List.copyOf(shapes);
        }
    }

    /** What a shape is. */
    public enum Form {
        /** Single corners. */
        POINT,
        /** Lines. */
        LINE,
        /** Rings, each closed: outer ones turn one way, holes the other. */
        AREA
    }

    /**
     * A shape.
     *
     * @param form what it is
     * @param words its attributes; numbers are written out, whole ones without a fraction
     * @param runs lines, rings or points: x and y in turn, in units of the layer
     */
    public record Shape(Form form, Map<String, String> words, List<int[]> runs) {
        /** Keeps unmodifiable copies. */
        public Shape {
            words = Map.copyOf(words);
            runs = List.copyOf(runs);
        }
    }

    /** Reads a tile's layers of some names. */
    public static Checked<Tile> read(Bytes bytes, Predicate<String> wanted) {
        return read(bytes, wanted, (layer, word) -> true);
    }

    /**
     * Reads a tile. A house in a town's tile bears a dozen words of which a map needs one, and there are tens of thousands of them.
     *
     * @param wanted which layers, by their names
     * @param words which attributes of a layer's shapes, by the names of both; the others are passed over
     */
    public static Checked<Tile> read(Bytes bytes, Predicate<String> wanted, BiPredicate<String, String> words) {
        return new Reading(wanted, words).tile(new Varints(bytes));
    }

    /** One reading; counts what was read. */
    private static final class Reading {
        private final Predicate<String> wanted;
        private final BiPredicate<String, String> words;
        private int shapes;
        private int corners;

        Reading(Predicate<String> wanted, BiPredicate<String, String> words) {
            this.wanted = wanted;
            this.words = words;
        }

        Checked<Tile> tile(Varints in) {
            List<Layer> layers = new ArrayList<>();
            while (in.more()) {
                long key = in.next();
                if (key == (3 << 3 | 2)) {
                    switch (layer(in.part())) {
                        case Checked.Good<Layer>(Layer layer) -> {
                            if (wanted.test(layer.name())) {
                                layers.add(layer);
                            }
                        }
                        case Checked.Bad<Layer> bad -> {
                            return bad.as();
                        }
                    }
                } else {
                    in.skip((int) (key & 7));
                }
            }
            return in.broken() ? Checked.bad(AtlasFault.BAD_TILE, "tile") : Checked.good(new Tile(layers));
        }

        private Checked<Layer> layer(Varints in) {
            String name = "";
            int extent = 4096;
            List<String> keys = new ArrayList<>();
            List<String> values = new ArrayList<>();
            List<Varints> features = new ArrayList<>();
            while (in.more()) {
                long key = in.next();
                if (key == (1 << 3 | 2)) {
                    name = in.part().text();
                } else if (key == (2 << 3 | 2)) {
                    features.add(in.part());
                } else if (key == (3 << 3 | 2)) {
                    keys.add(in.part().text());
                } else if (key == (4 << 3 | 2)) {
                    values.add(value(in.part()));
                } else if (key == 5 << 3) {
                    extent = in.small();
                } else {
                    in.skip((int) (key & 7));
                }
                if (features.size() > MOST_SHAPES || keys.size() > MOST_WORDS || values.size() > MOST_WORDS) {
                    return Checked.bad(AtlasFault.TOO_MUCH, "layer");
                }
            }
            if (in.broken() || extent < 1 || extent > 1 << 16) {
                return Checked.bad(AtlasFault.BAD_TILE, "layer");
            }
            return wanted.test(name) ? shapes(name, extent, features, keys, values) : Checked.good(new Layer(name, extent, List.of()));
        }

        private Checked<Layer> shapes(String name, int extent, List<Varints> features, List<String> keys, List<String> values) {
            List<Shape> out = new ArrayList<>();
            boolean[] kept = new boolean[keys.size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = words.test(name, keys.get(i));
            }
            for (Varints feature : features) {
                switch (shape(feature, extent, keys, kept, values)) {
                    case Checked.Good<List<Shape>>(List<Shape> read) -> out.addAll(read);
                    case Checked.Bad<List<Shape>> bad -> {
                        return bad.as();
                    }
                }
            }
            return Checked.good(new Layer(name, extent, out));
        }

        private static String value(Varints in) {
            String out = "";
            while (in.more()) {
                long key = in.next();
                out = switch ((int) (key >> 3)) {
                    case 1 -> in.part().text();
                    case 2 -> number(Float.intBitsToFloat((int) in.fixed(4)));
                    case 3 -> number(Double.longBitsToDouble(in.fixed(8)));
                    case 4, 5 -> Long.toString(in.next());
                    case 6 -> {
                        long zigzag = in.next();
                        yield Long.toString(zigzag >>> 1 ^ -(zigzag & 1));
                    }
                    case 7 -> in.next() != 0 ? "true" : "false";
                    default -> {
                        in.skip((int) (key & 7));
                        yield out;
                    }
                };
            }
            return out;
        }

        private static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
        }

        private static Optional<Form> form(int number) {
            return switch (number) {
                case 1 -> Optional.of(Form.POINT);
                case 2 -> Optional.of(Form.LINE);
                case 3 -> Optional.of(Form.AREA);
                default -> Optional.empty();
            };
        }

        /** No shape where its form is unknown: such are to be passed over. */
        private Checked<List<Shape>> shape(Varints in, int extent, List<String> keys, boolean[] kept, List<String> values) {
            Map<String, String> words = Map.of();
            int form = 0;
            List<int[]> runs = List.of();
            while (in.more()) {
                long key = in.next();
                if (key == (2 << 3 | 2)) {
                    Varints tags = in.part();
                    while (tags.more()) {
                        int k = tags.small();
                        int v = tags.small();
                        if (tags.broken() || k >= keys.size() || v >= values.size()) {
                            return Checked.bad(AtlasFault.BAD_TILE, "words");
                        }
                        if (kept[k]) {
                            words = words.isEmpty() ? new HashMap<>() : words;
                            words.put(keys.get(k), values.get(v));
                        }
                    }
                } else if (key == 3 << 3) {
                    form = in.small();
                } else if (key == (4 << 3 | 2)) {
                    switch (new Commands(extent, MOST_CORNERS - corners).read(in.part())) {
                        case Checked.Good<List<int[]>>(List<int[]> read) -> runs = read;
                        case Checked.Bad<List<int[]>> bad -> {
                            return bad.as();
                        }
                    }
                } else {
                    in.skip((int) (key & 7));
                }
            }
            runs.forEach(run -> corners += run.length / 2);
            if (in.broken()) {
                return Checked.bad(AtlasFault.BAD_TILE, "shape");
            }
            if (++shapes > MOST_SHAPES || corners > MOST_CORNERS) {
                return Checked.bad(AtlasFault.TOO_MUCH, "shapes");
            }
            List<int[]> read = runs;
            Map<String, String> said = words;
            return Checked.good(form(form).map(known -> List.of(new Shape(known, said, read))).orElse(List.of()));
        }
    }
}
