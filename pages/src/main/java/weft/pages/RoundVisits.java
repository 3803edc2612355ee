package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weft.rounds.day.Workday;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Place;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.Timetable;

/** The stops of a round as a driver sees them: what is taken or brought at one place in one go is one visit. */
final class RoundVisits {
    private RoundVisits() {}

    /**
     * A visit.
     *
     * @param place where
     * @param stops what is done there, one stop or more, by name
     * @param takes whether things come on board for later stops
     * @param first how many stops of the round come before it
     * @param begins seconds since midnight
     * @param leaves seconds since midnight
     */
    record Visit(Place place, List<String> stops, boolean takes, int first, double begins, double leaves) {
        Visit {
            stops = List.copyOf(stops);
        }

        /** The households, or whoever else it is for. */
        List<String> jobs(Problem problem) {
            return stops.stream().map(stop -> job(problem, stop).name()).toList();
        }
    }

    static List<Visit> of(Problem problem, Plan.Round round) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < round.calls().size(); i++) {
            Plan.Call call = round.calls().get(i);
            Job job = job(problem, call.stop());
            boolean takes = job instanceof Job.Pair pair && pair.pickUp().name().equals(call.stop()) && !call.stop()
                    .equals(placeOf(problem, call.stop()).name());
            Place place = placeOf(problem, call.stop());
            Visit last = visits.isEmpty() ? null : visits.getLast();
            if (last != null && last.place().equals(place) && last.takes() == takes) {
                List<String> stops = new ArrayList<>(last.stops());
                stops.add(call.stop());
                visits.set(visits.size() - 1, new Visit(place, stops, takes, last.first(), last.begins(), call.leaves()));
            } else {
                visits.add(new Visit(place, List.of(call.stop()), takes, i, call.begins(), call.leaves()));
            }
        }
        return visits;
    }

    /** Before which visit the pause is taken: their number where it comes last, -1 where there is none. */
    static int pauseBefore(Plan.Round round, List<Visit> visits) {
        if (round.pauseAt() < 0) {
            return -1;
        }
        int at = 0;
        while (at < visits.size() && visits.get(at).begins() < round.pauseAt()) {
            at++;
        }
        return at;
    }

    static Job job(Problem problem, String stop) {
        return problem.jobs().stream().filter(job -> job.stops().stream().anyMatch(one -> one.name().equals(stop))).findFirst().orElseThrow();
    }

    static Place placeOf(Problem problem, String stop) {
        for (Stop one : job(problem, stop).stops()) {
            if (one.name().equals(stop)) {
                return problem.places().get(one.place());
            }
        }
        throw new IllegalArgumentException("there is no stop " + stop);
    }

    static Place start(Problem problem, Driver driver) {
        return problem.places().get(driver.start());
    }

    /** A cell of the row of the table that a place came from. */
    static String cell(Workday day, String name, String column) {
        return row(day, name).getOrDefault(column, "").strip();
    }

    static Map<String, String> row(Workday day, String name) {
        return day.stops().stream().filter(row -> Workday.name(row).equals(name)).findFirst().orElse(Map.of());
    }

    /** What is on a row of the table of stops: "3 crates, 2 kilos"; empty where nothing is said. */
    static String amounts(Here here, Problem problem, Job job) {
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < problem.measures().size(); k++) {
            double amount = job.load().amounts().get(k);
            if (amount > 0) {
                boolean whole = amount == Math.rint(amount);
                parts.add(whole && problem.measures().get(k).equals(RoundForm.MEASURE) ? here.count("rounds.crate", (long) amount)
                        : Timetable.number(amount) + ' ' + measure(here, problem.measures().get(k)));
            }
        }
        return String.join(here.say("list.comma"), parts);
    }

    static String measure(Here here, String measure) {
        return measure.equals(RoundForm.MEASURE) ? here.say("rounds.crates") : measure;
    }
}
