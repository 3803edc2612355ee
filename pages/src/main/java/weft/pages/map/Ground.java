package weft.pages.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weft.core.atlas.Atlas;
import weft.core.atlas.AtlasFault;
import weft.core.atlas.Tile;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/**
 * What lies under everything else on a map.
 *
 * @param below the ground itself
 * @param names of places, to be drawn over it
 * @param makers whom the supplied map's makers want named; empty where the program's own outline is shown alone
 * @param trouble why the supplied map can't be shown, where it can't
 */
public record Ground(List<Html> below, List<Html> names, String makers, Optional<Fault> trouble) {
    /** How many characters of paths a page bears. */
    private static final int MOST = 52_000;
    private static final int MOST_NAMES = 16;
    /** How many names are tried. */
    private static final int MOST_LABELS = 400;
    private static final int MOST_TILES = 12;
    private static final double FINE = 1.4;
    private static final double COARSE = 3.5;
    /** How far across, in units, a shape has to reach in one try after the other. */
    private static final int[] SHORTEST = {0, 16, 28, 44, 64};

    /** A position in the drawing. */
    public record Spot(double right, double below) {}

    /** Keeps unmodifiable copies. */
    public Ground {
        below = List.copyOf(below);
        names = List.copyOf(names);
    }

    /** The ground of a frame: the outlines of the land, and over them the tiles of a supplied map where it has them. */
    public static Ground draw(Frame frame, Optional<Atlas> atlas, String language) {
        return draw(frame, atlas, language, List.of());
    }

    /** The same, with names kept clear of what will stand there: positions in the drawing. */
    public static Ground draw(Frame frame, Optional<Atlas> atlas, String language, List<Spot> clear) {
        return sketch(frame, atlas, language).with(clear);
    }

    /** The same, of which what was drawn before is not drawn again. */
    public static Ground draw(Frame frame, Optional<Atlas> atlas, Sketches sketches, String language, List<Spot> clear) {
        return sketches.find(frame, language, () -> sketch(frame, atlas, language)).with(clear);
    }

    /** All of a ground that does not depend on what stands on it: the drawing, and the names that could be shown, the first ones first. */
    record Sketch(List<Html> below, List<Label> labels, String makers, Optional<Fault> trouble) {
        Ground with(List<Spot> clear) {
            return new Ground(below, names(labels, clear), makers, trouble);
        }
    }

    private static Sketch sketch(Frame frame, Optional<Atlas> atlas, String language) {
        List<Html> below = new ArrayList<>();
        Pen land = new Pen(FINE, Integer.MAX_VALUE);
        Outlines.draw(frame, land);
        if (!land.isEmpty()) {
            below.add(path("g-land", land));
        }
        if (atlas.isEmpty()) {
            return new Sketch(below, List.of(), "", Optional.empty());
        }
        return switch (tiles(frame, atlas.get(), language)) {
            case Checked.Good<List<Placed>>(List<Placed> tiles) -> {
                if (tiles.isEmpty()) {
                    yield new Sketch(below, List.of(), "", Optional.empty());
                }
                Pen squares = new Pen(FINE, Integer.MAX_VALUE);
                tiles.forEach(tile -> squares.ring(tile.square()));
                below.add(path("g-land", squares));
                below.addAll(looks(tiles));
                yield switch (atlas.get().makers()) {
                    case Checked.Good<String>(String makers) -> new Sketch(below, labels(frame, tiles, language), makers, Optional.empty());
                    case Checked.Bad<String>(Fault fault, String ignored) -> new Sketch(below, List.of(), "", Optional.of(fault));
                };
            }
            case Checked.Bad<List<Placed>>(Fault fault, String ignored) -> new Sketch(below, List.of(), "", Optional.of(fault));
        };
    }

    private static Element path(String style, Pen pen) {
        return Element.of(Tag.PATH).cls(style).set(Attr.D, pen.path());
    }

    /** A tile and where it lies in the drawing. */
    private record Placed(Tile tile, double left, double top, double size) {
        double[] square() {
            return new double[] {left, top, left + size, top, left + size, top + size, left, top + size};
        }

