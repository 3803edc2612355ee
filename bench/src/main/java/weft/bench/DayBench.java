package weft.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import weft.rounds.model.Crew;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Limit;
import weft.rounds.model.Load;
import weft.rounds.model.Means;
import weft.rounds.model.Objective;
import weft.rounds.model.Place;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.StraightLine;
import weft.rounds.model.Terms;
import weft.rounds.model.Window;
import weft.rounds.search.Engine;

/** A day of 100 households, 3 kitchens and 8 drivers, made from a seed: what is planned after one second, and what nine more gain. */
final class DayBench {
    private static final int HOUSEHOLDS = 100;
    private static final int KITCHENS = 3;
    private static final int DRIVERS = 8;

    private DayBench() {}

    /** The day of a seed: a town 12 km across, windows for a third, stairs for a tenth; half the drivers by bike. */
    static Problem day(long seed) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < KITCHENS; i++) {
            places.add(new Place("Kitchen " + (i + 1), 13.36 + 0.1 * random.nextDouble(), 52.48 + 0.06 * random.nextDouble()));
        }
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            places.add(new Place("Household " + (i + 1), 13.32 + 0.18 * random.nextDouble(), 52.46 + 0.11 * random.nextDouble()));
            int kitchen = random.nextInt(KITCHENS);
            double opens = 10.5 * 3600 + random.nextInt(6) * 1800;
            Window window = random.nextInt(3) == 0 ? new Window(opens, opens + 5400) : Window.ALWAYS;
            Terms terms = random.nextInt(10) == 0 ? new Terms(Set.of("stairs"), Optional.empty(), false) : Terms.NONE;
            jobs.add(new Job.Pair(new Stop("pick " + i, kitchen, new Window(10 * 3600, 16 * 3600), 60),
                    new Stop("bring " + i, KITCHENS + i, window, 300), Load.of(1 + random.nextInt(3)), terms));
        }
        List<Driver> drivers = new ArrayList<>();
        for (int v = 0; v < DRIVERS; v++) {
            boolean bike = v % 2 == 0;
            drivers.add(new Driver("Driver " + (v + 1), v % KITCHENS, OptionalInt.of(v % KITCHENS), new Window(10 * 3600, 16 * 3600),
                    Load.of(bike ? 10 : 30), bike ? Means.BIKE : Means.CAR, Optional.empty(), v % 3 == 0 ? Set.of("stairs") : Set.of()));
        }
        return new Problem(places, List.of("crates"), jobs, drivers, List.of(), Problem.legs(new StraightLine(), places, drivers), 0);
    }

    private record Found(Plan plan, double cost) {}

    private static Found plan(Problem day, double seconds, DoubleSupplier ticker) {
        double[] cost = {Double.NaN};
        Plan plan = new Engine(day, Objective.Day.USUAL, 1, 1, Crew.ALONE).plan(List.of(), Limit.seconds(seconds, ticker), p -> cost[0] = p.cost());
        return new Found(plan, cost[0]);
    }

    static void table(int seeds, DoubleSupplier ticker) {
        System.out.println("| day | left over | minutes on the road after 1 s | after 10 s | objective gained by the nine seconds |\n|---|---|---|---|---|");
        plan(day(0), 1, ticker);
        for (int seed = 1; seed <= seeds; seed++) {
            Problem day = day(seed);
            Found soon = plan(day, 1, ticker);
            Found late = plan(day, 10, ticker);
            System.out.printf(Locale.ROOT, "| %d | %d, %d | %.0f | %.0f | %.2f %% |%n", seed, soon.plan().left().size(), late.plan().left().size(),
                    soon.plan().seconds() / 60, late.plan().seconds() / 60, 100 * (soon.cost() / late.cost() - 1));
        }
    }
}
