package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.rounds.day.Workday;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;
import weft.rounds.model.Timetable;

/** The plan of a day: what is left over, a map, a time line, and each round with what can be changed by hand. */
final class RoundPlan {
    private RoundPlan() {}

    static Response page(Here here, CircleCard circle, RoundDay held) {
        return page(here, 200, circle, held, Fields.of(Map.of("s0-minutes", List.of("5"), "s0-amount", List.of("1"))), List.of());
    }

    static Response page(Here here, int status, CircleCard circle, RoundDay held, Fields fields, List<Html> faults) {
        Workday day = held.day();
        Element rounds = Element.of(Tag.SECTION).id("rounds");
        for (Driver driver : day.problem().drivers()) {
            rounds.with(round(here, circle, day, driver));
        }
        return Layout.page(here, status, here.say("rounds.title"), Optional.of(circle), dress(),
                here.heading("rounds.title"), Element.of(Tag.P).cls("lead").text(here.language().fullDate(held.date(), true)),
                Element.of(Tag.P).cls("hint").text(here.say("rounds.memory")),
                change(here, circle, held), left(here, circle, day), late(here, day), pictures(here, day),
                Element.of(Tag.P).cls("hint scripted").mark(Attr.HIDDEN).text(here.say("rounds.drag")), rounds, again(here, circle, held),
                adding(here, circle, fields, faults),
                RoundPages.button(here, circle, "forget", "rounds.forget", List.of()),
                here.form(RoundPages.path(circle) + "/move").id("move").mark(Attr.HIDDEN)
                        .with(Here.hidden("stop", ""), Here.hidden("driver", ""), Here.hidden("place", "")));
    }

    /** The style and the script of these pages. */
    static Html dress() {
        return Html.many(Element.of(Tag.LINK).set(Attr.REL, "stylesheet").set(Attr.HREF, "/assets/map.css"),
                Element.of(Tag.LINK).set(Attr.REL, "stylesheet").set(Attr.HREF, "/assets/rounds.css"),
                Element.of(Tag.SCRIPT).set(Attr.SRC, "/assets/rounds.js").mark(Attr.DEFER));
    }

    private static Html pictures(Here here, Workday day) {
        return day.plan().rounds().isEmpty() ? Html.none() : Element.of(Tag.SECTION).cls("pictures").with(
                Element.of(Tag.H2).text(here.say("rounds.map")), RoundMap.draw(here, day, day.plan().rounds(), false),
                Element.of(Tag.H2).text(here.say("rounds.times")), RoundMap.times(here, day, day.plan().rounds()));
    }

    /** What the last change costs, and the way back. */
    private static Html change(Here here, CircleCard circle, RoundDay held) {
        if (held.before().isEmpty()) {
            return Html.none();
        }
        Plan now = held.day().plan();
        Plan was = held.before().get().plan();
        return Element.of(Tag.SECTION).cls("change").id("change").set(Attr.ROLE, "status").with(
                Element.of(Tag.P).with(Html.text(here.say("rounds.changed") + ' '), Element.of(Tag.STRONG).text(
                        cost(here, now.seconds() - was.seconds(), now.metres() - was.metres(), now.lateness() - was.lateness()))),
                now.left().size() > was.left().size() ? Element.of(Tag.P).text(here.count("rounds.moreLeft", now.left().size() - was.left().size()))
                        : Html.none(),
                RoundPages.button(here, circle, "undo", "rounds.undo", List.of()));
    }

    /** "+4 min on the road, +1.2 km, +3 min late". */
    static String cost(Here here, double seconds, double metres, double late) {
        String cost = here.say("rounds.cost", "minutes", signed(Math.round(seconds / 60)), "km", kilometres(metres));
        return Math.abs(late) < 30 ? cost : cost + here.say("list.comma") + here.say("rounds.cost.late", "minutes", signed(Math.round(late / 60)));
    }

    private static String signed(long value) {
        // A mark keeps the sign before its number where lines run from the right.
        return "\u200E" + (value > 0 ? "+" : value < 0 ? "−" : "±") + Math.abs(value);
    }

