package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import weft.core.entry.Asking;
import weft.core.view.AskingView;
import weft.core.view.ThingView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** A thing's month: on which days it is with somebody or asked for. */
final class ThingMonth {
    private ThingMonth() {}

    static Html of(Here here, ThingView view) {
        LocalDate on = here.request().asked("on").flatMap(Moments::date).orElse(here.today()).withDayOfMonth(1);
        LocalDate first = on.minusDays(Math.floorMod(on.getDayOfWeek().getValue() - here.firstDay().getValue(), 7));
        List<AskingView> taken = new ArrayList<>(view.here());
        taken.addAll(view.asked());
        Element head = Element.of(Tag.TR);
        for (int i = 0; i < 7; i++) {
            head.with(Element.of(Tag.TH).set(Attr.SCOPE, "col").text(here.language().weekday(first.plusDays(i).getDayOfWeek())));
        }
        Element body = Element.of(Tag.TBODY);
        for (LocalDate week = first; week.isBefore(on.plusMonths(1)); week = week.plusDays(7)) {
            Element row = Element.of(Tag.TR);
            for (int i = 0; i < 7; i++) {
                row.with(cell(here, on, week.plusDays(i), taken));
            }
            body.with(row);
        }
        String path = ThingPage.path(view.card().ref());
        Element turn = Element.of(Tag.NAV).cls("turn").set(Attr.ARIA_LABEL, here.say("calendar.turn")).with(
                Here.link(path + "?on=" + on.minusMonths(1), here.say("calendar.earlier")).set(Attr.REL, "prev"),
                Here.link(path + "?on=" + on.plusMonths(1), here.say("calendar.later")).set(Attr.REL, "next"));
        return Element.of(Tag.SECTION).id("days").with(Element.of(Tag.H2).text(here.language().month(on)), Element.of(Tag.DIV).cls("looking").with(turn),
                Element.of(Tag.TABLE).cls("month thing-days").with(Element.of(Tag.THEAD).with(head), body));
    }

    private static Element cell(Here here, LocalDate month, LocalDate day, List<AskingView> taken) {
        boolean outside = day.getMonthValue() != month.getMonthValue();
        boolean today = day.equals(here.today());
        List<AskingView> some = taken.stream().filter(one -> one.asking().days().map(days -> days.meets(new Asking.Days(day, day))).orElse(false)).toList();
        Element cell = Element.of(Tag.TD).cls((some.isEmpty() ? "none" : "some") + (outside ? " outside" : "") + (today ? " today" : ""))
                .with(Element.of(Tag.SPAN).cls("date").text(Integer.toString(day.getDayOfMonth())),
                        Element.of(Tag.SPAN).cls("long-date").set(Attr.ARIA_HIDDEN, "true").text(here.language().fullDate(day, false)));
        Element list = Element.of(Tag.UL);
        some.forEach(one -> list.with(Element.of(Tag.LI).with(Html.text(here.say(one.asking()
                .stage() == Asking.Stage.HERE ? "thing.day.here" : "thing.day.asked") + " "),
                here.named(one.by()))));
        return some.isEmpty() ? cell : cell.with(list);
    }
}
