package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.peer.Command;
import weft.core.view.BoardQuery;
import weft.core.view.CalendarQuery;
import weft.core.view.CircleCard;
import weft.core.view.News;
import weft.core.view.NewsView;
import weft.core.view.NewsWays;
import weft.core.view.OccurrenceCard;
import weft.core.view.ThreadCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;

/**
 * What came, by day, with what takes place today and tomorrow and what is new on the boards: the day at a glance. Nothing here
 * counts, and nothing blinks. Below it stands of what, where and when the person wants to be told.
 */
final class NewsPage {
    /** How many new needs and offers of a circle are listed. */
    private static final int NEW_PER_CIRCLE = 20;
    /** How many lines stand on the first page. */
    private static final int FIRST_LINES = 6;

    private NewsPage() {}

    static Reply route(Here here, List<String> steps, boolean get) {
        if (steps.size() == 1) {
            return get ? day(here) : Router.trouble(here, Trouble.WRONG_METHOD);
        }
        if (steps.size() > 2 || !List.of("seen", "all", "ways", "take").contains(steps.get(1))) {
            return Router.trouble(here, Trouble.NOT_FOUND);
        }
        return get ? Router.trouble(here, Trouble.WRONG_METHOD) : switch (steps.get(1)) {
            case "seen" -> seen(here);
            case "all" -> all(here);
            case "ways" -> NewsSettings.save(here);
            default -> NewsSettings.take(here);
        };
    }

    /** The news that are shown: of one thread and kind the newest alone. */
    static List<NewsView> lines(Here here) {
        Set<List<Object>> known = new LinkedHashSet<>();
        return here.views().news().stream().filter(one -> known.add(List.of(one.thread(), one.what(), here.day(one.hour())))).toList();
    }

    /** Whether something came that was neither followed nor put away. */
    static boolean fresh(Here here) {
        return here.views().ownCalendar().restsUntil().isEmpty() && here.views().news().stream().anyMatch(one -> !one.seen());
    }

    static String sentence(Here here, News what) {
        return here.say("news." + Jsons.code(what));
    }

    /** The same without what it is about. */
    static String bare(Here here, News what) {
        String sentence = sentence(here, what);
        return sentence.substring(0, sentence.endsWith(":") ? sentence.length() - 1 : sentence.length()).strip();
    }

    static String path(NewsView one) {
        return switch (one.about()) {
            case ASK -> Here.path(one.thread());
            case DOING -> DoingPage.path(one.thread());
            case THING -> ThingPage.path(one.thread());
        };
    }

    private static Optional<NewsView> named(Here here) {
        Optional<Bytes> key = Router.key(here.request().field("key"));
        return here.views().news().stream().filter(one -> key.isPresent() && one.key().equals(key.get())).findFirst();
    }

    /** Leads to what a line is about; from then on it is no longer new. */
    private static Reply seen(Here here) {
        return named(here).map(one -> Acts.act(here, new Command.NewsSeen(one.key(), false), path(one), "/news"))
                .orElseGet(() -> Router.trouble(here, Trouble.NO_SUCH_THREAD));
    }

    /** Puts away all that the page showed; what came since stays. */
    private static Reply all(Here here) {
        return named(here).map(one -> Acts.act(here, new Command.NewsSeen(one.key(), true), "/news", "/news"))
                .orElseGet(() -> Router.trouble(here, Trouble.NO_SUCH_THREAD));
    }

