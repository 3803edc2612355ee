package weft.rounds.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import weft.rounds.model.Crew;
import weft.rounds.model.Limit;
import weft.rounds.model.Objective;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Progress;
import weft.rounds.model.Timetable;

/**
 * Runs one or more searches of the same problem side by side and takes the best of them.
 *
 * <p>The searches meet after fixed numbers of steps; there the one that is furthest behind goes on from the best. So the same seed,
 * the same number of searches and the same number of steps give the same plan, whoever runs the pieces.
 */
public final class Engine {
    private static final int SLICE = 512;
    /** How much of the time goes into shorter rounds before the fleet is made smaller: from neat rounds that goes better. */
    private static final double FIRST = 0.08;
    /** How much of the time may go into a smaller fleet. */
    private static final double SHRINK = 0.25;
    /** How much of the time goes into a plan without lateness before any is allowed. */
    private static final double STRICT = 0.6;

    private final Problem problem;
    private final Objective objective;
    private final long seed;
    private final int searches;
    private final Crew crew;

    /**
     * For one problem.
     *
     * @param seed any number: the same gives the same plan for the same number of steps
     * @param searches how many searches go side by side, 1 or more
     * @param crew who runs them
     */
    public Engine(Problem problem, Objective objective, long seed, int searches, Crew crew) {
        this.problem = problem;
        this.objective = objective;
        this.seed = seed;
        this.searches = searches;
        this.crew = crew;
    }

    /**
     * Searches until the limit is reached.
     *
     * @param given rounds to start from, names of stops for each driver of the problem; none to start from nothing
     * @param progress told now and then, on the calling thread
     */
    public Plan plan(List<List<String>> given, Limit limit, Consumer<Progress> progress) {
        if (problem.drivers().isEmpty() || problem.jobs().isEmpty()) {
            return new Plan(List.of(), Reasons.withoutDrivers(problem), 0, 0, 0);
        }
        double until = problem.lateness() > 0 && objective instanceof Objective.Day ? STRICT : 1;
        Clock clock = new Clock(limit.ticker(), limit.seconds(), limit.steps(), limit.stop());
        Search best = search(true, given, clock, until, progress);
        if (until < 1 && best.best.absentCount > 0) {
            best = search(false, names(best.best), clock, 1, progress);
        } else if (until < 1) {
            best = search(true, names(best.best), clock, 1, progress);
        }
        return report(best.best);
    }

    private Search search(boolean strict, List<List<String>> given, Clock clock, double until, Consumer<Progress> progress) {
        Layout layout = new Layout(problem, objective, strict);
        List<Search> all = new ArrayList<>();
        int[][] start = numbers(layout, given);
        for (int i = 0; i < searches; i++) {
            Search search = new Search(layout, seed + 7919L * i);
            search.start(start, clock);
            all.add(search);
        }
        if (layout.benchmark) {
            polish(all, clock, clock.share() + (until - clock.share()) * FIRST, progress);
            double from = clock.share();
            int bound = clock.over() ? 1 : Bound.drivers(layout);
            crew.all(all.stream().<Runnable>map(s -> () -> s.shrink(clock.fork(), from + (until - from) * SHRINK, bound)).toList());
            clock.rejoin();
            Search best = best(all);
            if (problem.drivers().size() > best.best.used + 1 && best.best.absentCount == 0 && Arrays.stream(layout.kind).allMatch(k -> k == 0)) {
                return smaller(best.best, clock, until, progress);
            }
            all.forEach(s -> s.take(best));
        }
        polish(all, clock, until, progress);
        return best(all);
    }

    /** Goes on with no more drivers than may be needed: smaller tables, and fewer rounds to look at. */
    private Search smaller(Routes routes, Clock clock, double until, Consumer<Progress> progress) {
        List<List<String>> given = names(routes).stream().filter(r -> !r.isEmpty()).toList();
        Problem fewer = new Problem(problem.places(), problem.measures(), problem.jobs(), problem.drivers().subList(0, given.size() + 1), problem.orders(),
                problem.legs(), problem.lateness());
        Layout layout = new Layout(fewer, objective, true);
        List<Search> all = new ArrayList<>();
        for (int i = 0; i < searches; i++) {
            Search search = new Search(layout, seed + 7919L * i + 1);
            search.start(numbers(layout, given), clock);
            all.add(search);
        }
        polish(all, clock, until, progress);
        return best(all);
    }

    private void polish(List<Search> all, Clock clock, double until, Consumer<Progress> progress) {
        all.forEach(Search::warm);
        double from = clock.share();
        while (!clock.over() && clock.share() < until) {
            double share = (clock.share() - from) / (until - from);
            crew.all(all.stream().<Runnable>map(s -> () -> s.anneal(clock.fork(), share, SLICE)).toList());
            clock.rejoin();
            Search best = best(all);
            progress.accept(new Progress(clock.share(), best.best.absentCount, best.best.used, best.best.spent));
            worst(all).follow(best);
        }
    }

    private static Search best(List<Search> all) {
        Search best = all.getFirst();
        for (Search search : all) {
            best = search.best.total() < best.best.total() ? search : best;
        }
        return best;
    }

    private static Search worst(List<Search> all) {
        Search worst = all.getFirst();
        for (Search search : all) {
            worst = search.best.total() > worst.best.total() ? search : worst;
        }
        return worst;
    }

    private int[][] numbers(Layout layout, List<List<String>> given) {
        java.util.Map<String, Integer> named = new java.util.HashMap<>();
        int node = 0;
        for (var job : problem.jobs()) {
            for (var stop : job.stops()) {
                named.put(stop.name(), node++);
            }
        }
        int[][] numbers = new int[given.size()][];
        for (int v = 0; v < numbers.length; v++) {
            numbers[v] = given.get(v).stream().mapToInt(name -> {
                Integer number = named.get(name);
                if (number == null) {
                    throw new IllegalArgumentException("there is no stop " + name);
                }
                return number;
            }).toArray();
        }
        return layout.drivers >= numbers.length ? numbers : new int[0][];
    }

    private List<List<String>> names(Routes routes) {
        List<String> named = new ArrayList<>();
        problem.jobs().forEach(j -> j.stops().forEach(s -> named.add(s.name())));
        List<List<String>> names = new ArrayList<>();
        Layout layout = routes.layout;
        for (int v = 0; v < layout.drivers; v++) {
            List<String> round = new ArrayList<>();
            for (int i = routes.next[layout.start(v)]; i < layout.stops; i = routes.next[i]) {
                round.add(named.get(i));
            }
            names.add(round);
        }
        return names;
    }

    private Plan report(Routes routes) {
        Timetable timetable = new Timetable(problem);
        List<Plan.Round> rounds = new ArrayList<>();
        double metres = 0;
        double seconds = 0;
        double late = 0;
        List<List<String>> names = names(routes);
        for (int v = 0; v < names.size(); v++) {
            if (!names.get(v).isEmpty()) {
                Timetable.Driven driven = timetable.drive(v, names.get(v));
                rounds.add(driven.round());
                metres += driven.round().metres();
                seconds += driven.round().back() - driven.round().leaves();
                late += driven.late();
            }
        }
        return new Plan(rounds, new Reasons(routes).all(), metres, seconds, late);
    }
}
