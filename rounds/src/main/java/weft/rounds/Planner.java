package weft.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import weft.rounds.model.Crew;
import weft.rounds.model.Job;
import weft.rounds.model.Limit;
import weft.rounds.model.Objective;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Progress;
import weft.rounds.model.Stop;
import weft.rounds.model.Timetable;
import weft.rounds.search.Engine;

/** Plans a day, plans it again around what is locked, and says what a change by hand would cost. */
public final class Planner {
    private final Problem problem;
    private final Objective objective;
    private final long seed;
    private final int threads;
    private final Crew crew;
    private final Timetable timetable;

    /**
     * For one problem.
     *
     * @param seed any number: the same gives the same plan for the same number of steps and threads
     * @param threads how many searches go side by side; 1 is enough for a day of some hundred stops
     * @param crew who runs them; {@link Crew#ALONE} for the caller's thread
     */
    public Planner(Problem problem, Objective objective, long seed, int threads, Crew crew) {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("the number of threads has to be from 1 to 64, not " + threads);
        }
        this.problem = problem;
        this.objective = objective;
        this.seed = seed;
        this.threads = threads;
        this.crew = crew;
        timetable = new Timetable(problem);
    }

    /** A planner for a real day, on the caller's thread. */
    public static Planner day(Problem problem, long seed) {
        return new Planner(problem, Objective.Day.USUAL, seed, 1, Crew.ALONE);
    }

    /** Plans from nothing. */
    public Plan plan(Limit limit, Consumer<Progress> progress) {
        return new Engine(problem, objective, seed, threads, crew).plan(List.of(), limit, progress);
    }

    /**
     * Plans again from a plan of this problem or of the same day a little earlier: stops that are gone are dropped, new ones are put
     * in. What must stay is said in the problem: locks ({@code Terms.driver}) and orders; what is done is no longer in it, and
     * its drivers start where they are now, with what they have on board as deliveries locked to them.
     */
    public Plan again(Plan earlier, Limit limit, Consumer<Progress> progress) {
        List<List<String>> rounds = new ArrayList<>();
        for (var driver : problem.drivers()) {
            rounds.add(keep(driver.name(), sequence(earlier, driver.name())));
        }
        return new Engine(problem, objective, seed, threads, crew).plan(rounds, limit, progress);
    }

    /** As much of a round, from its start, as holds in this problem with nothing to complain of. */
    private List<String> keep(String driver, List<String> earlier) {
        List<String> known = new ArrayList<>(earlier.stream().filter(s -> timetable.job(s) != null).toList());
        known.removeIf(s -> !known.containsAll(job(s).stops().stream().map(Stop::name).toList()));
        int at = driver(driver);
        while (!known.isEmpty() && !timetable.drive(at, known).faults().isEmpty()) {
            Job last = job(known.getLast());
            known.removeAll(last.stops().stream().map(Stop::name).toList());
        }
        return known;
    }

    /** What a change by hand would come to. */
    public Change whatIf(Plan plan, Move move) {
        Job job = job(move.stop());
        List<List<String>> rounds = new ArrayList<>();
        for (var driver : problem.drivers()) {
            rounds.add(new ArrayList<>(sequence(plan, driver.name())));
        }
        List<String> stops = job.stops().stream().map(Stop::name).toList();
        switch (move) {
            case Move.TakeOff off -> rounds.forEach(r -> r.removeAll(stops));
            case Move.HandOver over -> {
                rounds.forEach(r -> r.removeAll(stops));
                int at = driver(over.driver());
                rounds.set(at, cheapest(at, rounds.get(at), stops));
            }
            case Move.PutAt put -> {
                int at = driver(put.driver());
                boolean stays = rounds.get(at).containsAll(stops);
                rounds.forEach(r -> r.removeAll(stays ? List.of(put.stop()) : stops));
                List<String> round = rounds.get(at);
                round.add(Math.max(0, Math.min(put.place(), round.size())), put.stop());
                if (!stays && stops.size() == 2) {
                    String other = stops.getFirst().equals(put.stop()) ? stops.getLast() : stops.getFirst();
                    rounds.set(at, cheapest(at, round, List.of(other)));
                }
            }
        }
        return compare(plan, rounds, move);
    }

    private Change compare(Plan plan, List<List<String>> rounds, Move move) {
        List<Plan.Round> driven = new ArrayList<>();
        List<Note> faults = new ArrayList<>();
        double metres = 0;
        double seconds = 0;
        double late = 0;
        for (int v = 0; v < rounds.size(); v++) {
            if (!rounds.get(v).isEmpty()) {
                Timetable.Driven one = timetable.drive(v, rounds.get(v));
                driven.add(one.round());
                faults.addAll(one.faults());
                metres += one.round().metres();
                seconds += one.round().back() - one.round().leaves();
                late += one.late();
            }
        }
        String name = job(move.stop()).name();
        List<Plan.Left> left = new ArrayList<>(plan.left());
        left.removeIf(l -> l.job().equals(name));
        if (move instanceof Move.TakeOff) {
            left.add(new Plan.Left(name, Note.of("taken-off")));
        }
        Plan fresh = new Plan(driven, left, metres, seconds, late);
        return new Change(fresh, seconds - plan.seconds(), metres - plan.metres(), late - plan.lateness(), faults);
    }

    /** Puts stops into a round, in their order, where least is wrong, then least late, then soonest back. */
    private List<String> cheapest(int driver, List<String> round, List<String> stops) {
        List<String> best = null;
        int faults = 0;
        double cost = 0;
        for (int i = 0; i <= round.size(); i++) {
            for (int j = i; j <= (stops.size() == 2 ? round.size() : i); j++) {
                List<String> tried = new ArrayList<>(round);
                if (stops.size() == 2) {
                    tried.add(j, stops.getLast());
                }
                tried.add(i, stops.getFirst());
                Timetable.Driven driven = timetable.drive(driver, tried);
                double found = driven.late() * 1e4 + driven.round().back() - driven.round().leaves();
                if (best == null || driven.faults().size() < faults || driven.faults().size() == faults && found < cost) {
                    best = tried;
                    faults = driven.faults().size();
                    cost = found;
                }
            }
        }
        return best == null ? round : best;
    }

    private static List<String> sequence(Plan plan, String driver) {
        for (Plan.Round round : plan.rounds()) {
            if (round.driver().equals(driver)) {
                return round.calls().stream().map(Plan.Call::stop).toList();
            }
        }
        return List.of();
    }

    private Job job(String stop) {
        Job job = timetable.job(stop);
        if (job == null) {
            throw new IllegalArgumentException("there is no stop " + stop);
        }
        return job;
    }

    private int driver(String name) {
        for (int v = 0; v < problem.drivers().size(); v++) {
            if (problem.drivers().get(v).name().equals(name)) {
                return v;
            }
        }
        throw new IllegalArgumentException("there is no driver " + name);
    }
}