        double[] corners(Tile.Layer layer, int[] run) {
            double[] out = new double[run.length];
            double unit = size / layer.extent();
            for (int i = 0; i < run.length; i += 2) {
                out[i] = left + run[i] * unit;
                out[i + 1] = top + run[i + 1] * unit;
            }
            return out;
        }

        /** A run as it lies in the drawing; nothing where none of it would be seen. */
        Optional<Run> run(Tile.Layer layer, int[] run, boolean area) {
            int west = Integer.MAX_VALUE;
            int east = Integer.MIN_VALUE;
            int north = Integer.MAX_VALUE;
            int south = Integer.MIN_VALUE;
            for (int i = 0; i < run.length; i += 2) {
                west = Math.min(west, run[i]);
                east = Math.max(east, run[i]);
                north = Math.min(north, run[i + 1]);
                south = Math.max(south, run[i + 1]);
            }
            double unit = size / layer.extent();
            double wide = (east - west) * unit;
            double high = (south - north) * unit;
            boolean seen = Pen.reaches(left + west * unit, top + north * unit, left + east * unit, top + south * unit)
                    && (!area || wide * high >= Pen.leastArea(FINE));
            return seen ? Optional.of(new Run(corners(layer, run), Math.max(wide, high))) : Optional.empty();
        }
    }

    /** Corners in the drawing, and how far they reach across or down. */
    private static final class Run {
        private final double[] corners;
        private final double reach;

        Run(double[] corners, double reach) {
            this.corners = corners;
            this.reach = reach;
        }

        double[] corners() {
            return corners;
        }

        double reach() {
            return reach;
        }
    }

    private static boolean isWord(String layer, String word, String language) {
        return Label.isNamed(layer) ? Label.isWord(word, language) : Look.isWord(word);
    }

    /** The tiles under a frame. All that are awaited are asked for before it says so, so that they come together. */
    private static Checked<List<Placed>> tiles(Frame frame, Atlas atlas, String language) {
        int level = Math.clamp(frame.zoom(), 0, atlas.head().most());
        if (level < atlas.head().least()) {
            return Checked.good(List.of());
        }
        double size = Frame.TILE * Math.pow(2, frame.zoom() - level);
        int side = 1 << level;
        double centreX = frame.x() * side;
        double centreY = frame.y() * side;
        List<Placed> out = new ArrayList<>();
        boolean awaited = false;
        for (int y = (int) Math.floor(centreY - Frame.HEIGHT / 2.0 / size); y <= centreY + Frame.HEIGHT / 2.0 / size; y++) {
            for (int x = (int) Math.floor(centreX - Frame.WIDTH / 2.0 / size); x <= centreX + Frame.WIDTH / 2.0 / size && out.size() < MOST_TILES; x++) {
                switch (atlas.tile(level, Math.floorMod(x, side), y)) {
                    case Checked.Good<Optional<Bytes>>(Optional<Bytes> bytes) -> {
                        double left = Frame.WIDTH / 2.0 + (x - centreX) * size;
                        double top = Frame.HEIGHT / 2.0 + (y - centreY) * size;
                        Checked<Tile> tile = bytes.isEmpty() || awaited ? Checked.good(new Tile(List.of()))
                                : Tile.read(bytes.get(), name -> Look.isDrawn(name) || Label.isNamed(name),
                                        (layer, word) -> isWord(layer, word, language));
                        if (tile instanceof Checked.Bad<Tile> bad) {
                            return bad.as();
                        }
                        if (bytes.isPresent()) {
                            out.add(new Placed(tile.orThrow(), left, top, size));
                        }
                    }
                    case Checked.Bad<Optional<Bytes>> bad -> {
                        if (bad.fault() != AtlasFault.AWAITED) {
                            return bad.as();
                        }
                        awaited = true;
                    }
                }
            }
        }
        return awaited ? Checked.bad(AtlasFault.AWAITED, "tiles") : Checked.good(out);
    }

