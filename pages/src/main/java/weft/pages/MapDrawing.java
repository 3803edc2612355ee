package weft.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.atlas.Atlas;
import weft.core.entry.Point;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.map.Frame;
import weft.pages.map.Ground;
import weft.pages.map.Sketches;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/** The parts of a page that are drawn: the ground, squares of 500 m, marks with the numbers of the list beside them. */
final class MapDrawing {
    /** How near to each other two marks can stand before they become one, in units. */
    private static final double APART = 52;
    /** How wide a square has to be to be drawn as one. */
    private static final double SEEN = 24;
    private static final int TOLD = 3;
    /** How many bytes are for the ground, the marks and the list: the head, the form, names and the frame around take the rest of 100,000. */
    private static final int ROOM = 84_000;
    private static final int STEP = 6_000;
    private static final int LEAST = 12_000;

    private MapDrawing() {}

    /** Things that stand so near to each other that one mark stands for them. */
    record Group(int number, double right, double below, List<MapSpot> spots) {
        MapSpot.Sort sort() {
            MapSpot.Sort first = spots.getFirst().sort();
            return spots.stream().allMatch(spot -> spot.sort() == first) ? first : MapSpot.Sort.SEVERAL;
        }

        Set<Point> squares() {
            Set<Point> out = new LinkedHashSet<>();
            spots.forEach(spot -> spot.point().ifPresent(out::add));
            return out;
        }
    }

    /** A map's file that could be opened, or why not. */
    record Opened(Optional<Atlas> atlas, Sketches sketches, Optional<Fault> trouble) {
        static Opened of(Here here) {
            Optional<MapFile> file = here.means().map().get();
            if (file.isEmpty()) {
                return new Opened(Optional.empty(), new Sketches(), Optional.empty());
            }
            return switch (Atlas.open(file.get().source())) {
                case Checked.Good<Atlas>(Atlas atlas) -> new Opened(Optional.of(atlas), file.get().sketches(), Optional.empty());
                case Checked.Bad<Atlas>(Fault fault, String ignored) -> new Opened(Optional.empty(), new Sketches(), Optional.of(fault));
            };
        }

        /** What lies under a frame, with names kept clear of what will stand there. */
        Ground ground(Here here, Frame frame, List<Ground.Spot> clear) {
            return Ground.draw(frame, atlas, sketches, here.language().tag(), clear, Ground.MOST);
        }

        /** The same on a page that has much else: drawn the more coarsely, so that all of it stays below 100 kB. */
        Ground ground(Here here, Frame frame, List<Ground.Spot> clear, List<? extends Html> besides) {
            int room = ROOM - besides.stream().mapToInt(one -> Bytes.utf8(one.render()).size()).sum();
            // In steps, so that one line more does not make another drawing.
            return Ground.draw(frame, atlas, sketches, here.language().tag(), clear, Math.clamp((long) (room / STEP) * STEP, LEAST, Ground.MOST));
        }
    }

    /** What of the spots lies in a frame, numbered from the north on. */
    static List<Group> groups(Frame frame, List<MapSpot> spots) {
        record Square(Point point, double right, double below) {}
        List<Square> squares = new ArrayList<>();
        spots.stream().flatMap(spot -> spot.point().stream()).filter(frame::shows).distinct()
                .forEach(point -> squares.add(new Square(point, frame.right(point.longitudeE6() / 1e6), frame.below(point.latitudeE6() / 1e6))));
        squares.sort(Comparator.comparingDouble(Square::below).thenComparingDouble(Square::right));
        List<Group> out = new ArrayList<>();
        List<Square> left = new ArrayList<>(squares);
        while (!left.isEmpty()) {
            Square first = left.getFirst();
            List<Square> near = left.stream().filter(square -> Math.hypot(square.right() - first.right(), square.below() - first.below()) < APART).toList();
            left.removeAll(near);
            double right = near.stream().mapToDouble(Square::right).average().orElse(0);
            double below = near.stream().mapToDouble(Square::below).average().orElse(0);
            Set<Point> points = new LinkedHashSet<>();
            near.forEach(square -> points.add(square.point()));
            out.add(new Group(out.size() + 1, right, below, spots.stream().filter(spot -> spot.point().filter(points::contains).isPresent()).toList()));
        }
        return out;
    }

    /** The drawing: the ground, what is on it, the scale. */
    static Element svg(Here here, Frame frame, Ground ground, List<? extends Html> over) {
        Element svg = Element.of(Tag.SVG).cls("atlas").set(Attr.VIEWBOX, "0 0 " + Frame.WIDTH + ' ' + Frame.HEIGHT).set(Attr.ROLE, "group")
                .set(Attr.ARIA_LABEL, here.say("map.title"));
        Element moving = Element.of(Tag.G).cls("moving").with(ground.below()).with(ground.names()).with(over);
        return svg.with(moving, scale(here, frame));
    }

