package weft.pages;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Place;
import weft.core.entry.Point;
import weft.core.find.Search;
import weft.core.view.CircleCard;
import weft.core.view.FindQuery;
import weft.core.view.FoundView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Tag;

/**
 * Search over everything the reader can read. The words come in the body of a POST, so that they stand in no address and in no
 * browser's history; with a script the results follow as one types.
 */
final class FindPage {
    private static final double USUAL_KILOMETRES = 25;

    private FindPage() {}

    /** The empty form; the address may name a circle, never words. */
    static Reply form(Here here) {
        Fields fields = Fields.of(here.request().asked("circle").map(circle -> java.util.Map.of("circle", List.of(circle))).orElse(java.util.Map.of()));
        return new Reply.Page(page(here, fields, Element.of(Tag.SECTION).id("found")));
    }

    static Reply find(Here here) {
        Fields fields = Fields.of(here.request().form());
        Optional<FindQuery> query = query(here, fields);
        if (here.request().wantsJson()) {
            return query.isEmpty() ? Router.trouble(here, Trouble.NOT_UNDERSTOOD)
                    : new Reply.Page(Jsons.response(200, Jsons.found(here, here.views().find(query.get()))));
        }
        boolean nothing = fields.get("words").isEmpty() && fields.get("from").isEmpty() && fields.get("until").isEmpty() && what(fields).isEmpty();
        Element found = Element.of(Tag.SECTION).id("found");
        if (!nothing && query.isPresent()) {
            found(here, here.views().find(query.get()), found);
        }
        Response page = page(here, fields, found);
        // A script that asks for itself leaves nothing in the history; a form that is sent would.
        return fields.get("live").isEmpty() ? new Reply.Kept(page) : new Reply.Page(page);
    }

    /** Nothing where a date or a place is written so that it is none. */
    private static Optional<FindQuery> query(Here here, Fields fields) {
        Optional<Long> from = moment(here, fields.get("from"), false);
        Optional<Long> until = moment(here, fields.get("until"), true);
        Optional<Point> point = Moments.point(fields.get("near"));
        boolean wrong = from.isEmpty() && !fields.get("from").isEmpty() || until.isEmpty() && !fields.get("until").isEmpty()
                || point.isEmpty() && !fields.get("near").isEmpty();
        if (wrong) {
            return Optional.empty();
        }
        double kilometres = CirclePages.number(fields.get("km")).map(Integer::doubleValue).filter(km -> km > 0).orElse(USUAL_KILOMETRES);
        String words = fields.get("words");
        boolean typing = !fields.get("typing").isEmpty();
        return Optional.of(new FindQuery(words.substring(0, Math.min(words.length(), 300)), typing,
                Router.key(fields.get("circle")), sort(what(fields)), BoardPage.side(what(fields)), from, until,
                point.map(centre -> new Search.Around(centre, kilometres * 1000))));
    }

    /** What is looked for, as one word; programs may say it as {@code side}. */
    private static String what(Fields fields) {
        return fields.get("what").isEmpty() ? fields.get("side") : fields.get("what");
    }

