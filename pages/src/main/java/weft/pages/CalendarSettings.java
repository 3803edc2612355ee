package weft.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.view.CircleCard;
import weft.core.view.OwnCalendar;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** Resting, and the secret address at which calendar programs on this machine find the calendar. */
final class CalendarSettings {
    /** The path below which the feed is found; the shell answers it, without a cookie. */
    static final String FEED = "/feed/";

    private CalendarSettings() {}

    static Reply route(Here here, List<String> steps, boolean get) {
        if (steps.size() == 1) {
            return get ? CalendarPage.reply(here, Optional.empty()) : Router.trouble(here, Trouble.WRONG_METHOD);
        }
        return switch (steps.get(1)) {
            case "rest" -> get ? Router.trouble(here, Trouble.WRONG_METHOD) : rest(here);
            case "address" -> get ? Router.trouble(here, Trouble.WRONG_METHOD)
                    : Acts.act(here, new Command.CalendarAddress(!here.request().field("on").isEmpty()), "/calendar#address", "/calendar");
            default -> Router.trouble(here, Trouble.NOT_FOUND);
        };
    }

    private static Reply rest(Here here) {
        String typed = here.request().field("until");
        Optional<LocalDate> until = Moments.date(typed);
        if (until.isEmpty() && !typed.isEmpty()) {
            return new Reply.Page(Acts.refused(here, weft.core.peer.Outcome.Refusal.BAD_DAY, "/calendar"));
        }
        return Acts.act(here, new Command.Rest(until), "/calendar#rest", "/calendar");
    }

    /** Stands under the calendar of all circles. */
    static Html sections(Here here, Optional<CircleCard> circle) {
        if (circle.isPresent()) {
            return Html.none();
        }
        OwnCalendar own = here.views().ownCalendar();
        return Html.many(List.of(restSection(here, own), addressSection(here, own)));
    }

    private static Html restSection(Here here, OwnCalendar own) {
        Element section = Element.of(Tag.SECTION).cls("do").id("rest").with(Element.of(Tag.H2).text(here.say("rest.title")));
        if (own.restsUntil().isPresent()) {
            return section.with(
                    Element.of(Tag.P).cls("status").text(here.say("rest.on", "date", here.language().fullDate(own.restsUntil().get(), true))),
                    here.form("/calendar/rest").with(here.button("rest.end").cls("plain")));
        }
        Fields fields = Fields.of(Map.of());
        return section.with(
                Element.of(Tag.P).text(here.say("rest.lead")),
                here.form("/calendar/rest").with(
                        fields.line(here, "until", "rest.until", "", Element.of(Tag.INPUT).set(Attr.TYPE, "date").set(Attr.MIN, here.today().toString())),
                        here.button("rest.do").cls("plain")));
    }

    private static Html addressSection(Here here, OwnCalendar own) {
        Element section = Element.of(Tag.SECTION).cls("do").id("address").with(
                Element.of(Tag.H2).text(here.say("feed.title")), Element.of(Tag.P).text(here.say("feed.lead")));
        if (own.feed().isEmpty()) {
            return section.with(here.form("/calendar/address").with(Here.hidden("on", "1"), here.button("feed.make").cls("plain")));
        }
        String path = FEED + own.feed().get().hex() + ".ics";
        Element field = Element.of(Tag.INPUT).set(Attr.TYPE, "text").mark(Attr.READONLY).id("f-feed").set(Attr.DIR, "ltr").set(Attr.VALUE, path)
                .set(Attr.AUTOCOMPLETE, "off");
        return section.with(
                Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "f-feed").text(here.say("feed.path")),
                        Element.of(Tag.P).cls("hint").text(here.say("feed.path.hint")), field),
                Element.of(Tag.DIV).cls("actions").with(
                        Here.link(path, here.say("feed.open")).cls("button plain"),
                        here.form("/calendar/address").with(Here.hidden("on", "1"), here.button("feed.again").cls("plain")),
                        here.form("/calendar/address").with(here.button("feed.off").cls("plain"))));
    }
}
