package weft.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weft.core.view.CalendarQuery;
import weft.core.view.CircleCard;
import weft.core.view.OccurrenceCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** What takes place: a month, a week, a day, or the next weeks as a list; of one circle or of all. */
final class CalendarPage {
    private static final int LIST_DAYS = 60;

    private CalendarPage() {}

    /** The four ways of looking. */
    enum Way { MONTH, WEEK, DAY, LIST }

    /**
     * What is looked at.
     *
     * @param way how
     * @param on a date within
     * @param first the first date shown
     * @param after the first date no longer shown
     */
    private record Look(Way way, LocalDate on, LocalDate first, LocalDate after) {
        static Look of(Here here, Way way, LocalDate on) {
            return switch (way) {
                case MONTH -> {
                    LocalDate first = weekOf(here, on.withDayOfMonth(1));
                    yield new Look(way, on, first, weekOf(here, on.withDayOfMonth(on.lengthOfMonth())).plusDays(7));
                }
                case WEEK -> new Look(way, on, weekOf(here, on), weekOf(here, on).plusDays(7));
                case DAY -> new Look(way, on, on, on.plusDays(1));
                case LIST -> new Look(way, on, on, on.plusDays(LIST_DAYS));
            };
        }

        LocalDate turned(int by) {
            return switch (way) {
                case MONTH -> on.withDayOfMonth(1).plusMonths(by);
                case WEEK -> on.plusDays(7L * by);
                case DAY -> on.plusDays(by);
                case LIST -> on.plusDays((long) LIST_DAYS * by);
            };
        }
    }

    private static LocalDate weekOf(Here here, LocalDate date) {
        DayOfWeek first = here.firstDay();
        return date.minusDays(Math.floorMod(date.getDayOfWeek().getValue() - first.getValue(), 7));
    }

