package weft.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.core.view.Views;
import weft.pages.html.Element;
import weft.pages.text.RoundWords;
import weft.primitives.Bytes;
import weft.rounds.Change;
import weft.rounds.Move;
import weft.rounds.day.Workday;
import weft.rounds.model.Plan;

/**
 * Rounds of a circle, for shells that can plan. Pure like all pages: what is held of the day comes in and goes out.
 *
 * <p>Paths: {@code /c/<circle>/rounds} and what is below it.
 */
public final class RoundPages {
    private RoundPages() {}

    /** The circle in whose rounds a path lies, if it lies in any. */
    public static Optional<Bytes> circle(String path) {
        String[] steps = path.split("/", -1);
        return steps.length >= 4 && steps[0].isEmpty() && steps[1].equals("c") && steps[3].equals("rounds")
                ? Router.key(steps[2]) : Optional.empty();
    }

    /**
     * Answers a request for a path in a circle's rounds.
     *
     * @param held the day, if one is held
     * @param busy how far the planning is, while a day is being planned
     */
    public static RoundReply reply(Request request, Views views, Means means, Optional<RoundDay> held, Optional<RoundBusy> busy) {
        Here here = new Here(request, views, RoundWords.of(Here.language(request)), means);
        Optional<CircleCard> circle = circle(request.path()).flatMap(address ->
                views.circles().stream().filter(card -> card.address().equals(address)).findFirst());
        if (circle.isEmpty()) {
            return show(Pages.trouble(request, Trouble.NO_SUCH_CIRCLE));
        }
        boolean get = request.method().equals("GET") || request.method().equals("HEAD");
        String base = path(circle.get());
        String rest = request.path().equals(base) ? "" : request.path().substring(base.length() + 1);
        if (busy.isPresent()) {
            return waiting(here, circle.get(), busy.get(), get, rest);
        }
        Optional<RoundDay> today = held.filter(day -> !day.date().isBefore(here.today()));
        if (!get && rest.equals("choose")) {
            return show(RoundForm.details(here, circle.get()));
        }
        if (!get && rest.equals("plan")) {
            return RoundForm.plan(here, circle.get());
        }
        if (today.isEmpty()) {
            return get && (rest.isEmpty() || rest.equals("new")) ? show(RoundForm.choose(here, circle.get()))
                    : get ? show(Pages.trouble(request, Trouble.NOT_FOUND)) : show(Response.redirect(base));
        }
        return get ? show(look(here, circle.get(), today.get(), rest)) : change(here, circle.get(), today.get(), rest);
    }

    /** While it plans there is one page, and one thing to do beside forgetting it all. */
    private static RoundReply waiting(Here here, CircleCard circle, RoundBusy busy, boolean get, String rest) {
        if (get) {
            return show(here.request().wantsJson() ? Jsons.response(200, RoundJson.busy(busy)) : RoundWait.page(here, circle, busy));
        }
        return switch (rest) {
            case "enough" -> new RoundReply.Enough(Response.redirect(path(circle)));
            case "forget" -> new RoundReply.Forget(Response.redirect(Here.path(circle.address())));
            default -> back(circle);
        };
    }

    private static Response look(Here here, CircleCard circle, RoundDay day, String rest) {
        if (rest.startsWith("sheet/")) {
            return CirclePages.number(rest.substring("sheet/".length())).filter(n -> n < day.day().problem().drivers().size())
                    .map(n -> RoundSheet.page(here, circle, day, n)).orElseGet(() -> Pages.trouble(here.request(), Trouble.NOT_FOUND));
        }
        return switch (rest) {
            case "" -> here.request().wantsJson() ? Jsons.response(200, RoundJson.day(day)) : RoundPlan.page(here, circle, day);
            case "new" -> RoundForm.choose(here, circle);
            case "stop" -> stop(here, circle, day);
            default -> Pages.trouble(here.request(), Trouble.NOT_FOUND);
        };
    }

    private static Response stop(Here here, CircleCard circle, RoundDay day) {
        return here.request().asked("name").filter(name -> RoundStop.isOpen(day.day(), name))
                .map(name -> RoundStop.page(here, circle, day, name)).orElseGet(() -> Response.redirect(path(circle)));
    }

