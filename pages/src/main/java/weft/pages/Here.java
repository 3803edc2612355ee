package weft.pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.view.Name;
import weft.core.view.Ref;
import weft.core.view.Views;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.pages.text.Languages;
import weft.pages.text.Weeks;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * What every page has at hand.
 *
 * @param request what was asked
 * @param views what can be seen
 * @param language in which to answer
 * @param means what the machine can do
 */
record Here(Request request, Views views, Language language, Means means) {
    static Language language(Request request) {
        return Languages.choose(request.asked("lang"), request.language(), request.acceptLanguage());
    }

    String say(String key, Object... namesAndValues) {
        return language.say(key, namesAndValues);
    }

    String count(String key, long n) {
        return language.count(key, n);
    }

    Html rich(String key, String name, Html value) {
        return language.rich(key, Map.of(name, value));
    }

    /** Today, where the reader is. */
    LocalDate today() {
        return at(views.now()).toLocalDate();
    }

    LocalDateTime at(long unixSeconds) {
        Instant instant = Instant.ofEpochSecond(unixSeconds);
        return LocalDateTime.ofEpochSecond(unixSeconds, 0, request.zone().getRules().getOffset(instant));
    }

    /** With which day the reader's week begins. */
    DayOfWeek firstDay() {
        return Weeks.firstDay(language, request.acceptLanguage());
    }

    /** When the reader's clock shows something. */
    long instant(LocalDateTime shown) {
        return shown.toEpochSecond(request.zone().getRules().getOffset(shown));
    }

    static LocalDate date(Day day) {
        return LocalDate.ofEpochDay(day.startsAt() / Day.SECONDS);
    }

    String lastDay(Day day) {
        return language.date(date(day), today());
    }

    /** The day on which something was written: days are all that entries tell, the same everywhere on earth. */
    String written(long unixSeconds) {
        return language.date(LocalDate.ofEpochDay(Math.floorDiv(unixSeconds, 86_400L)), today());
    }

    /** The day, where the reader is, of a moment. */
    String day(long unixSeconds) {
        return language.date(at(unixSeconds).toLocalDate(), today());
    }

    private String moment(LocalDateTime moment) {
        return say("when.moment", "date", language.date(moment.toLocalDate(), today()), "time", language.time(moment.toLocalTime()));
    }

    /** From when until when, or "whenever". */
    String when(Ask ask) {
        Optional<LocalDateTime> from = ask.from().map(this::at);
        Optional<LocalDateTime> until = ask.until().map(this::at);
        if (from.isPresent() && until.isPresent()) {
            boolean sameDay = from.get().toLocalDate().equals(until.get().toLocalDate());
            String end = sameDay ? language.time(until.get().toLocalTime()) : moment(until.get());
            return say("when.span", "from", moment(from.get()), "until", end);
        }
        return from.map(f -> say("when.from", "from", moment(f)))
                .or(() -> until.map(u -> say("when.until", "until", moment(u))))
                .orElseGet(() -> say("when.whenever"));
    }

    String name(Name name) {
        return switch (name) {
            case Name.Me ignored -> say("name.me");
            case Name.Known(String known) -> known;
            case Name.Stranger(int first, int second) -> language.stranger(first, second);
        };
    }

    /** A name as a piece of a page. */
    Html named(Name name) {
        return Element.of(Tag.BDI).cls("name").text(name(name));
    }

    static String path(Bytes circle) {
        return "/c/" + circle.hex();
    }

    static String path(Ref ref) {
        return path(ref.circle()) + "/t/" + ref.root().hex();
    }

    /** A form that posts to a path of this node, with the token in it. */
    Element form(String action) {
        return Element.of(Tag.FORM)
                .set(Attr.METHOD, "post")
                .set(Attr.ACTION, action)
                // Otherwise browsers keep what was typed, to fill it in again or to bring back a tab.
                .set(Attr.AUTOCOMPLETE, "off")
                .mark(Attr.NOVALIDATE)
                .with(hidden("token", request.csrfToken()));
    }

    static Element hidden(String name, String value) {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "hidden").set(Attr.NAME, name).set(Attr.VALUE, value);
    }

    /** A button that sends its form. */
    Element button(String key) {
        return Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").text(say(key));
    }

    /** A link to a page of this node. */
    static Element link(String path, String text) {
        return Element.of(Tag.A).set(Attr.HREF, path).text(text);
    }

    Element heading(String key) {
        return Element.of(Tag.H1).text(say(key));
    }

    /** Somebody's words, with the line breaks that they have; their direction is their own. */
    static Element words(String text) {
        return Element.of(Tag.P).cls("words").set(Attr.DIR, "auto").text(text);
    }
}
