package weft.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.entry.Point;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.map.Frame;
import weft.pages.map.Ground;
import weft.wire.json.Json;

/**
 * A circle's needs, offers, doings, places and things on a map, and a list that says the same. Where one looks goes in the body of a POST,
 * so that it stands in no address and in no browser's history.
 */
final class MapPage {
    private static final int NEAREST_AT_FIRST = 13;
    /** How many lines the list has at most, and how many of them belong to one mark. */
    private static final int MOST_LINES = 110;
    private static final int MOST_OF_ONE = 12;
    private static final List<MapSpot.Sort> SORTS = List.of(MapSpot.Sort.NEED, MapSpot.Sort.OFFER, MapSpot.Sort.DOING, MapSpot.Sort.PLACE,
            MapSpot.Sort.THING);

    private MapPage() {}

    static String path(CircleCard circle) {
        return Here.path(circle.address()) + "/map";
    }

    static Reply look(Here here, CircleCard circle) {
        List<MapSpot> spots = MapSpots.of(here, circle);
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, json(spots)));
        }
        return new Reply.Page(page(here, circle, spots, Set.copyOf(SORTS), Optional.empty()));
    }

    static Reply move(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        Set<MapSpot.Sort> shown = new LinkedHashSet<>();
        SORTS.stream().filter(sort -> fields.all("show").contains(sort.code())).forEach(shown::add);
        List<MapSpot> spots = MapSpots.of(here, circle).stream().filter(spot -> shown.contains(spot.sort())).toList();
        Optional<Frame> frame = fields.get("map-move").equals("all") ? Optional.empty() : MapLook.of(fields);
        Response page = page(here, circle, spots, shown, frame);
        // A script that asks for itself leaves nothing in the history; a form that is sent would.
        return fields.get("live").isEmpty() ? new Reply.Kept(page) : new Reply.Page(page);
    }

    private static Json json(List<MapSpot> spots) {
        return Json.object("spots", spots.stream().map(spot -> Json.object("sort", spot.sort().code(), "title", spot.title(), "path", spot.path(),
                "where", spot.where().name(), "point", spot.point().<Object>map(Moments::point).orElse(Json.Null.NULL))).toList());
    }

    private static Response page(Here here, CircleCard circle, List<MapSpot> spots, Set<MapSpot.Sort> shown, Optional<Frame> asked) {
        MapDrawing.Opened opened = MapDrawing.Opened.of(here);
        List<Point> points = spots.stream().flatMap(spot -> spot.point().stream()).toList();
        Frame frame = asked.orElseGet(() -> first(points, opened, NEAREST_AT_FIRST));
        List<MapDrawing.Group> groups = MapDrawing.groups(frame, spots);
        Ground ground = opened.ground(here, frame,
                groups.stream().map(group -> new Ground.Spot(group.right(), group.below())).toList());
        Element form = here.form(path(circle)).mark(Attr.DATA_MAP).with(
                filter(here, shown),
                view(here, path(circle)).with(
                        MapLook.hidden(frame),
                        Element.of(Tag.DIV).cls("map-frame").with(MapDrawing.svg(here, frame, ground, MapDrawing.marks(here, frame, groups)),
                                MapLook.buttons(here, frame, true)),
                        groups.stream().anyMatch(group -> group.sort() == MapSpot.Sort.SEVERAL)
                                ? Element.of(Tag.P).cls("hint").with(key(MapSpot.Sort.SEVERAL), Html.text(here.say("map.sort.several"))) : Html.none(),
                        MapDrawing.makers(here, ground, opened.trouble()),
                        list(here, spots, groups)));
        return Layout.page(here, 200, here.say("map.title"), Optional.of(circle), MapDrawing.dress(), here.heading("map.title"),
                Element.of(Tag.P).cls("hint").text(here.say("map.hint")), form,
                opened.atlas().isPresent() ? Html.none() : Element.of(Tag.P).cls("hint noprint").with(here.rich("map.more", "settings",
                        Here.link("/settings#map", here.say("map.more.link")))));
    }

    /** What a script replaces when the map has moved. */
    static Element view(Here here, String path) {
        return Element.of(Tag.DIV).id("map-view").set(Attr.DATA_MAP, path).set(Attr.DATA_NEWS, here.say("map.moved"));
    }

    /** All that there is; else what the supplied map shows; else the world. */
    static Frame first(List<Point> points, MapDrawing.Opened opened, int nearest) {
        if (!points.isEmpty() || opened.atlas().isEmpty()) {
            return Frame.around(points, nearest);
        }
        var head = opened.atlas().get().head();
        int zoom = Math.clamp(head.most() - 2, head.least(), Math.max(head.least(), nearest));
        return Frame.at((head.south() + head.north()) / 2, (head.west() + head.east()) / 2, zoom);
    }

    /** What is shown; the symbols beside the words are the key to the map. */
    private static Element filter(Here here, Set<MapSpot.Sort> shown) {
        Element choices = Element.of(Tag.DIV).cls("choices");
        for (MapSpot.Sort sort : SORTS) {
            String id = "show-" + sort.code();
            choices.with(Element.of(Tag.SPAN).cls("choice").with(
                    Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "show").set(Attr.VALUE, sort.code()).id(id)
                            .markIf(shown.contains(sort), Attr.CHECKED),
                    Element.of(Tag.LABEL).set(Attr.FOR, id).with(key(sort), Html.text(here.say("map.sort." + sort.code())))));
        }
        return Element.of(Tag.FIELDSET).cls("field shows").with(Element.of(Tag.LEGEND).text(here.say("map.show")),
                choices.with(here.button("board.filter").cls("plain")));
    }

    private static Element key(MapSpot.Sort sort) {
        return Element.of(Tag.SVG).cls("key mark is-" + sort.code()).set(Attr.VIEWBOX, "-20 -20 40 40").set(Attr.ARIA_HIDDEN, "true")
                .with(MapDrawing.symbol(sort));
    }

    private static Element list(Here here, List<MapSpot> spots, List<MapDrawing.Group> groups) {
        Element section = Element.of(Tag.SECTION).cls("spots").with(Element.of(Tag.H2).text(here.say("map.list")));
        int left = MOST_LINES;
        for (MapDrawing.Group group : groups) {
            int most = Math.clamp(left, 1, MOST_OF_ONE);
            left -= Math.min(most, group.spots().size());
            section.with(part(here, group, most));
        }
        if (groups.isEmpty()) {
            section.with(Element.of(Tag.P).cls("empty").text(here.say("map.none")));
        }
        long elsewhere = spots.stream().filter(spot -> spot.point().isPresent()).count() - groups.stream().mapToLong(group -> group.spots().size()).sum();
        if (elsewhere > 0) {
            section.with(Element.of(Tag.P).cls("hint").text(here.count("map.outside", elsewhere)));
        }
        List<MapSpot> named = spots.stream().filter(spot -> spot.point().isEmpty()).limit(Math.max(10, left)).toList();
        if (!named.isEmpty()) {
            Element list = Element.of(Tag.UL);
            named.forEach(spot -> list.with(line(here, spot, true)));
            section.with(Element.of(Tag.H3).text(here.say("map.named")), Element.of(Tag.P).cls("hint").text(here.say("map.named.hint")), list);
        }
        return section;
    }

    private static Element part(Here here, MapDrawing.Group group, int most) {
        Set<String> names = new LinkedHashSet<>();
        group.spots().stream().map(spot -> spot.where().name()).filter(name -> !name.isEmpty()).limit(MOST_OF_ONE).forEach(names::add);
        Point point = group.squares().iterator().next();
        List<Html> heading = new ArrayList<>(List.of(Element.of(Tag.SPAN).cls("count").text(Integer.toString(group.number())), Html.text(" ")));
        heading.add(names.isEmpty() ? Html.text(here.say("map.near", "point", Moments.shown(point)))
                : Html.said(String.join(here.say("list.comma"), names.stream().limit(3).toList())));
        Element list = Element.of(Tag.UL);
        group.spots().stream().limit(most).forEach(spot -> list.with(line(here, spot, false)));
        Element part = Element.of(Tag.DIV).cls("spot").id("spot-" + group.number()).set(Attr.TABINDEX, "-1").with(Element.of(Tag.H3).with(heading), list);
        if (group.squares().size() > 1 || group.spots().size() > most) {
            part.with(Element.of(Tag.BUTTON).cls("link").set(Attr.NAME, "map-move").set(Attr.VALUE, "near-" + Moments.point(point))
                    .text(group.spots().size() > most ? here.say("map.closer.more") : here.say("map.closer")));
        }
        return part;
    }

    private static Element line(Here here, MapSpot spot, boolean named) {
        Element meta = Element.of(Tag.SPAN).cls("meta").with(Element.of(Tag.SPAN).text(here.say("map.one." + spot.sort().code())));
        if (named) {
            meta.with(Element.of(Tag.SPAN).with(Html.said(spot.where().name())));
        }
        spot.about().forEach(piece -> meta.with(Element.of(Tag.SPAN).with(piece)));
        return Element.of(Tag.LI).with(Here.link(spot.path(), spot.title()).set(Attr.DIR, "auto"), Html.text(" "), meta);
    }
}
