package weft.pages;

import java.util.Optional;
import weft.core.entry.Point;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.map.Frame;

/**
 * Where a map is looked at, as it goes through forms: never through addresses, which browsers write into their history. Fields
 * {@code map-x} and {@code map-y} are the centre in hundred-millionths of the way around, {@code map-z} how near.
 */
final class MapLook {
    private static final double PARTS = 1e8;
    private static final double STEP = 0.4;

    private MapLook() {}

    /** The frame of a form after what its button or the script wants; nothing where the form has none. */
    static Optional<Frame> of(Fields fields) {
        Optional<Integer> x = whole(fields.get("map-x"));
        Optional<Integer> y = whole(fields.get("map-y"));
        Optional<Integer> z = whole(fields.get("map-z"));
        if (x.isEmpty() || y.isEmpty() || z.isEmpty()) {
            return Optional.empty();
        }
        Frame frame = new Frame(x.get() / PARTS, y.get() / PARTS, z.get());
        frame = frame.moved(pulled(fields.get("map-right")), pulled(fields.get("map-below")));
        String move = fields.get("map-move");
        return Optional.of(switch (move) {
            case "west" -> frame.moved(-Frame.WIDTH * STEP, 0);
            case "east" -> frame.moved(Frame.WIDTH * STEP, 0);
            case "north" -> frame.moved(0, -Frame.HEIGHT * STEP);
            case "south" -> frame.moved(0, Frame.HEIGHT * STEP);
            case "nearer" -> frame.zoomed(1);
            case "farther" -> frame.zoomed(-1);
            default -> near(frame, move);
        });
    }

    /** {@code near-} and a point: that in the middle, two steps nearer. */
    private static Frame near(Frame frame, String move) {
        Optional<Point> point = move.startsWith("near-") ? Moments.point(move.substring("near-".length())) : Optional.empty();
        return point.map(at -> Frame.at(at.latitudeE6() / 1e6, at.longitudeE6() / 1e6, frame.zoom() + 2)).orElse(frame);
    }

    private static double pulled(String text) {
        boolean minus = text.startsWith("-");
        return whole(minus ? text.substring(1) : text).map(n -> Math.min(n, 5_000)).map(n -> minus ? -n : n).orElse(0);
    }

    private static Optional<Integer> whole(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    static Html hidden(Frame frame) {
        return Html.many(Here.hidden("map-x", Long.toString(Math.round(frame.x() * PARTS))), Here.hidden("map-y", Long.toString(Math.round(frame.y() * PARTS))),
                Here.hidden("map-z", Integer.toString(frame.zoom())));
    }

    /** The buttons that move it: each sends the form around them. None says its type, so that they are not taken for the form's own button. */
    static Element buttons(Here here, Frame frame, boolean all) {
        Element out = Element.of(Tag.DIV).cls("steer").set(Attr.ROLE, "group").set(Attr.ARIA_LABEL, here.say("map.move"));
        out.with(button(here, "nearer", "+", "map.nearer", frame.zoom() < Frame.NEAREST), button(here, "farther", "\u2212", "map.farther", frame.zoom() > 0),
                button(here, "west", "\u2190", "map.west", true), button(here, "north", "\u2191", "map.north", true),
                button(here, "south", "\u2193", "map.south", true), button(here, "east", "\u2192", "map.east", true));
        return all ? out.with(Element.of(Tag.BUTTON).cls("plain").set(Attr.NAME, "map-move").set(Attr.VALUE, "all")
                .text(here.say("map.all"))) : out;
    }

    private static Element button(Here here, String move, String sign, String label, boolean can) {
        return Element.of(Tag.BUTTON).cls("plain sign").set(Attr.NAME, "map-move").set(Attr.VALUE, move)
                .set(Attr.ARIA_LABEL, here.say(label)).markIf(!can, Attr.DISABLED).text(sign);
    }
}
