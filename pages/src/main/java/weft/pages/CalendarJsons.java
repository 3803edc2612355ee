package weft.pages;

import java.util.List;
import weft.core.calendar.Occurrence;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.entry.Whereabouts;
import weft.core.view.DoingView;
import weft.core.view.Name;
import weft.core.view.OccurrenceCard;
import weft.core.view.PartView;
import weft.wire.json.Json;

/** The calendar and doings as JSON, member by member as {@code spec/pages.md} lists them. */
final class CalendarJsons {
    private CalendarJsons() {}

    static Json calendar(List<OccurrenceCard> cards) {
        return Json.object("occurrences", cards.stream().map(card -> Json.object(
                "circle", card.circle().address().hex(),
                "circleName", card.circle().name(),
                "doing", card.ref().root().hex(),
                "path", DoingPage.path(card.ref()),
                "title", card.doing().title(),
                "where", card.doing().where().map(Whereabouts::name).orElse(""),
                "on", card.when().date().toString(),
                "start", card.when().start(),
                "end", card.when().end(),
                "mine", card.mine(),
                "nobodyYet", card.nobodyYet())).toList());
    }

    /** What somebody comes for, as one word in forms and answers: {@code coming}, {@code shift-1}, {@code bring-2}. */
    static String code(Joining.Part part) {
        return switch (part) {
            case Joining.Part.Coming() -> "coming";
            case Joining.Part.OfShift(int number) -> "shift-" + number;
            case Joining.Part.Bringing(int number) -> "bring-" + number;
        };
    }

    static Json doing(Here here, DoingView view) {
        Doing doing = view.doing();
        return Json.object(
                "circle", Jsons.circle(view.circle()),
                "doing", view.ref().root().hex(),
                "path", DoingPage.path(view.ref()),
                "title", doing.title(),
                "text", doing.text(),
                "kind", doing.kind(),
                "where", doing.where().map(Whereabouts::name).orElse(""),
                "zone", doing.times().zone().name(),
                "rule", doing.times().rule().map(rule -> rule.text()).orElse(""),
                "mine", view.mine(),
                "calledOff", view.calledOff(),
                "lastDay", Here.date(view.lastDay()).toString(),
                "next", view.next().stream().map(CalendarJsons::occurrence).toList(),
                "shown", view.shown().<Object>map(CalendarJsons::occurrence).orElse(Json.Null.NULL),
                "parts", view.parts().stream().map(part -> part(here, part)).toList());
    }

    private static Json occurrence(Occurrence one) {
        return Json.object("on", one.date().toString(), "start", one.start(), "end", one.end());
    }

    private static Json part(Here here, PartView part) {
        return Json.object("part", code(part.part()), "title", part.title(), "start", part.start(), "end", part.end(), "hands", part.hands(),
                "coming", names(here, part.coming()), "cannot", names(here, part.cannot()), "mine", part.mine(), "always", part.always());
    }

    private static Json names(Here here, List<Name> names) {
        return Json.texts(names.stream().map(here::name).toList());
    }
}
