package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Asking;
import weft.core.entry.Whereabouts;
import weft.core.view.CatalogueView;
import weft.core.view.CircleCard;
import weft.core.view.Name;
import weft.core.view.PlaceCard;
import weft.core.view.ThingCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** What a circle uses in common: things, where each is, and places. */
final class CataloguePage {
    private CataloguePage() {}

    static String path(CircleCard circle) {
        return Here.path(circle.address()) + "/things";
    }

    static Reply reply(Here here, CircleCard circle) {
        Optional<String> kind = here.request().asked("kind").filter(text -> !text.isEmpty());
        Optional<String> words = here.request().asked("words").filter(text -> !text.isBlank());
        CatalogueView view = here.views().catalogue(circle.address(), kind, words).orElse(new CatalogueView(circle, List.of(), List.of(), List.of()));
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, ThingJsons.catalogue(here, view)));
        }
        List<ThingCard> mine = view.things().stream().filter(ThingCard::mineNow).toList();
        return new Reply.Page(Layout.page(here, 200, here.say("things.title"), Optional.of(circle),
                here.heading("things.title"),
                actions(here, circle),
                filter(here, view, kind.orElse(""), words.orElse("")),
                mine.isEmpty() ? Html.none() : section(here, "with-you", "things.withYou", mine.stream().map(card -> line(here, card)).toList()),
                section(here, "things", "things.things", view.things().stream().map(card -> line(here, card)).toList()),
                section(here, "places", "things.places", view.places().stream().map(card -> place(here, card)).toList())));
    }

    private static Element actions(Here here, CircleCard circle) {
        String path = Here.path(circle.address());
        return Element.of(Tag.P).cls("actions").with(
                Here.link(path + "/thing", here.say("things.addThing")).cls("button"),
                Here.link(path + "/place", here.say("things.addPlace")).cls("button plain"),
                Here.link(path + "/labels", here.say("labels.title")).cls("button plain"));
    }

    private static Element filter(Here here, CatalogueView view, String kind, String words) {
        List<Element> kinds = new ArrayList<>();
        kinds.add(BoardPage.option("", here.say("board.anyKind"), kind.isEmpty()));
        view.kinds().forEach(one -> kinds.add(BoardPage.option(one, BoardPage.kind(here, one), kind.equals(one))));
        Element form = Element.of(Tag.FORM).cls("filter").set(Attr.METHOD, "get").set(Attr.AUTOCOMPLETE, "off").set(Attr.ACTION, path(view.circle())).with(
                labelled(here, "q-words", "things.words", Element.of(Tag.INPUT).set(Attr.TYPE, "search").set(Attr.NAME, "words").set(Attr.DIR,
                        "auto").set(Attr.VALUE, words)),
                labelled(here, "q-kind", "board.kind", Element.of(Tag.SELECT).set(Attr.NAME, "kind").with(kinds)),
                here.button("board.filter").cls("plain"));
        return Element.of(Tag.SEARCH).with(form);
    }

    private static Element labelled(Here here, String id, String label, Element control) {
        return Element.of(Tag.SPAN).cls("labelled").with(Element.of(Tag.LABEL).set(Attr.FOR, id).text(here.say(label)), control.id(id));
    }

    private static Element section(Here here, String id, String title, List<Element> items) {
        Element section = Element.of(Tag.SECTION).id(id).set(Attr.DATA_LIVE, "").with(Element.of(Tag.H2).text(here.say(title)));
        return items.isEmpty() ? section.with(Element.of(Tag.P).cls("empty").text(here.say("things.none")))
                : section.with(Element.of(Tag.UL).cls("parts").with(items));
    }

    static Element line(Here here, ThingCard card) {
        Element item = Element.of(Tag.LI).cls("card" + (card.mineNow() ? " mine" : "")).with(
                Element.of(Tag.H3).with(Here.link(ThingPage.path(card.ref()), card.thing().title()).set(Attr.DIR, "auto")));
        Element meta = Element.of(Tag.P).cls("meta").with(Element.of(Tag.SPAN).with(whereNow(here, card)));
        if (!card.thing().kind().isEmpty()) {
            meta.with(Element.of(Tag.SPAN).with(Html.said(BoardPage.kind(here, card.thing().kind()))));
        }
        return item.with(meta);
    }

    /** Where it is now, as a sentence: with somebody, or where it is kept. */
    static Html whereNow(Here here, ThingCard card) {
        if (!card.with().isEmpty()) {
            Element names = Element.of(Tag.SPAN);
            for (Name name : card.with()) {
                names.with(names(here, card.with().indexOf(name)), here.named(name));
            }
            String until = card.until().map(days -> " · " + here.say("things.until", "date", here.language().date(days.to(), here.today()))).orElse("");
            return Element.of(Tag.SPAN).with(here.rich("things.with", "names", names), Html.text(until));
        }
        Optional<String> kept = card.place().map(place -> place.place().title()).or(() -> card.thing().where().map(Whereabouts::name)
                .filter(name -> !name.isEmpty()));
        return kept.<Html>map(name -> here.rich("things.keptAt", "place", Element.of(Tag.BDI).text(name)))
                .orElseGet(() -> Html.text(here.say("things.free")));
    }

    private static Html names(Here here, int before) {
        return before == 0 ? Html.none() : Html.text(here.say("list.comma"));
    }

    private static Element place(Here here, PlaceCard card) {
        Element item = Element.of(Tag.LI).cls("card").with(Element.of(Tag.H3).with(Here.link(PlacePage.path(card.ref()), card.place().title())
                .set(Attr.DIR, "auto")));
        Element meta = Element.of(Tag.P).cls("meta");
        card.place().where().map(Whereabouts::name).filter(name -> !name.isEmpty()).ifPresent(name -> meta.with(Element.of(Tag.SPAN).with(Html.said(name))));
        card.place().hours().ifPresent(hours -> meta.with(Element.of(Tag.SPAN).text(PlacePage.now(here, hours))));
        return item.with(meta);
    }

    static String span(Here here, Asking.Days days) {
        String from = here.language().date(days.from(), here.today());
        return days.from().equals(days.to()) ? from : here.say("when.span", "from", from, "until", here.language().date(days.to(), here.today()));
    }
}
