package weft.pages;

import java.util.ArrayList;
import java.util.List;
import weft.rounds.model.Plan;
import weft.wire.json.Json;

/** A day's plan as JSON, for the command line. */
final class RoundJson {
    private RoundJson() {}

    static Json.Obj busy(RoundBusy busy) {
        return Json.object("planning", Math.round(100 * busy.share()), "rounds", busy.rounds(), "left", busy.left());
    }

    static Json.Obj day(RoundDay held) {
        Plan plan = held.day().plan();
        List<Json> rounds = new ArrayList<>();
        for (Plan.Round round : plan.rounds()) {
            List<Json> stops = new ArrayList<>();
            round.calls().forEach(call ->
                    stops.add(Json.object("stop", call.stop(), "begins", Math.round(call.begins()), "leaves", Math.round(call.leaves()))));
            rounds.add(Json.object("driver", round.driver(), "leaves", Math.round(round.leaves()), "back", Math.round(round.back()),
                    "metres", Math.round(round.metres()), "stops", stops));
        }
        List<Json> left = new ArrayList<>();
        plan.left().forEach(one -> left.add(Json.object("stop", one.job(), "code", one.why().code(), "reason", one.reason())));
        return Json.object("date", held.date().toString(), "rounds", rounds, "left", left, "metres", Math.round(plan.metres()),
                "seconds", Math.round(plan.seconds()), "lateness", Math.round(plan.lateness()));
    }
}