    private static String kilometres(double metres) {
        long tenths = Math.round(Math.abs(metres) / 100);
        String sign = tenths == 0 ? "±" : metres < 0 ? "−" : "+";
        return "\u200E" + sign + tenths / 10 + '.' + tenths % 10;
    }

    /** A note of the planner in the reader's language. */
    static String said(Here here, Note note) {
        List<Object> words = new ArrayList<>();
        note.words().forEach((name, value) -> {
            if (name.equals("people")) {
                String names = note.words().getOrDefault("names", "");
                words.addAll(List.of("people", names.isEmpty() ? here.say("rounds.anybody") : names));
            } else if (name.equals("measure")) {
                words.addAll(List.of("measure", RoundVisits.measure(here, value)));
            } else {
                words.addAll(List.of(name, value));
            }
        });
        return here.say("rounds.why." + note.code(), words.toArray());
    }

    private static Html left(Here here, CircleCard circle, Workday day) {
        List<Plan.Left> left = day.plan().left();
        if (left.isEmpty()) {
            return Element.of(Tag.P).cls("status").text(here.say("rounds.allOn"));
        }
        Element list = Element.of(Tag.UL);
        for (Plan.Left one : left) {
            list.with(Element.of(Tag.LI).with(Here.link(RoundStop.path(circle, one.job()), one.job()).set(Attr.DIR, "auto"), Html.text(": "),
                    Html.said(said(here, one.why()))));
        }
        return Element.of(Tag.SECTION).cls("notice").id("left").with(Element.of(Tag.H2).text(here.count("rounds.left", left.size())), list);
    }

    private static Html late(Here here, Workday day) {
        Timetable timetable = new Timetable(day.problem());
        Element list = Element.of(Tag.UL);
        boolean any = false;
        for (Plan.Round round : day.plan().rounds()) {
            List<String> stops = round.calls().stream().map(Plan.Call::stop).toList();
            for (Note note : timetable.drive(RoundPages.number(day, round.driver()), stops).faults()) {
                list.with(Element.of(Tag.LI).with(Html.said(said(here, note))));
                any = true;
            }
        }
        return any ? Element.of(Tag.SECTION).cls("faults").with(Element.of(Tag.H2).text(here.say("rounds.wrong")), list) : Html.none();
    }

    private static Element round(Here here, CircleCard circle, Workday day, Driver driver) {
        int number = RoundPages.number(day, driver.name());
        Element section = Element.of(Tag.SECTION).cls("round look" + number % RoundMap.LOOKS)
                .with(Element.of(Tag.H2).with(Element.of(Tag.SPAN).cls("letter").text(RoundPages.letter(number)), Html.text(" "), Html.said(driver.name())));
        Optional<Plan.Round> round = RoundPages.round(day, driver.name());
        Element list = Element.of(Tag.OL).cls("visits").set(Attr.DATA_DRIVER, driver.name());
        for (Plan.Call call : day.done().getOrDefault(driver.name(), List.of())) {
            list.with(Element.of(Tag.LI).cls("done").with(Element.of(Tag.SPAN).cls("clock").text("✓"), Html.said(call.stop())));
        }
        if (round.isPresent()) {
            Plan.Round one = round.get();
            section.with(Element.of(Tag.P).cls("meta").text(here.say("rounds.span", "from", Timetable.clock(one.leaves()), "until", Timetable.clock(one.back()),
                    "km", Long.toString(Math.round(one.metres() / 1000)))));
            visits(here, circle, day, one, list);
        } else {
            section.with(Element.of(Tag.P).cls("empty").text(here.say("rounds.free")));
        }
        boolean kept = day.kept().contains(driver.name());
        return section.with(list, Element.of(Tag.DIV).cls("actions").with(
                Here.link(RoundPages.path(circle) + "/sheet/" + number, here.say("rounds.sheet")).cls("button small"),
                round.isEmpty() ? Html.none() : RoundPages.button(here, circle, "done", "rounds.done", List.of("driver", driver.name())),
                round.isEmpty() ? Html.none() : RoundPages.button(here, circle, "keep", kept ? "rounds.unkeep" : "rounds.keep",
                        List.of("driver", driver.name(), "on", kept ? "no" : "yes")),
                RoundPages.button(here, circle, "ill", "rounds.ill", List.of("driver", driver.name()))));
    }

