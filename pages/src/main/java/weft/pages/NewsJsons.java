package weft.pages;

import java.util.List;
import weft.core.view.NewsView;
import weft.core.view.OccurrenceCard;
import weft.wire.json.Json;

/** The news as JSON, member by member as {@code spec/pages.md} lists them. */
final class NewsJsons {
    private NewsJsons() {}

    static Json day(Here here, List<OccurrenceCard> soon, List<NewsView> lines) {
        return Json.object(
                "date", here.today().toString(),
                "news", lines.stream().map(one -> Json.object("key", one.key().hex(), "what", Jsons.code(one.what()),
                        "text", NewsPage.sentence(here, one.what()), "title", one.title(), "circle", Jsons.circle(one.circle()),
                        "thread", one.thread().root().hex(), "path", NewsPage.path(one), "day", here.at(one.hour()).toLocalDate().toString(),
                        "seen", one.seen())).toList(),
                "soon", CalendarJsons.calendar(soon),
                "posted", here.views().circles().stream().filter(circle -> !here.views().newsWays().circlesOff().contains(circle.address()))
                        .flatMap(circle -> NewsPage.posted(here, circle).stream()).map(card -> Jsons.card(here, card)).toList());
    }
}