    private static Optional<FindQuery.Sort> sort(String what) {
        return switch (what) {
            case "asks", "need", "offer" -> Optional.of(FindQuery.Sort.ASKS);
            case "doings" -> Optional.of(FindQuery.Sort.DOINGS);
            case "things" -> Optional.of(FindQuery.Sort.THINGS);
            case "practices" -> Optional.of(FindQuery.Sort.PRACTICES);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> moment(Here here, String text, boolean end) {
        return Moments.moment(text, end).map((LocalDateTime moment) -> moment.atZone(here.request().zone()).toEpochSecond());
    }

    private static Response page(Here here, Fields fields, Element found) {
        List<Element> circles = new ArrayList<>();
        circles.add(BoardPage.option("", here.say("find.circle.any"), false));
        for (CircleCard card : here.views().circles()) {
            circles.add(BoardPage.option(card.address().hex(), card.name(), card.address().hex().equals(fields.get("circle"))));
        }
        List<Element> sides = new ArrayList<>();
        for (String what : List.of("", "need", "offer", "doings", "things", "practices")) {
            sides.add(BoardPage.option(what, here.say(what.isEmpty() ? "find.what.any" : BoardPage.side(what).isPresent() ? "board.only." + what
                    : "find.what." + what), what.equals(what(fields))));
        }
        boolean more = !fields.get("from").isEmpty() || !fields.get("until").isEmpty() || !what(fields).isEmpty();
        Element form = here.form("/find").mark(Attr.DATA_FIND).with(
                fields.line(here, "words", "find.words", "find.words.hint", Element.of(Tag.INPUT).set(Attr.TYPE, "search").set(Attr.DIR, "auto")
                        .set(Attr.MAXLENGTH, "200").set(Attr.ENTERKEYHINT, "search").set(Attr.AUTOCOMPLETE, "off").mark(Attr.AUTOFOCUS)),
                here.views().circles().size() > 1 || !fields.get("circle").isEmpty()
                        ? labelled(here, "circle", "find.circle", Element.of(Tag.SELECT).with(circles)) : Here.hidden("circle", ""),
                Element.of(Tag.DETAILS).markIf(more, Attr.OPEN).with(
                        Element.of(Tag.SUMMARY).text(here.say("find.more")),
                        labelled(here, "what", "find.what", Element.of(Tag.SELECT).with(sides)),
                        Element.of(Tag.DIV).cls("pair").with(
                                fields.line(here, "from", "find.from", "", Element.of(Tag.INPUT).set(Attr.TYPE, "date")),
                                fields.line(here, "until", "find.until", "", Element.of(Tag.INPUT).set(Attr.TYPE, "date")))),
                Element.of(Tag.P).cls("actions").with(here.button("find.do")));
        return Layout.page(here, 200, here.say("find.title"), here.heading("find.title"), Element.of(Tag.SEARCH).with(form), found);
    }

    private static Element labelled(Here here, String name, String label, Element control) {
        return Element.of(Tag.DIV).cls("field").with(
                Element.of(Tag.LABEL).set(Attr.FOR, "f-" + name).text(here.say(label)), control.id("f-" + name).set(Attr.NAME, name));
    }

    private static void found(Here here, FoundView view, Element section) {
        if (view.all() == 0) {
            section.with(Element.of(Tag.P).cls("empty").text(here.say("find.none")));
            return;
        }
        section.with(Element.of(Tag.H2).text(here.count("find.count", view.all())));
        boolean several = here.views().circles().size() > 1;
        Element list = Element.of(Tag.UL).cls("threads");
        for (FoundView.Found found : view.found()) {
            Element item = BoardPage.card(here, found.card());
            if (several) {
                item.with(Element.of(Tag.P).cls("meta").with(here.rich("fits.circle", "circle", Element.of(Tag.BDI).text(found.circle().name()))));
            }
            list.with(found.inside() ? item.with(Element.of(Tag.P).cls("own").text(here.say("find.inside"))) : item);
        }
        for (FoundView.FoundDoing found : view.doings()) {
            list.with(other(here, "doing.title", DoingPage.path(found.ref()), found.doing().title(), found.circle()));
        }
        for (FoundView.FoundListed found : view.listed()) {
            boolean place = found.words() instanceof Place;
            list.with(other(here, place ? "place.title" : "thing.title", place ? PlacePage.path(found.ref()) : ThingPage.path(found.ref()),
                    found.words().title(), found.circle()));
        }
        for (FoundView.FoundPractice found : view.practices()) {
            list.with(other(here, "find.practice", Here.path(found.ref().circle()) + "/p/" + found.ref().root().hex(), found.title(), found.circle()));
        }
        section.with(list);
        int shown = view.found().size() + view.doings().size() + view.listed().size() + view.practices().size();
        if (view.all() > shown) {
            section.with(Element.of(Tag.P).cls("hint").text(here.say("find.some", "n", shown)));
        }
    }

    /** What is neither need nor offer. */
    private static Element other(Here here, String sort, String path, String title, CircleCard circle) {
        Element item = Element.of(Tag.LI).cls("card").with(
                Element.of(Tag.P).cls("state").with(Element.of(Tag.SPAN).cls("side").text(here.say(sort))),
                Element.of(Tag.H2).with(Here.link(path, title).set(Attr.DIR, "auto")));
        return here.views().circles().size() <= 1 ? item : item.with(Element.of(Tag.P).cls("meta").with(
                here.rich("fits.circle", "circle", Element.of(Tag.BDI).text(circle.name()))));
    }

    /** A box that leads here from a circle's board. */
    static Element box(Here here, CircleCard circle) {
        return Element.of(Tag.SEARCH).with(here.form("/find").cls("box").with(
                Here.hidden("circle", circle.address().hex()),
                Element.of(Tag.LABEL).cls("unseen").set(Attr.FOR, "f-words").text(here.say("find.words")),
                Element.of(Tag.INPUT).set(Attr.TYPE, "search").id("f-words").set(Attr.NAME, "words").set(Attr.DIR, "auto").set(Attr.MAXLENGTH, "200")
                        .set(Attr.AUTOCOMPLETE, "off").set(Attr.ENTERKEYHINT, "search"),
                here.button("find.do").cls("plain")));
    }
}