    private static void visits(Here here, CircleCard circle, Workday day, Plan.Round round, Element list) {
        List<RoundVisits.Visit> visits = RoundVisits.of(day.problem(), round);
        int rest = RoundVisits.pauseBefore(round, visits);
        int count = 0;
        for (int i = 0; i <= visits.size(); i++) {
            if (i == rest) {
                list.with(Element.of(Tag.LI).cls("takes").text(here.say("rounds.pause", "time", Timetable.clock(round.pauseAt()))));
            }
            if (i < visits.size()) {
                count += visits.get(i).takes() ? 0 : 1;
                list.with(visit(here, circle, day, visits.get(i), count));
            }
        }
    }

    private static Element visit(Here here, CircleCard circle, Workday day, RoundVisits.Visit visit, int count) {
        Element item = Element.of(Tag.LI).cls(visit.takes() ? "takes" : "");
        String time = Timetable.clock(visit.begins());
        item.with(Element.of(Tag.SPAN).cls("clock").text(time));
        if (visit.takes()) {
            return item.with(Element.of(Tag.SPAN).with(Html.said(visit.place().name()), Html.text(": "),
                    Html.text(here.say("rounds.takes", "names", String.join(here.say("list.comma"), visit.jobs(day.problem()))))));
        }
        String stop = visit.stops().getFirst();
        Job job = RoundVisits.job(day.problem(), stop);
        boolean locked = day.locks().containsKey(job.name());
        item.set(Attr.DATA_STOP, stop).set(Attr.DATA_DRIVER, Integer.toString(visit.first())).set(Attr.DRAGGABLE, locked ? "false" : "true")
                .set(Attr.TABINDEX, "0");
        return item.with(Element.of(Tag.SPAN).cls("count").text(Integer.toString(count)),
                Here.link(RoundStop.path(circle, stop), stop).set(Attr.DIR, "auto"),
                Element.of(Tag.SPAN).cls("meta").with(Html.said(RoundVisits.amounts(here, day.problem(), job))),
                locked ? Element.of(Tag.SPAN).cls("own").text(here.say("rounds.locked")) : Html.none());
    }

    private static Element again(Here here, CircleCard circle, RoundDay held) {
        Element form = here.form(RoundPages.path(circle) + "/again");
        if (held.date().equals(here.today())) {
            form.with(Element.of(Tag.SPAN).cls("choice").with(
                    Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "on").set(Attr.VALUE, "yes").id("f-on")
                            .markIf(held.day().now() > 0, Attr.CHECKED),
                    Element.of(Tag.LABEL).set(Attr.FOR, "f-on").text(here.say("rounds.fromNow"))));
        }
        return Element.of(Tag.SECTION).id("again").with(Element.of(Tag.H2).text(here.say("rounds.again")),
                Element.of(Tag.P).cls("hint").text(here.say("rounds.again.hint")),
                form.with(Element.of(Tag.P).cls("actions").with(here.button("rounds.again"))));
    }

    private static Element adding(Here here, CircleCard circle, Fields fields, List<Html> faults) {
        Html wrong = faults.isEmpty() ? Html.none() : Element.of(Tag.DIV).cls("faults").id("faults").set(Attr.ROLE, "alert").set(Attr.TABINDEX, "-1")
                .with(Element.of(Tag.UL).with(faults));
        return Element.of(Tag.DETAILS).markIf(!faults.isEmpty(), Attr.OPEN).with(Element.of(Tag.SUMMARY).text(here.say("rounds.add")), wrong,
                here.form(RoundPages.path(circle) + "/add").cls("rounds").with(RoundForm.stopBlock(here, fields, "s0"),
                        Element.of(Tag.P).cls("actions").with(here.button("rounds.add"))));
    }
}
