package weft.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.News;
import weft.core.view.NewsView;
import weft.core.view.NewsWays;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** Of what, where and when a person wants to be told; and what a page with a script may show as a notification of the machine's own. */
final class NewsSettings {
    private NewsSettings() {}

    static Html form(Here here) {
        NewsWays ways = here.views().newsWays();
        Fields fields = Fields.of(Map.of("quietFrom", List.of(clock(ways, ways.quietFrom())), "quietUntil", List.of(clock(ways, ways.quietUntil()))));
        List<Element> circles = new ArrayList<>();
        for (CircleCard card : here.views().circles()) {
            circles.add(fields.choice("circle", card.address().hex(), card.name(), !ways.circlesOff().contains(card.address()), "checkbox"));
        }
        List<Element> kinds = new ArrayList<>();
        for (News kind : News.values()) {
            kinds.add(fields.choice("kind", Jsons.code(kind), NewsPage.bare(here, kind), !ways.kindsOff().contains(kind), "checkbox"));
        }
        Element desktop = fields.choice("desktop", "1", here.say("news.desktop"), ways.desktop(), "checkbox");
        return Element.of(Tag.SECTION).cls("do").id("ways").with(
                Element.of(Tag.H2).text(here.say("news.ways")),
                here.form("/news/ways").mark(Attr.DATA_WAYS).with(
                        Element.of(Tag.DIV).cls("field").with(desktop, Element.of(Tag.P).cls("hint").text(here.say("news.desktop.hint")),
                                Element.of(Tag.P).cls("fault").id("desktop-refused").mark(Attr.HIDDEN).text(here.say("news.desktop.refused"))),
                        Element.of(Tag.FIELDSET).cls("field").with(Element.of(Tag.LEGEND).text(here.say("news.quiet")),
                                Element.of(Tag.P).cls("hint").text(here.say("news.quiet.hint")),
                                Element.of(Tag.DIV).cls("pair").with(time(here, fields, "quietFrom", "news.quiet.from"),
                                        time(here, fields, "quietUntil", "news.quiet.until"))),
                        circles.isEmpty() ? Html.none() : fields.choices(here, "circle", "news.circles", circles),
                        fields.choices(here, "kind", "news.kinds", kinds),
                        Element.of(Tag.P).cls("actions").with(here.button("do.save").cls("plain"))));
    }

    private static Element time(Here here, Fields fields, String name, String label) {
        return fields.line(here, name, label, "", Element.of(Tag.INPUT).set(Attr.TYPE, "time"));
    }

    private static String clock(NewsWays ways, int minute) {
        return ways.quietFrom() == ways.quietUntil() ? "" : (minute < 600 ? "0" : "") + minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }

    /** Minutes after midnight; nothing where it is no time of day. */
    private static Optional<Integer> minute(String text) {
        return Moments.moment("2026-01-01T" + text, false).map(moment -> moment.getHour() * 60 + moment.getMinute());
    }

    static Reply save(Here here) {
        Fields fields = Fields.of(here.request().form());
        Optional<Integer> from = minute(fields.get("quietFrom"));
        Optional<Integer> until = minute(fields.get("quietUntil"));
        Set<News> kinds = new LinkedHashSet<>();
        for (News kind : News.values()) {
            if (!fields.all("kind").contains(Jsons.code(kind))) {
                kinds.add(kind);
            }
        }
        Set<Bytes> circles = new LinkedHashSet<>();
        for (CircleCard card : here.views().circles()) {
            if (!fields.all("circle").contains(card.address().hex())) {
                circles.add(card.address());
            }
        }
        boolean hours = from.isPresent() && until.isPresent();
        return Acts.act(here, new Command.NewsTell(new NewsWays(!fields.get("desktop").isEmpty(), hours ? from.get() : 0, hours ? until.get() : 0, kinds,
                circles)), "/news#ways", "/news");
    }

    /**
     * Gives an open page what it may show, each once among all pages. The sentences name no thread: what a machine notifies, it may write
     * to its disk.
     */
    static Reply take(Here here) {
        NewsWays ways = here.views().newsWays();
        int quiet = NewsPage.quiet(here, ways);
        List<NewsView> wanted = here.views().news().stream().filter(one -> !one.given() && !one.seen()).toList();
        if (!ways.desktop() || quiet > 0 || wanted.isEmpty()) {
            return new Reply.Page(Jsons.response(200, Json.object("told", Json.texts(List.of()), "again", ways.desktop() ? quiet : 0)));
        }
        return new Reply.Act(new Command.NewsTake(wanted.stream().map(NewsView::key).toList()), outcome -> {
            List<Bytes> taken = outcome instanceof Outcome.Took(List<Bytes> keys) ? keys : List.of();
            List<String> told = wanted.stream().filter(one -> taken.contains(one.key())).map(one -> NewsPage.bare(here, one.what())).distinct().toList();
            return Jsons.response(200, Json.object("told", Json.texts(told), "again", 0));
        });
    }
}
