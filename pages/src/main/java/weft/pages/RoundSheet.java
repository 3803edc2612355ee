package weft.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.asset.Assets;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.rounds.day.Workday;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Plan;
import weft.rounds.model.Timetable;

/** One driver's sheet: own stops only, in large type, with boxes to tick, a map, and a part to tear off that says what to bring. */
final class RoundSheet {
    private RoundSheet() {}

    static Response page(Here here, CircleCard circle, RoundDay held, int number) {
        boolean file = here.request().asked("file").isPresent();
        Workday day = held.day();
        Driver driver = day.problem().drivers().get(number);
        Optional<Plan.Round> round = RoundPages.round(day, driver.name());
        List<Html> sheet = new ArrayList<>();
        // On paper "tomorrow" would soon be another day.
        sheet.add(Element.of(Tag.H1).with(Html.said(driver.name()), Html.text(" · " + here.language().fullDate(held.date(), true))));
        if (round.isEmpty()) {
            sheet.add(Element.of(Tag.P).text(here.say("rounds.free")));
        } else {
            fill(here, day, round.get(), sheet);
        }
        Element whole = Element.of(Tag.ARTICLE).cls("sheet").with(sheet);
        if (file) {
            return file(here, whole);
        }
        Element ways = Element.of(Tag.P).cls("actions").with(Here.link("?file=1", here.say("rounds.sheet.file")).cls("button").set(Attr.DOWNLOAD, "round.html"),
                Here.link(RoundPages.path(circle), here.say("rounds.back")));
        return Layout.page(here, 200, here.say("rounds.sheet"), Optional.of(circle), RoundPlan.dress(), ways,
                Element.of(Tag.P).cls("hint noprint").text(here.say("rounds.sheet.hint")), whole);
    }

    private static void fill(Here here, Workday day, Plan.Round round, List<Html> sheet) {
        List<RoundVisits.Visit> visits = RoundVisits.of(day.problem(), round);
        sheet.add(Element.of(Tag.P).cls("lead").text(here.say("rounds.leave", "time", Timetable.clock(round.leaves()),
                "place", RoundVisits.start(day.problem(), day.problem().drivers().get(RoundPages.number(day, round.driver()))).name())));
        Element list = Element.of(Tag.OL).cls("stops");
        int count = 0;
        int number = 0;
        int rest = RoundVisits.pauseBefore(round, visits);
        for (RoundVisits.Visit visit : visits) {
            if (count == rest) {
                list.with(pause(here, round));
            }
            number += visit.takes() ? 0 : 1;
            list.with(visit(here, day, visit, ++count, visit.takes() ? "" : number + ". "));
        }
        sheet.add(rest == visits.size() ? list.with(pause(here, round)) : list);
        sheet.add(RoundMap.draw(here, day, List.of(round), true));
        sheet.add(RoundMap.times(here, day, List.of(round)));
        sheet.add(tearOff(here, day, round, visits));
    }

    private static Element pause(Here here, Plan.Round round) {
        return Element.of(Tag.LI).cls("pause").text(here.say("rounds.pause", "time", Timetable.clock(round.pauseAt())));
    }

    private static Element visit(Here here, Workday day, RoundVisits.Visit visit, int count, String number) {
        String id = "tick-" + count;
        String time = Timetable.clock(visit.begins());
        Element words = Element.of(Tag.DIV);
        if (visit.takes()) {
            words.with(Element.of(Tag.LABEL).set(Attr.FOR, id).with(Html.said(visit.place().name())), note(day, visit.place().name()),
                    Element.of(Tag.P).with(Html.said(here.say("rounds.takes", "names", String.join(here.say("list.comma"), visit.jobs(day.problem()))))));
        } else {
            words.with(Element.of(Tag.LABEL).set(Attr.FOR, id).text(number).with(Html.said(visit.place().name())), note(day, visit.place().name()));
            for (String stop : visit.stops()) {
                Job job = RoundVisits.job(day.problem(), stop);
                String amounts = RoundVisits.amounts(here, day.problem(), job);
                boolean brings = job instanceof Job.Delivery || job.stops().size() == 2 && job.stops().getLast().name().equals(stop);
                words.with(Element.of(Tag.P).text(here.say(brings ? "rounds.bring" : "rounds.fetchThere", "what", amounts)));
            }
        }
        return Element.of(Tag.LI).with(
                Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").id(id), Element.of(Tag.SPAN).cls("clock").text(time), words);
    }

    /** Address and bell: what was said in the aside, for whoever goes there. */
    private static Html note(Workday day, String place) {
        String note = RoundVisits.cell(day, place, "note");
        return note.isEmpty() ? Html.none() : Element.of(Tag.P).cls("address").set(Attr.DIR, "auto").text(note);
    }

    /** What has to be on board, by where it is taken. */
    private static Element tearOff(Here here, Workday day, Plan.Round round, List<RoundVisits.Visit> visits) {
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        String start = RoundVisits.start(day.problem(), day.problem().drivers().get(RoundPages.number(day, round.driver()))).name();
        for (RoundVisits.Visit visit : visits) {
            for (String stop : visit.stops()) {
                Job job = RoundVisits.job(day.problem(), stop);
                if (job instanceof Job.Delivery || visit.takes()) {
                    byPlace.computeIfAbsent(visit.takes() ? visit.place().name() : start, place -> new ArrayList<>())
                            .add(job.name() + " (" + RoundVisits.amounts(here, day.problem(), job) + ')');
                }
            }
        }
        Element part = Element.of(Tag.SECTION).cls("tear").with(Element.of(Tag.H2).text(here.say("rounds.toBring")));
        byPlace.forEach((place, things) -> {
            Element list = Element.of(Tag.UL).cls("load");
            things.forEach(thing -> list.with(Element.of(Tag.LI).with(Html.text("☐ "), Html.said(thing))));
            part.with(Element.of(Tag.H3).with(Html.said(place)), list);
        });
        return part;
    }

    /** The sheet alone in a file that needs nothing else, for a phone without a connection. */
    private static Response file(Here here, Element whole) {
        String alone = Assets.sheet(here.language().tag(), here.language().direction(), here.say("rounds.sheet"), whole.render());
        return Response.text(200, "text/html; charset=utf-8", alone)
                .with("Content-Disposition", "attachment; filename=\"round.html\"");
    }
}
