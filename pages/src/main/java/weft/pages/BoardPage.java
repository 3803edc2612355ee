package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CircleCard;
import weft.core.view.ThreadCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;

/** The board of a circle: what is needed and offered. */
final class BoardPage {
    /** How many threads one page shows, so that it stays small. */
    static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 1_000_000;

    private BoardPage() {}

    /** Words are taken from programs alone: in a browser they would stand in the address, so in its history. */
    private static BoardQuery query(Here here, CircleCard circle) {
        Request request = here.request();
        Optional<Side> side = request.asked("side").flatMap(BoardPage::side);
        Optional<String> place = request.asked("place").flatMap(sign -> request.wantsJson() ? Optional.of(sign)
                : here.views().board(BoardQuery.of(circle.address(), Optional.empty(), true), 0, 0).stream().flatMap(board -> board.places().stream())
                        .filter(name -> sign(name).equals(sign)).findFirst().or(() -> Optional.of(sign)));
        Optional<LocalDate> from = request.asked("from").flatMap(Moments::date);
        Optional<LocalDate> until = request.asked("until").flatMap(Moments::date);
        return new BoardQuery(circle.address(), side, request.asked("kind"), place, from.map(day -> here.instant(day.atStartOfDay())),
                until.map(day -> here.instant(day.plusDays(1).atStartOfDay()) - 1), request.wantsJson() ? request.asked("q") : Optional.empty(),
                request.asked("ended").isPresent());
    }

