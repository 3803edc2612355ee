package weft.pages;

import java.util.List;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.rounds.Change;
import weft.rounds.Move;
import weft.rounds.day.Workday;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;

/** One stop with every change that can be made by hand, and what each would cost, before it is made. */
final class RoundStop {
    private RoundStop() {}

    static boolean isOpen(Workday day, String stop) {
        return day.problem().jobs().stream().anyMatch(job -> job.stops().stream().anyMatch(one -> one.name().equals(stop)));
    }

    static String path(CircleCard circle, String stop) {
        return RoundPages.path(circle) + "/stop?name=" + BoardPage.encoded(stop);
    }

    static Response page(Here here, CircleCard circle, RoundDay held, String stop) {
        Workday day = held.day();
        Job job = RoundVisits.job(day.problem(), stop);
        Optional<String> with = day.driverOf(stop);
        boolean locked = day.locks().containsKey(job.name());
        Element facts = Element.of(Tag.P).text(with.map(driver -> here.say("rounds.with", "driver", driver)).orElse(here.say("rounds.withNobody")));
        Element choices = Element.of(Tag.UL).cls("moves");
        for (Driver driver : day.problem().drivers()) {
            boolean same = with.filter(driver.name()::equals).isPresent();
            if (!same && !locked) {
                choices.with(choice(here, circle, day, new Move.HandOver(stop, driver.name()), driver.name(), -1,
                        here.say("rounds.handTo", "driver", driver.name())));
            }
        }
        if (with.isPresent()) {
            places(here, circle, day, stop, with.get(), choices);
        }
        Element actions = Element.of(Tag.DIV).cls("actions");
        if (with.isPresent()) {
            actions.with(RoundPages.button(here, circle, "lock", locked ? "rounds.unlock" : "rounds.lock",
                    List.of("stop", job.name(), "on", locked ? "no" : "yes")));
            actions.with(RoundPages.button(here, circle, "off", "rounds.off", List.of("stop", stop)));
        }
        return Layout.page(here, 200, here.say("rounds.title"), Optional.of(circle), RoundPlan.dress(),
                Element.of(Tag.H1).set(Attr.DIR, "auto").text(stop), facts, Element.of(Tag.H2).text(here.say("rounds.moves")),
                Element.of(Tag.P).cls("hint").text(here.say(locked ? "rounds.locked.hint" : "rounds.moves.hint")), choices, actions,
                Element.of(Tag.P).with(Here.link(RoundPages.path(circle), here.say("rounds.back"))));
    }

    /** One earlier and one later in the same round: more is a second move, or a drag. */
    private static void places(Here here, CircleCard circle, Workday day, String stop, String driver, Element choices) {
        Plan.Round round = RoundPages.round(day, driver).orElseThrow();
        List<String> stops = round.calls().stream().map(Plan.Call::stop).toList();
        int at = stops.indexOf(stop);
        if (at > 0) {
            choices.with(choice(here, circle, day, new Move.PutAt(stop, driver, at - 1), driver, at - 1, here.say("rounds.earlier")));
        }
        if (at < stops.size() - 1) {
            choices.with(choice(here, circle, day, new Move.PutAt(stop, driver, at + 1), driver, at + 1, here.say("rounds.later")));
        }
    }

    private static Element choice(Here here, CircleCard circle, Workday day, Move move, String driver, int place, String label) {
        Change change = day.whatIf(move);
        Element form = here.form(RoundPages.path(circle) + "/move").cls("inline").with(Here.hidden("stop", move.stop()), Here.hidden("driver", driver));
        if (place >= 0) {
            form.with(Here.hidden("place", Integer.toString(place)));
        }
        form.with(Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").cls("plain").set(Attr.DIR, "auto").text(label),
                Element.of(Tag.SPAN).cls("cost").text(RoundPlan.cost(here, change.seconds(), change.metres(), change.lateness())));
        Element item = Element.of(Tag.LI).with(form);
        for (Note note : change.faults()) {
            item.with(Element.of(Tag.P).cls("fault").with(Html.said(RoundPlan.said(here, note))));
        }
        return item;
    }
}