    /** A group's squares, where they can be seen, and its mark, which leads to its part of the list. */
    static List<Html> marks(Here here, Frame frame, List<Group> groups) {
        List<Html> out = new ArrayList<>();
        for (Group group : groups) {
            group.squares().forEach(point -> square(frame, point, "square").ifPresent(out::add));
        }
        for (Group group : groups) {
            out.add(Element.of(Tag.A).set(Attr.HREF, "#spot-" + group.number()).cls("mark is-" + group.sort().code())
                    .set(Attr.ARIA_LABEL, group.number() + ": " + told(here, group))
                    .set(Attr.TRANSFORM, "translate(" + Math.round(group.right()) + ' ' + Math.round(group.below()) + ')')
                    .with(Element.of(Tag.G).with(symbol(group.sort()), number(Integer.toString(group.number())))));
        }
        return out;
    }

    static Element symbol(MapSpot.Sort sort) {
        return Element.of(Tag.PATH).set(Attr.D, sort.outline());
    }

    static Element number(String text) {
        return Element.of(Tag.TEXT).set(Attr.Y, "5").text(text);
    }

    private static String told(Here here, Group group) {
        List<String> titles = group.spots().stream().map(MapSpot::title).limit(TOLD).toList();
        String names = String.join(here.say("list.comma"), titles);
        return group.spots().size() > TOLD ? here.say("map.andMore", "names", names) : names;
    }

    /** The square of about 500 m in which a point lies; nothing where it is too small to be seen. */
    static Optional<Html> square(Frame frame, Point point, String style) {
        double latitude = point.latitudeE6() / 1e6;
        double narrow = Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        double wide = frame.right(point.longitudeE6() / 1e6 + 0.0025 / narrow) - frame.right(point.longitudeE6() / 1e6 - 0.0025 / narrow);
        double top = frame.below(latitude + 0.0025);
        double high = frame.below(latitude - 0.0025) - top;
        if (wide < SEEN) {
            return Optional.empty();
        }
        long left = Math.round(frame.right(point.longitudeE6() / 1e6) - wide / 2);
        return Optional.of(Element.of(Tag.PATH).cls(style).set(Attr.D, "M" + left + ' ' + Math.round(top) + 'h' + Math.round(wide) + 'v' + Math.round(high)
                + 'h' + -Math.round(wide) + 'z'));
    }

    /** How long a kilometre is, or as many as fit. */
    private static Element scale(Here here, Frame frame) {
        long most = Math.round(frame.metres() * 150);
        long step = 1;
        while (step * 10 <= most) {
            step *= 10;
        }
        long metres = step * 5 <= most ? step * 5 : step * 2 <= most ? step * 2 : step;
        long wide = Math.round(metres / frame.metres());
        String text = metres >= 1000 ? here.say("map.km", "n", metres / 1000) : here.say("map.m", "n", metres);
        int y = Frame.HEIGHT - 14;
        return Element.of(Tag.G).cls("scale").with(
                Element.of(Tag.PATH).set(Attr.D, "M14 " + (y - 6) + "v6h" + wide + "v-6"),
                Element.of(Tag.TEXT).set(Attr.X, Long.toString(14 + wide / 2)).set(Attr.Y, Integer.toString(y - 8)).text(text));
    }

    /** The style sheet and the script of maps. */
    static Html dress() {
        return Html.many(Element.of(Tag.LINK).set(Attr.REL, "stylesheet").set(Attr.HREF, "/assets/map.css"),
                Element.of(Tag.SCRIPT).set(Attr.SRC, "/assets/map.js").mark(Attr.DEFER));
    }

    /** Several faults are one and the same to a person. */
    static String sentence(String code) {
        return switch (code) {
            case "awaited", "unreadable", "not-pmtiles", "other-version", "not-vector", "other-packing" -> code;
            default -> "damaged";
        };
    }

    /** Whose map it is, and what is wrong with the file where something is. */
    static Html makers(Here here, Ground ground, Optional<Fault> trouble) {
        Optional<Fault> fault = trouble.or(ground::trouble);
        Html sentence = fault.<Html>map(one -> Element.of(Tag.P).cls("fault").text(here.say("map.fault." + sentence(one.code())))).orElse(Html.none());
        String makers = ground.makers().isEmpty() ? here.say("map.makers") : here.say("map.makers.file", "whose", ground.makers());
        return Html.many(sentence, Element.of(Tag.P).cls("hint makers").text(makers));
    }
}
