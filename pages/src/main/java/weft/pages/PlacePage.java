package weft.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.OpeningHours;
import weft.core.entry.Place;
import weft.core.entry.Whereabouts;
import weft.core.view.CircleCard;
import weft.core.view.PlaceView;
import weft.core.view.Ref;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** One place: when it is open, what is there. */
final class PlacePage {
    private static final int DAY = 24 * 60;

    private PlacePage() {}

    static String path(Ref ref) {
        return Here.path(ref.circle()) + "/place/" + ref.root().hex();
    }

    static Reply route(Here here, CircleCard circle, List<String> steps, boolean get) {
        if (steps.size() == 3) {
            return get ? ThingForm.newPlace(here, circle) : ThingForm.makePlace(here, circle);
        }
        Optional<PlaceView> found = Router.key(steps.get(3))
                .flatMap(root -> here.views().place(new Ref(circle.address(), root)));
        if (found.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_THREAD);
        }
        PlaceView view = found.get();
        String act = steps.size() == 4 ? "" : steps.size() == 5 ? steps.get(4) : "?";
        if (get && act.startsWith("photo-")) {
            return ThingPage.photo(here, view.card().place().photos(), act.substring(6));
        }
        return switch (act) {
            case "" -> get ? reply(here, view) : Router.trouble(here, Trouble.WRONG_METHOD);
            case "revise" -> get ? ThingForm.revisePlace(here, view) : ThingForm.savePlace(here, view);
            case "gone" -> get ? ListedPage.goneForm(here, view.circle(), path(view.card().ref()))
                    : ListedPage.takeOut(here, circle, view.card().ref(), path(view.card().ref()));
            default -> Router.trouble(here, Trouble.NOT_FOUND);
        };
    }

    static Reply reply(Here here, PlaceView view) {
        return new Reply.Page(here.request().wantsJson() ? Jsons.response(200, ThingJsons.place(here, view)) : page(here, view));
    }

    /** Whether it is open now, by the reader's clock. */
    static String now(Here here, OpeningHours hours) {
        LocalDateTime at = here.at(here.views().now());
        return here.say(hours.openAt(at) ? "place.openNow" : "place.shutNow");
    }

    private static Response page(Here here, PlaceView view) {
        Place place = view.card().place();
        Map<String, Html> facts = new LinkedHashMap<>();
        place.where().map(Whereabouts::name).filter(name -> !name.isEmpty()).ifPresent(name -> facts.put("fact.where", Html.said(name)));
        if (!place.kind().isEmpty()) {
            facts.put("fact.kind", Html.said(BoardPage.kind(here, place.kind())));
        }
        if (!place.there().isEmpty()) {
            facts.put("place.there", ThingPage.lines(place.there()));
        }
        facts.put("thing.by", here.named(view.by()));
        Element things = Element.of(Tag.SECTION).id("kept").set(Attr.DATA_LIVE, "").with(Element.of(Tag.H2).text(here.say("place.things")),
                Element.of(Tag.UL).cls("parts").with(view.things().stream().map(card -> CataloguePage.line(here, card)).toList()));
        return Layout.page(here, 200, here.say("place.title"), Optional.of(view.circle()),
                Element.of(Tag.H1).set(Attr.DIR, "auto").text(place.title()),
                view.gone() ? Element.of(Tag.P).cls("notice").text(here.say("thing.gone")) : Html.none(),
                ThingPage.photos(place.photos(), path(view.card().ref())),
                place.text().isEmpty() ? Html.none() : Here.words(place.text()),
                ThingPage.facts(here, facts),
                place.hours().<Html>map(hours -> hours(here, hours)).orElse(Html.none()),
                view.things().isEmpty() ? Html.none() : things,
                ListedPage.foot(here, view.circle(), path(view.card().ref()), view.name(), view.mine() && !view.gone()));
    }

    private static Element hours(Here here, OpeningHours hours) {
        Element body = Element.of(Tag.TBODY);
        for (int i = 0; i < 7; i++) {
            LocalDate day = here.today().plusDays(i);
            List<String> spans = hours.on(day).stream().map(span -> span(here, span)).toList();
            body.with(Element.of(Tag.TR).cls(i == 0 ? "today" : "").with(
                    Element.of(Tag.TH).set(Attr.SCOPE, "row").text(here.language().fullDate(day, false)),
                    Element.of(Tag.TD).text(spans.isEmpty() ? here.say("place.closed") : String.join(here.say("list.comma"), spans))));
        }
        Element section = Element.of(Tag.SECTION).id("hours").with(Element.of(Tag.H2).text(here.say("place.hours")),
                Element.of(Tag.P).cls("status").text(now(here, hours)), Element.of(Tag.TABLE).cls("hours").with(body),
                Element.of(Tag.P).cls("hint").with(Element.of(Tag.BDI).text(hours.text())));
        return hours.namesHolidays() ? section.with(Element.of(Tag.P).cls("hint").text(here.say("place.holidays"))) : section;
    }

    private static String span(Here here, OpeningHours.Span span) {
        return span.from() == 0 && span.to() == DAY ? here.say("place.allDay")
                : here.say("when.span", "from", here.language().time(LocalTime.ofSecondOfDay(span.from() * 60L)),
                        "until", span.to() == DAY ? "24:00" : here.language().time(LocalTime.ofSecondOfDay(span.to() % DAY * 60L)));
    }
}