    private static Element line(Here here, NewsView one) {
        Element item = Element.of(Tag.LI).cls("news").with(Element.of(Tag.SPAN).text(sentence(here, one.what())), Html.text(" "));
        if (one.seen()) {
            item.with(Here.link(path(one), one.title()).set(Attr.DIR, "auto"));
        } else {
            item.with(here.form("/news/seen").with(Here.hidden("key", one.key().hex()),
                    Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").cls("link").set(Attr.DIR, "auto").text(one.title())));
        }
        if (here.views().circles().size() > 1) {
            item.with(Element.of(Tag.BDI).cls("hint").text(one.circle().name()));
        }
        return one.seen() ? item : item.with(Element.of(Tag.SPAN).cls("status").text(here.say("news.fresh")));
    }

    private static Html putAway(Here here, List<NewsView> fresh) {
        return fresh.isEmpty() ? Html.none() : here.form("/news/all").with(Here.hidden("key", fresh.getFirst().key().hex()), here.button("news.away").cls(
                "plain"));
    }

    /** On the first page: what came and was not looked at yet, a few lines. */
    static Html first(Here here) {
        List<NewsView> fresh = fresh(here) ? lines(here).stream().filter(one -> !one.seen()).toList() : List.of();
        if (fresh.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL).cls("came");
        fresh.stream().limit(FIRST_LINES).forEach(one -> list.with(line(here, one)));
        return Element.of(Tag.SECTION).cls("notice").id("came").with(Element.of(Tag.H2).text(here.say("news.came")), list,
                Element.of(Tag.P).with(Here.link("/news", here.say("news.more"))));
    }

    private static Reply day(Here here) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, NewsJsons.day(here, today(here), lines(here))));
        }
        return new Reply.Page(Layout.page(here, 200, here.say("news.title"),
                Element.of(Tag.H1).text(here.say("news.title")),
                Element.of(Tag.P).cls("lead").text(here.language().fullDate(here.today(), true)),
                Element.of(Tag.DIV).id("digest").set(Attr.DATA_LIVE, "").with(came(here), soon(here), posted(here)),
                NewsSettings.form(here)));
    }

    private static Html came(Here here) {
        List<NewsView> lines = lines(here);
        Element section = Element.of(Tag.SECTION).id("came").with(Element.of(Tag.H2).text(here.say("news.came")));
        if (lines.isEmpty()) {
            return section.with(Element.of(Tag.P).cls("empty").text(here.say("news.none")));
        }
        Map<LocalDate, Element> days = new LinkedHashMap<>();
        for (NewsView one : lines) {
            days.computeIfAbsent(here.at(one.hour()).toLocalDate(), ignored -> Element.of(Tag.UL).cls("came")).with(line(here, one));
        }
        days.forEach((day, list) -> section.with(Element.of(Tag.H3).text(here.language().date(day, here.today())), list));
        return section.with(putAway(here, lines.stream().filter(one -> !one.seen()).toList()));
    }

    /** What takes place from now until tomorrow's end. */
    static List<OccurrenceCard> today(Here here) {
        long until = here.instant(here.today().plusDays(2).atStartOfDay());
        return here.views().calendar(new CalendarQuery(Optional.empty(), here.views().now(), until));
    }

    private static Html soon(Here here) {
        List<OccurrenceCard> cards = today(here);
        if (cards.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL);
        for (OccurrenceCard card : cards) {
            boolean whole = card.doing().times().wholeDays();
            Element item = Element.of(Tag.LI).cls(card.mine() ? "occurrence mine" : "occurrence").with(
                    Here.link(DoingPage.path(card.ref()) + "?on=" + card.when().date(), card.doing().title()).set(Attr.DIR, "auto"),
                    Element.of(Tag.SPAN).cls("hint").text(" " + CalendarPage.span(here, card.when().start(), card.when().end(), whole)));
            if (card.mine()) {
                item.with(Element.of(Tag.SPAN).cls("status").text(" " + here.say("calendar.mine")));
            }
            list.with(card.nobodyYet() ? item.with(Element.of(Tag.SPAN).cls("status lonely").text(" " + here.say("calendar.nobodyYet"))) : item);
        }
        return Element.of(Tag.SECTION).cls("days").id("soon").with(Element.of(Tag.H2).text(here.say("news.soon")), list);
    }

    /** What was written on a board yesterday or today; entries bear the day alone. */
    static List<ThreadCard> posted(Here here, CircleCard circle) {
        long since = here.today().minusDays(1).toEpochDay() * 86_400L;
        List<ThreadCard> out = new ArrayList<>();
        here.views().board(BoardQuery.all(circle.address())).ifPresent(board -> board.threads().stream()
                .filter(card -> !card.mine() && card.writtenAt() >= since).forEach(out::add));
        return out;
    }

    private static Html posted(Here here) {
        Element section = Element.of(Tag.SECTION).id("posted").with(Element.of(Tag.H2).text(here.say("news.posted")));
        boolean any = false;
        for (CircleCard circle : here.views().circles()) {
            List<ThreadCard> cards = here.views().newsWays().circlesOff().contains(circle.address()) ? List.of() : posted(here, circle);
            if (!cards.isEmpty()) {
                any = true;
                Element list = Element.of(Tag.UL).cls("threads");
                cards.stream().limit(NEW_PER_CIRCLE).forEach(card -> list.with(BoardPage.card(here, card)));
                section.with(Element.of(Tag.H3).with(Here.link(Here.path(circle.address()), circle.name()).set(Attr.DIR, "auto")), list);
            }
        }
        return any ? section : Html.none();
    }

    /** How many minutes it is still quiet on the reader's clock. */
    static int quiet(Here here, NewsWays ways) {
        var clock = here.at(here.views().now()).toLocalTime();
        return ways.quietFor(clock.getHour() * 60 + clock.getMinute());
    }
}
