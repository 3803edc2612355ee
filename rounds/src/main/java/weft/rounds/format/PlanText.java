package weft.rounds.format;

import weft.rounds.model.Plan;
import weft.rounds.model.Timetable;

/** A day's plan as lines for people to read in a terminal. */
public final class PlanText {
    private PlanText() {}

    /** Each round with its stops and times, then what is left over and why. */
    public static String day(Plan plan) {
        StringBuilder out = new StringBuilder();
        for (Plan.Round round : plan.rounds()) {
            out.append(round.driver()).append(": ").append(Timetable.clock(round.leaves())).append(" to ").append(Timetable.clock(round.back()))
                    .append(", ").append(kilometres(round.metres())).append('\n');
            boolean paused = round.pauseAt() < 0;
            for (Plan.Call call : round.calls()) {
                if (!paused && round.pauseAt() < call.begins()) {
                    out.append("    ").append(Timetable.clock(round.pauseAt())).append("  (pause)\n");
                    paused = true;
                }
                out.append("    ").append(Timetable.clock(call.begins())).append("  ").append(call.stop()).append('\n');
            }
            if (!paused) {
                out.append("    ").append(Timetable.clock(round.pauseAt())).append("  (pause)\n");
            }
        }
        if (!plan.left().isEmpty()) {
            out.append("Left over:\n");
            plan.left().forEach(left -> out.append("    ").append(left.job()).append(": ").append(left.reason()).append('\n'));
        }
        out.append("In all ").append(kilometres(plan.metres())).append(", ").append(Math.round(plan.seconds() / 60)).append(" minutes on the road");
        return out.append(plan.lateness() > 0 ? ", " + Math.round(plan.lateness() / 60) + " minutes late.\n" : ".\n").toString();
    }

    private static String kilometres(double metres) {
        long tenths = Math.round(metres / 100);
        return tenths / 10 + "." + tenths % 10 + " km";
    }
}