    static Reply reply(Here here, Optional<CircleCard> circle) {
        Way way = here.request().asked("view").flatMap(CalendarPage::way).orElse(Way.MONTH);
        LocalDate on = here.request().asked("on").flatMap(Moments::date).orElse(here.today());
        Look look = Look.of(here, way, on);
        List<OccurrenceCard> cards = here.views().calendar(new CalendarQuery(circle.map(CircleCard::address),
                here.instant(look.first().atStartOfDay()), here.instant(look.after().atStartOfDay())));
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, CalendarJsons.calendar(cards)));
        }
        return new Reply.Page(page(here, circle, look, cards));
    }

    private static Optional<Way> way(String text) {
        return switch (text) {
            case "month" -> Optional.of(Way.MONTH);
            case "week" -> Optional.of(Way.WEEK);
            case "day" -> Optional.of(Way.DAY);
            case "list" -> Optional.of(Way.LIST);
            default -> Optional.empty();
        };
    }

    static String path(Optional<CircleCard> circle) {
        return circle.map(card -> Here.path(card.address())).orElse("") + "/calendar";
    }

    private static String address(Optional<CircleCard> circle, Way way, LocalDate on) {
        return path(circle) + "?view=" + Jsons.code(way) + "&on=" + on;
    }

    private static Response page(Here here, Optional<CircleCard> circle, Look look, List<OccurrenceCard> cards) {
        Map<LocalDate, List<OccurrenceCard>> days = days(here, look, cards);
        boolean grid = look.way() == Way.MONTH || look.way() == Way.WEEK;
        Element section = Element.of(Tag.SECTION).id("calendar").set(Attr.DATA_LIVE, "").set(Attr.ARIA_LABEL, title(here, look))
                .with(grid ? grid(here, circle, look, days) : list(here, circle, look, days));
        if (cards.isEmpty()) {
            section.with(Element.of(Tag.P).cls("empty").text(here.say("calendar.empty")));
        }
        return Layout.page(here, 200, here.say("calendar.title"), circle,
                Element.of(Tag.H1).text(title(here, look)),
                ways(here, circle, look),
                section,
                actions(here, circle),
                CalendarSettings.sections(here, circle));
    }

    private static String title(Here here, Look look) {
        return switch (look.way()) {
            case MONTH -> here.language().month(look.on());
            case WEEK -> here.say("calendar.weekOf", "date", here.language().fullDate(look.first(), true));
            case DAY -> here.language().fullDate(look.on(), true);
            case LIST -> here.say("calendar.from", "date", here.language().fullDate(look.on(), true));
        };
    }

    private static Element ways(Here here, Optional<CircleCard> circle, Look look) {
        Element ways = Element.of(Tag.NAV).cls("ways-of-looking").set(Attr.ARIA_LABEL, here.say("calendar.ways"));
        for (Way way : Way.values()) {
            ways.with(Here.link(address(circle, way, look.on()), here.say("calendar.way." + Jsons.code(way)))
                    .setIf(way == look.way(), Attr.ARIA_CURRENT, "page"));
        }
        Element turn = Element.of(Tag.NAV).cls("turn").set(Attr.ARIA_LABEL, here.say("calendar.turn")).with(
                Here.link(address(circle, look.way(), look.turned(-1)), here.say("calendar.earlier")).set(Attr.REL, "prev"),
                Here.link(address(circle, look.way(), here.today()), here.say("calendar.today")),
                Here.link(address(circle, look.way(), look.turned(1)), here.say("calendar.later")).set(Attr.REL, "next"));
        return Element.of(Tag.DIV).cls("looking").with(ways, turn);
    }

    private static Html actions(Here here, Optional<CircleCard> circle) {
        if (circle.isEmpty()) {
            return Html.none();
        }
        String path = Here.path(circle.get().address());
        return Element.of(Tag.P).cls("actions").with(
                Here.link(path + "/doing", here.say("doing.new")).cls("button"),
                Here.link(path + "/import", here.say("import.title")).cls("button plain"));
    }

    /** Each day that something takes place on, as the reader's clock has it. */
    private static Map<LocalDate, List<OccurrenceCard>> days(Here here, Look look, List<OccurrenceCard> cards) {
        Map<LocalDate, List<OccurrenceCard>> out = new TreeMap<>();
        for (OccurrenceCard card : cards) {
            LocalDate last = here.at(card.when().end() - 1).toLocalDate();
            for (LocalDate day = here.at(card.when().start()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                if (!day.isBefore(look.first()) && day.isBefore(look.after())) {
                    out.computeIfAbsent(day, ignored -> new ArrayList<>()).add(card);
                }
            }
        }
        return out;
    }

    private static Html grid(Here here, Optional<CircleCard> circle, Look look, Map<LocalDate, List<OccurrenceCard>> days) {
        Element head = Element.of(Tag.TR);
        for (int i = 0; i < 7; i++) {
            LocalDate day = look.first().plusDays(i);
            head.with(Element.of(Tag.TH).set(Attr.SCOPE, "col").text(here.language().weekday(day.getDayOfWeek())));
        }
        Element body = Element.of(Tag.TBODY);
        for (LocalDate week = look.first(); week.isBefore(look.after()); week = week.plusDays(7)) {
            Element row = Element.of(Tag.TR);
            for (int i = 0; i < 7; i++) {
                row.with(cell(here, circle, look, week.plusDays(i), days));
            }
            body.with(row);
        }
        return Element.of(Tag.TABLE).cls("month").with(Element.of(Tag.THEAD).with(head), body);
    }

    private static Element cell(Here here, Optional<CircleCard> circle, Look look, LocalDate day, Map<LocalDate, List<OccurrenceCard>> days) {
        List<OccurrenceCard> there = days.getOrDefault(day, List.of());
        boolean outside = look.way() == Way.MONTH && day.getMonthValue() != look.on().getMonthValue();
        boolean today = day.equals(here.today());
        Element date = Here.link(address(circle, Way.DAY, day), Integer.toString(day.getDayOfMonth())).cls("date")
                .set(Attr.ARIA_LABEL, here.language().fullDate(day, false)).setIf(today, Attr.ARIA_CURRENT, "date");
        Element long_ = Element.of(Tag.SPAN).cls("long-date").set(Attr.ARIA_HIDDEN, "true").text(here.language().fullDate(day, false));
        Element cell = Element.of(Tag.TD).cls((there.isEmpty() ? "none" : "some") + (outside ? " outside" : "") + (today ? " today" : "")).with(date, long_);
        if (!there.isEmpty()) {
            Element list = Element.of(Tag.UL);
            there.forEach(card -> list.with(line(here, circle, card, day)));
            cell.with(list);
        }
        return cell;
    }

    private static Html list(Here here, Optional<CircleCard> circle, Look look, Map<LocalDate, List<OccurrenceCard>> days) {
        Element all = Element.of(Tag.DIV).cls("days");
        days.forEach((day, cards) -> {
            Element list = Element.of(Tag.UL);
            cards.forEach(card -> list.with(line(here, circle, card, day)));
            Html heading = look.way() == Way.DAY ? Html.none() : Element.of(Tag.H2)
                    .text(here.language().fullDate(day, day.getYear() != here.today().getYear()));
            all.with(Element.of(Tag.SECTION).with(heading, list));
        });
        return all;
    }

    private static Element line(Here here, Optional<CircleCard> circle, OccurrenceCard card, LocalDate day) {
        LocalDateTime start = here.at(card.when().start());
        boolean begins = start.toLocalDate().equals(day);
        String time = card.doing().times().wholeDays() ? here.say("calendar.allDay") : !begins ? here.say("calendar.goesOn") : here.language()
                .time(start.toLocalTime());
        Element item = Element.of(Tag.LI).cls("occurrence" + (card.mine() ? " mine" : "")).with(
                Element.of(Tag.SPAN).cls("time").text(time),
                Element.of(Tag.SPAN).text(" "),
                Here.link(DoingPage.path(card.ref()) + "?on=" + card.when().date(), card.doing().title()).set(Attr.DIR, "auto"));
        if (circle.isEmpty()) {
            item.with(Element.of(Tag.SPAN).cls("hint").text(" "), Element.of(Tag.BDI).cls("hint").text(card.circle().name()));
        }
        if (card.mine()) {
            item.with(Element.of(Tag.SPAN).cls("status").text(" " + here.say("calendar.mine")));
        }
        if (card.nobodyYet()) {
            item.with(Element.of(Tag.SPAN).cls("status lonely").text(" " + here.say("calendar.nobodyYet")));
        }
        return item;
    }

    /** From when until when something takes place, as the reader's clock has it. */
    static String span(Here here, long start, long end, boolean wholeDays) {
        LocalDateTime from = here.at(start);
        LocalDateTime until = here.at(end);
        LocalDate lastDay = here.at(end - 1).toLocalDate();
        if (wholeDays) {
            String first = here.language().fullDate(from.toLocalDate(), from.getYear() != here.today().getYear());
            return from.toLocalDate().equals(lastDay) ? first : here.say("when.span", "from", first, "until", here.language().fullDate(lastDay, false));
        }
        String last = from.toLocalDate().equals(until.toLocalDate()) || until.toLocalTime().equals(LocalTime.MIDNIGHT) && from.toLocalDate().equals(lastDay)
                ? here.language().time(until.toLocalTime()) : moment(here, until);
        return here.say("when.span", "from", moment(here, from), "until", last);
    }

    private static String moment(Here here, LocalDateTime moment) {
        return here.say("when.moment", "date", here.language().fullDate(moment.toLocalDate(), moment.getYear() != here.today().getYear()),
                "time", here.language().time(moment.toLocalTime()));
    }
}