    /** A short sign for the name of a place, so that the name stands in no address and no history. FNV-1a. */
    static String sign(String name) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x01000193;
        }
        return weft.primitives.Bytes.bigEndian(hash & 0xffffffffL, 4).hex();
    }

    static Optional<Side> side(String text) {
        return switch (text) {
            case "need" -> Optional.of(Side.NEED);
            case "offer" -> Optional.of(Side.OFFER);
            default -> Optional.empty();
        };
    }

    static Reply reply(Here here, CircleCard circle) {
        BoardQuery query = query(here, circle);
        boolean whole = here.request().wantsJson() || !by(here).isEmpty();
        Optional<BoardView> board = whole ? here.views().board(query) : here.views().board(query, (asked(here, MOST_PAGES) - 1) * PER_PAGE, PER_PAGE);
        if (!whole && board.filter(one -> one.threads().isEmpty() && one.count() > 0).isPresent()) {
            // Past the end: the last page.
            board = here.views().board(query, (asked(here, pages(board.get())) - 1) * PER_PAGE, PER_PAGE);
        }
        if (board.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_CIRCLE);
        }
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.board(here, board.get())));
        }
        return new Reply.Page(page(here, board.get()));
    }

    private static int pages(BoardView board) {
        return (board.count() + PER_PAGE - 1) / PER_PAGE;
    }

    /** The page that is asked for, from 1. */
    private static int asked(Here here, int pages) {
        return Math.clamp(here.request().asked("page").flatMap(CirclePages::number).orElse(1), 1, pages);
    }

    private static Response page(Here here, BoardView board) {
        CircleCard circle = board.circle();
        String path = Here.path(circle.address());
        return Layout.page(here, 200, here.say("board.list"), Optional.of(circle),
                Element.of(Tag.DIV).cls("title").with(
                        Element.of(Tag.H1).set(Attr.DIR, "auto").text(circle.name()),
                        Element.of(Tag.DIV).id("reach").set(Attr.DATA_LIVE, "").with(StartPage.reach(here, circle))),
                Element.of(Tag.P).cls("actions").with(
                        Here.link(path + "/post?side=need", here.say("board.postNeed")).cls("button"),
                        Here.link(path + "/post?side=offer", here.say("board.postOffer")).cls("button"),
                        Here.link(path + "/calendar", here.say("calendar.title")).cls("button plain"),
                        Here.link(path + "/map", here.say("map.title")).cls("button plain"),
                        Here.link(path + "/invite", here.say("board.invite")).cls("button plain")),
                FindPage.box(here, circle),
                filter(here, board),
                list(here, board),
                Element.of(Tag.P).cls("actions quiet").with(
                        Here.link(path + "/list.txt", here.say("board.plain")),
                        Here.link(path + "/intake", here.say("intake.title")),
                        Here.link(path + "/blank", here.say("blank.title")),
                        Here.link(path + "/rounds", here.say("rounds.title")),
                        Here.link(path + "/settings", here.say("circle.settings.title"))));
    }

    private static Element filter(Here here, BoardView board) {
        BoardQuery query = board.query();
        String side = query.side().map(Jsons::code).orElse("");
        List<Element> sides = new ArrayList<>();
        for (String value : List.of("", "need", "offer")) {
            sides.add(option(value, here.say(value.isEmpty() ? "board.both" : "board.only." + value), side.equals(value)));
        }
        List<Element> kinds = new ArrayList<>();
        String kind = query.kind().orElse("");
        kinds.add(option("", here.say("board.anyKind"), kind.isEmpty()));
        board.kinds().forEach(one -> kinds.add(option(one, kind(here, one), kind.equals(one))));
        List<Element> places = new ArrayList<>();
        String place = query.place().orElse("");
        places.add(option("", here.say("board.anyPlace"), place.isEmpty()));
        board.places().forEach(one -> places.add(option(sign(one), one, place.equals(one))));
        String by = by(here);
        List<Element> orders = new ArrayList<>();
        for (String value : List.of("", "kind", "place")) {
            orders.add(option(value, here.say("board.by." + (value.isEmpty() ? "time" : value)), by.equals(value)));
        }
        Element ended = Element.of(Tag.SPAN).cls("choice").with(
                Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "ended").set(Attr.VALUE, "1").id("q-ended")
                        .markIf(query.withEnded(), Attr.CHECKED),
                Element.of(Tag.LABEL).set(Attr.FOR, "q-ended").text(here.say("board.ended")));
        boolean filtered = !by.isEmpty() || !query.equals(BoardQuery.all(query.circle()));
        Element form = Element.of(Tag.FORM).cls("filter").set(Attr.METHOD, "get").set(Attr.AUTOCOMPLETE, "off").set(Attr.ACTION, Here.path(query.circle()))
                .with(labelled(here, "q-side", "board.side", Element.of(Tag.SELECT).set(Attr.NAME, "side").with(sides)),
                        labelled(here, "q-kind", "board.kind", Element.of(Tag.SELECT).set(Attr.NAME, "kind").with(kinds)),
                        labelled(here, "q-place", "board.place", Element.of(Tag.SELECT).set(Attr.NAME, "place").with(places)),
                        labelled(here, "q-from", "find.from", day(here, "from")),
                        labelled(here, "q-until", "find.until", day(here, "until")),
                        labelled(here, "q-by", "board.by", Element.of(Tag.SELECT).set(Attr.NAME, "by").with(orders)),
                        ended,
                        here.button("board.filter").cls("plain"));
        return Element.of(Tag.SEARCH).with(Element.of(Tag.DETAILS).markIf(filtered, Attr.OPEN).with(
                Element.of(Tag.SUMMARY).text(here.say("board.choose")), form));
    }

    private static Element labelled(Here here, String id, String label, Element control) {
        return Element.of(Tag.SPAN).cls("asked").with(Element.of(Tag.LABEL).set(Attr.FOR, id).text(here.say(label)), control.id(id));
    }

    static Element option(String value, String text, boolean chosen) {
        return Element.of(Tag.OPTION).set(Attr.VALUE, value).markIf(chosen, Attr.SELECTED).text(text);
    }

    /** A kind in the reader's language where it is a seeded one, else as the circle says it. */
    static String kind(Here here, String kind) {
        String key = "kind." + kind.toLowerCase(Locale.ROOT);
        return here.language().has(key) ? here.say(key) : kind;
    }

    private static Element list(Here here, BoardView board) {
        Element section = Element.of(Tag.SECTION).id("threads").set(Attr.DATA_LIVE, "").set(Attr.ARIA_LABEL, here.say("board.list"));
        List<ThreadCard> threads = ordered(here, board.threads());
        if (threads.isEmpty()) {
            boolean filtered = !board.query().equals(BoardQuery.all(board.query().circle()));
            return section.with(Element.of(Tag.P).cls("empty").text(here.say(filtered ? "board.nothingFits" : "board.empty")));
        }
        int pages = pages(board);
        int page = asked(here, pages);
        // Arranged by something else than time, all are here; else those of this page alone.
        List<ThreadCard> shown = threads.size() < board.count() ? threads : threads.subList((page - 1) * PER_PAGE, Math.min(page * PER_PAGE, threads.size()));
        Map<String, Element> groups = new LinkedHashMap<>();
        shown.forEach(card -> groups.computeIfAbsent(group(here, card), ignored -> Element.of(Tag.UL).cls("threads")).with(card(here, card)));
        groups.forEach((name, list) -> section.with(by(here).isEmpty() ? Html.none()
                : Element.of(Tag.H2).cls("group").set(Attr.DIR, "auto").text(name.isEmpty() ? here.say("board.by.none") : name), list));
        if (pages > 1) {
            Element turn = Element.of(Tag.NAV).cls("turn").set(Attr.ARIA_LABEL, here.say("board.pages"));
            if (page > 1) {
                turn.with(Here.link(pageLink(here, page - 1), here.say("board.earlier")).set(Attr.REL, "prev"));
            }
            turn.with(Element.of(Tag.SPAN).text(here.say("board.page", "page", page, "pages", pages)));
            if (page < pages) {
                turn.with(Here.link(pageLink(here, page + 1), here.say("board.later")).set(Attr.REL, "next"));
            }
            section.with(turn);
        }
        return section;
    }

    /** How the list is arranged: by time unless it was asked for otherwise. */
    private static String by(Here here) {
        return here.request().asked("by").filter(List.of("kind", "place")::contains).orElse("");
    }

    private static String group(Here here, ThreadCard card) {
        return switch (by(here)) {
            case "kind" -> kind(here, card.ask().kind());
            case "place" -> card.ask().where().map(Whereabouts::name).orElse("");
            default -> "";
        };
    }

    /** By time as they came; else what is alike together, what says nothing last. */
    private static List<ThreadCard> ordered(Here here, List<ThreadCard> threads) {
        return by(here).isEmpty() ? threads : threads.stream().sorted(Comparator.comparing((ThreadCard card) -> group(here, card).isEmpty())
                .thenComparing(card -> group(here, card).toLowerCase(Locale.ROOT))).toList();
    }

    private static Element day(Here here, String name) {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "date").set(Attr.NAME, name).set(Attr.VALUE, here.request().asked(name).orElse(""));
    }

    private static String pageLink(Here here, int page) {
        StringBuilder out = new StringBuilder("?page=").append(page);
        for (String name : List.of("side", "kind", "place", "from", "until", "by", "ended", "lang")) {
            here.request().asked(name).ifPresent(value -> out.append('&').append(name).append('=').append(encoded(value)));
        }
        return out.toString();
    }

    static String encoded(String value) {
        StringBuilder out = new StringBuilder();
        weft.primitives.Bytes bytes = weft.primitives.Bytes.utf8(value);
        for (int i = 0; i < bytes.size(); i++) {
            int b = bytes.at(i);
            boolean plain = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
            out.append(plain ? Character.toString((char) b) : "%" + weft.primitives.Bytes.ofUnsigned(b).hex());
        }
        return out.toString();
    }

    static Element card(Here here, ThreadCard card) {
        Ask ask = card.ask();
        Element meta = Element.of(Tag.P).cls("meta");
        metaOf(here, card).forEach(piece -> meta.with(Element.of(Tag.SPAN).with(piece)));
        Element item = Element.of(Tag.LI).cls("card " + Jsons.code(ask.side()) + ' ' + Jsons.code(card.stage())).with(
                Element.of(Tag.P).cls("state").with(side(here, ask.side()), Marks.stage(here, card.stage())),
                Element.of(Tag.H2).with(Here.link(Here.path(card.ref()), ask.title()).set(Attr.DIR, "auto")),
                meta);
        if (card.mine() || card.inside()) {
            item.with(Element.of(Tag.P).cls("own").text(here.say(card.mine() ? "board.mine" : "board.inside")));
        }
        return item;
    }

    static Element side(Here here, Side side) {
        return Element.of(Tag.SPAN).cls("side " + Jsons.code(side)).text(here.say("side." + Jsons.code(side)));
    }

    /** What a line on the board says besides its title: kind, when, where, languages. */
    private static List<Html> metaOf(Here here, ThreadCard card) {
        Ask ask = card.ask();
        List<Html> out = new ArrayList<>();
        if (!ask.kind().isEmpty()) {
            out.add(Html.said(kind(here, ask.kind())));
        }
        out.add(Html.text(here.when(ask)));
        ask.where().map(Whereabouts::name).filter(name -> !name.isEmpty()).ifPresent(name -> out.add(Html.said(name)));
        if (!ask.languages().isEmpty()) {
            out.add(Html.said(languages(here, ask)));
        }
        if (ask.forSomeoneElse()) {
            out.add(Html.text(here.say("thread.forSomeoneElse")));
        }
        return out;
    }

    static String languages(Here here, Ask ask) {
        return String.join(here.say("list.comma"), ask.languages().stream().map(Tongues::ownName).toList());
    }

    /** What is open, as plain lines to paste into a chat: no names, no addresses, no links. */
    static Reply plainList(Here here, CircleCard circle) {
        Optional<BoardView> board = here.views().board(query(here, circle));
        if (board.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_CIRCLE);
        }
        StringBuilder out = new StringBuilder(here.say("plain.title", "date", here.language().fullDate(here.today(), true))).append('\n');
        for (Side side : Side.values()) {
            List<ThreadCard> cards = board.get().threads().stream().filter(card -> card.ask().side() == side).toList();
            if (!cards.isEmpty()) {
                out.append('\n').append(here.say("plain." + Jsons.code(side))).append('\n');
                cards.forEach(card -> out.append(PlainLine.of(here, card)).append('\n'));
            }
        }
        if (board.get().threads().isEmpty()) {
            out.append('\n').append(here.say("board.empty")).append('\n');
        }
        return new Reply.Page(Response.text(200, "text/plain; charset=utf-8", out.toString()));
    }
}