    private static RoundReply change(Here here, CircleCard circle, RoundDay held, String rest) {
        Workday day = held.day();
        String stop = here.request().field("stop");
        String driver = here.request().field("driver");
        boolean knowsStop = RoundStop.isOpen(day, stop);
        boolean knowsDriver = day.problem().drivers().stream().anyMatch(one -> one.name().equals(driver));
        boolean on = here.request().field("on").equals("yes");
        return switch (rest) {
            case "move" -> knowsStop && knowsDriver ? moved(circle, held, move(here, stop, driver)) : back(circle);
            case "off" -> knowsStop ? moved(circle, held, new Move.TakeOff(stop)) : back(circle);
            case "lock" -> knowsStop ? keep(circle, held.next(day.locked(stop, on))) : back(circle);
            case "keep" -> knowsDriver ? keep(circle, held.next(day.kept(driver, on))) : back(circle);
            case "done" -> knowsDriver ? keep(circle, held.next(day.done(driver))) : back(circle);
            case "ill" -> knowsDriver ? keep(circle, held.next(day.without(driver))) : back(circle);
            case "add" -> RoundForm.add(here, circle, held);
            case "again" -> new RoundReply.Keep(held.next(here.today().equals(held.date()) && on ? day.at(second(here)) : day), true,
                    kept -> Response.redirect(path(circle)), slips -> RoundPlan.page(here, 422, circle, held, Fields.of(Map.of()),
                            RoundTable.said(here, slips, held.day().stops(), held.day().drivers())));
            case "undo" -> held.before().isPresent() ? keep(circle, held.planned(held.before().get())) : back(circle);
            case "forget" -> new RoundReply.Forget(Response.redirect(Here.path(circle.address())));
            default -> show(Pages.trouble(here.request(), Trouble.NOT_FOUND));
        };
    }

    private static Move move(Here here, String stop, String driver) {
        return CirclePages.number(here.request().field("place")).<Move>map(place -> new Move.PutAt(stop, driver, place))
                .orElseGet(() -> new Move.HandOver(stop, driver));
    }

    private static RoundReply moved(CircleCard circle, RoundDay held, Move move) {
        Change change = held.day().whatIf(move);
        return keep(circle, held.next(held.day().with(change)));
    }

    private static RoundReply keep(CircleCard circle, RoundDay day) {
        return RoundReply.Keep.asItIs(day, Response.redirect(path(circle) + "#change"));
    }

    private static RoundReply back(CircleCard circle) {
        return show(Response.redirect(path(circle)));
    }

    static RoundReply show(Response response) {
        return new RoundReply.Show(response);
    }

    /** Seconds since midnight, where the reader is. */
    static double second(Here here) {
        return here.at(here.views().now()).toLocalTime().toSecondOfDay();
    }

    /** The way to a circle's rounds, whatever there is to see. */
    public static Response way(Bytes circle) {
        return Response.redirect(Here.path(circle) + "/rounds");
    }

    static String path(CircleCard circle) {
        return Here.path(circle.address()) + "/rounds";
    }

    /** Drivers are told apart by letters, on maps and on paper. */
    static String letter(int driver) {
        return driver < 26 ? Character.toString((char) ('A' + driver)) : letter(driver / 26 - 1) + letter(driver % 26);
    }

    /** The number of a driver in the problem. */
    static int number(Workday day, String driver) {
        for (int v = 0; v < day.problem().drivers().size(); v++) {
            if (day.problem().drivers().get(v).name().equals(driver)) {
                return v;
            }
        }
        return -1;
    }

    static Optional<Plan.Round> round(Workday day, String driver) {
        return day.plan().rounds().stream().filter(round -> round.driver().equals(driver)).findFirst();
    }

    /** A form of one button. */
    static Element button(Here here, CircleCard circle, String action, String key, List<String> namesAndValues) {
        Element form = here.form(path(circle) + '/' + action).cls("inline");
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            form.with(Here.hidden(namesAndValues.get(i), namesAndValues.get(i + 1)));
        }
        return form.with(here.button(key).cls("plain small"));
    }
}