    /** Each look is one path: drawn finely where that fits, else coarsely, else without what is short, else not at all. */
    private static List<Html> looks(List<Placed> tiles) {
        Map<Look, List<Run>> found = found(tiles);
        Map<Look, Pen> drawn = new EnumMap<>(Look.class);
        int left = MOST;
        for (Look look : Look.BY_NEED) {
            List<Run> runs = found.getOrDefault(look, List.of());
            Pen pen = draw(runs, look, new Pen(FINE, left), 0);
            for (int shortest : SHORTEST) {
                pen = pen.full() ? draw(runs, look, new Pen(COARSE, left), shortest) : pen;
            }
            if (!pen.full() && !pen.isEmpty()) {
                drawn.put(look, pen);
                left -= pen.path().length();
            }
        }
        List<Html> out = new ArrayList<>();
        drawn.forEach((look, pen) -> out.add(path(look.style(), pen)));
        return out;
    }

    private static Map<Look, List<Run>> found(List<Placed> tiles) {
        Map<Look, List<Run>> out = new EnumMap<>(Look.class);
        for (Placed placed : tiles) {
            for (Tile.Layer layer : placed.tile().layers()) {
                for (Tile.Shape shape : layer.shapes()) {
                    Look.of(layer.name(), shape).ifPresent(look -> {
                        List<Run> runs = out.computeIfAbsent(look, ignored -> new ArrayList<>());
                        for (int[] run : shape.runs()) {
                            if (run.length >= (look.isArea() ? 6 : 4)) {
                                placed.run(layer, run, look.isArea()).ifPresent(runs::add);
                            }
                        }
                    });
                }
            }
        }
        return out;
    }

    private static Pen draw(List<Run> runs, Look look, Pen pen, int shortest) {
        for (Run run : runs) {
            if (run.reach() < shortest) {
                continue;
            }
            if (look.isArea()) {
                pen.ring(run.corners());
            } else {
                pen.line(run.corners());
            }
            if (pen.full()) {
                return pen;
            }
        }
        return pen;
    }

    private static List<Label> labels(Frame frame, List<Placed> tiles, String language) {
        List<Label> all = new ArrayList<>();
        for (Placed placed : tiles) {
            for (Tile.Layer layer : placed.tile().layers()) {
                if (Label.isNamed(layer.name())) {
                    layer.shapes().stream().filter(shape -> !shape.runs().isEmpty()).forEach(shape -> {
                        double[] at = placed.corners(layer, shape.runs().getFirst());
                        Label.of(shape, language, at[0], at[1], frame.zoom()).ifPresent(all::add);
                    });
                }
            }
        }
        all.sort(Comparator.comparingDouble(Label::place));
        return all.subList(0, Math.min(all.size(), MOST_LABELS));
    }

    private static List<Html> names(List<Label> all, List<Spot> clear) {
        List<Label> shown = new ArrayList<>();
        for (Label label : all) {
            // Where a mark will stand, the name goes below or above it.
            Stream.of(0, 36, -30).map(label::lower).filter(moved -> isFree(moved, shown, clear)).findFirst()
                    .filter(moved -> shown.size() < MOST_NAMES).ifPresent(shown::add);
        }
        List<Html> out = new ArrayList<>();
        shown.forEach(label -> out.add(Element.of(Tag.TEXT).cls(label.large() ? "g-name large" : "g-name")
                .set(Attr.X, Long.toString(Math.round(label.right()))).set(Attr.Y, Long.toString(Math.round(label.below()))).text(label.text())));
        return out;
    }

    private static boolean isFree(Label label, List<Label> shown, List<Spot> clear) {
        boolean within = label.right() > 20 && label.right() < Frame.WIDTH - 20 && label.below() > 16 && label.below() < Frame.HEIGHT - 30;
        return within && shown.stream().noneMatch(label::touches) && clear.stream().noneMatch(spot ->
                Math.abs(spot.right() - label.right()) < label.reach() + 18 && Math.abs(spot.below() - label.below()) < 29);
    }
}
