package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Place;
import weft.core.entry.Point;
import weft.core.entry.Whereabouts;
import weft.core.view.CircleCard;
import weft.core.view.PlaceCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.map.Frame;
import weft.pages.map.Ground;

/**
 * Choosing where on a map, as a part of a larger form: the map is moved under a cross, by buttons, arrow keys or dragging, and the spot
 * taken. The form's field {@code point} is all that comes of it, a square of 500 m already. Every button sends the whole form and gets it
 * back with the map as it is now, so that nothing typed is lost where there is no script.
 */
final class MapPick {
    private static final int NEAR_AT_FIRST = 12;

    private MapPick() {}

    /** Whether a form was sent for the map alone: then it is shown again, and nothing is done. */
    static boolean isMove(Request request) {
        return !request.field("map-move").isEmpty();
    }

    /** What the enter key presses in a form that holds a map: else it would be the first of the map's buttons. */
    static Element enter(Here here, String text) {
        return Element.of(Tag.BUTTON).cls("unseen").set(Attr.TABINDEX, "-1").set(Attr.ARIA_HIDDEN, "true").text(here.say(text));
    }

    /** The part of a form: what is chosen, and the map where it is open. */
    static Element fields(Here here, CircleCard circle, Fields fields) {
        String move = here.request().field("map-move");
        boolean open = !move.isEmpty() && !move.equals("shut") && !move.equals("take") && (!move.equals("drop") || !fields.get("map-z").isEmpty());
        Optional<Point> chosen = chosen(fields, move);
        Element out = Element.of(Tag.DIV).id("f-point").cls("picker").set(Attr.ROLE, "group").set(Attr.ARIA_LABEL, here.say("map.pick.title"));
        if (!open) {
            chosen.ifPresent(point -> out.with(taken(here, point)));
            return out.with(Here.hidden("point", chosen.map(Moments::point).orElse("")), Element.of(Tag.DIV).cls("actions").with(
                    button(here, "open", "map.pick.open"), chosen.isPresent() ? button(here, "drop", "map.pick.drop") : Html.none()),
                    move.isEmpty() ? Html.none() : MapLook.of(fields).<Html>map(MapLook::hidden).orElse(Html.none()));
        }
        return out.with(MapDrawing.dress(), MapPage.view(here, MapPage.path(circle) + "/pick").with(view(here, circle, fields, chosen)));
    }

    private static Element taken(Here here, Point point) {
        return Element.of(Tag.P).cls("status").text(here.say("map.pick.taken", "point", Moments.shown(point)));
    }

    private static Optional<Point> chosen(Fields fields, String move) {
        if (move.equals("drop")) {
            return Optional.empty();
        }
        Optional<Point> before = Moments.point(fields.get("point"));
        return move.equals("take") ? MapLook.of(fields).map(frame -> Point.blurred(frame.latitude(Frame.HEIGHT / 2.0), frame.longitude(Frame.WIDTH / 2.0))).or(
                () -> before) : before;
    }

    /** The map alone, for a script that has moved it. */
    static Reply moved(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        String move = here.request().field("map-move");
        Element view = MapPage.view(here, MapPage.path(circle) + "/pick").with(view(here, circle, fields, chosen(fields, move)));
        return new Reply.Page(Layout.page(here, 200, here.say("map.pick.title"), Optional.of(circle), here.heading("map.pick.title"), view));
    }

    private static List<Html> view(Here here, CircleCard circle, Fields fields, Optional<Point> chosen) {
        List<PlaceCard> known = known(here, circle);
        Frame frame = frame(here, circle, fields, chosen, known);
        MapDrawing.Opened opened = MapDrawing.Opened.of(here);
        Ground ground = opened.ground(here, frame, List.of());
        List<Html> over = new ArrayList<>();
        chosen.flatMap(point -> MapDrawing.square(frame, point, "square chosen")).ifPresent(over::add);
        int x = Frame.WIDTH / 2;
        int y = Frame.HEIGHT / 2;
        Element svg = MapDrawing.svg(here, frame, ground, over);
        svg.with(Element.of(Tag.PATH).cls("cross").set(Attr.D, "M" + (x - 26) + ' ' + y + "h18m16 0h18M" + x + ' ' + (y - 26) + "v18m0 16v18"));
        List<Html> out = new ArrayList<>(List.of(
                Element.of(Tag.P).cls("hint").text(here.say("map.pick.hint")),
                Here.hidden("point", chosen.map(Moments::point).orElse("")), MapLook.hidden(frame),
                Element.of(Tag.DIV).cls("map-frame").with(svg, MapLook.buttons(here, frame, false)),
                chosen.<Html>map(point -> taken(here, point)).orElse(Html.none())));
        if (!known.isEmpty()) {
            Element select = Element.of(Tag.SELECT).id("f-map-known").set(Attr.NAME, "map-known").with(
                    BoardPage.option("", here.say("map.pick.choose"), true));
            known.forEach(card -> select.with(BoardPage.option(spot(card.place()), card.place().title(), false)));
            out.add(Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "f-map-known").text(here.say("map.pick.known")), select,
                    button(here, "known", "map.pick.go")));
        }
        out.add(Element.of(Tag.DIV).cls("actions").with(button(here, "take", "map.pick.take"), button(here, "shut", "map.pick.shut")));
        out.add(MapDrawing.makers(here, ground, opened.trouble()));
        return out;
    }

    private static List<PlaceCard> known(Here here, CircleCard circle) {
        return here.views().catalogue(circle.address(), Optional.empty(), Optional.empty()).map(view -> view.places()).orElse(List.of()).stream()
                .filter(card -> card.place().where().flatMap(Whereabouts::point).isPresent()).toList();
    }

    private static String spot(Place place) {
        return place.where().flatMap(Whereabouts::point).map(Moments::point).orElse("");
    }

    /** Where the form's map is; else around what is chosen; else around what the circle has on its map, or the supplied map shows. */
    private static Frame frame(Here here, CircleCard circle, Fields fields, Optional<Point> chosen, List<PlaceCard> known) {
        Optional<Point> wanted = fields.get("map-move").equals("known") ? Moments.point(fields.get("map-known")) : Optional.empty();
        if (wanted.isPresent()) {
            return Frame.around(List.of(wanted.get()), NEAR_AT_FIRST + 1);
        }
        Optional<Frame> moved = MapLook.of(fields);
        if (moved.isPresent()) {
            return moved.get();
        }
        if (chosen.isPresent()) {
            return Frame.around(List.of(chosen.get()), NEAR_AT_FIRST + 1);
        }
        List<Point> points = new ArrayList<>(known.stream().flatMap(card -> Moments.point(spot(card.place())).stream()).toList());
        MapSpots.of(here, circle).forEach(spot -> spot.point().ifPresent(points::add));
        return MapPage.first(points, MapDrawing.Opened.of(here), NEAR_AT_FIRST);
    }

    /** Sends the form to where it goes anyway, which shows it again. */
    private static Element button(Here here, String move, String text) {
        // Back to this part of the page, which would else begin at its top again.
        return Element.of(Tag.BUTTON).cls(move.equals("take") ? "" : "plain").set(Attr.NAME, "map-move").set(Attr.VALUE, move)
                .set(Attr.FORMACTION, here.request().path() + "#f-point").text(here.say(text));
    }
}
