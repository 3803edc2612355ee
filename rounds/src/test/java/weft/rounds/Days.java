package weft.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Load;
import weft.rounds.model.Means;
import weft.rounds.model.Order;
import weft.rounds.model.Pause;
import weft.rounds.model.Place;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.StraightLine;
import weft.rounds.model.Terms;
import weft.rounds.model.Window;

/** Made-up days in a made-up town, the same for the same seed. */
final class Days {
    private Days() {}

    /** Households that get something from kitchens, within windows of two to four hours. */
    static Problem kitchens(long seed, int households, int kitchens, int drivers) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < kitchens; i++) {
            places.add(place("kitchen " + i, random, 0.04));
        }
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            places.add(place("household " + i, random, 0.06));
            double from = 3600 * (9 + random.nextInt(6));
            Window window = new Window(from, from + 3600 * (2 + random.nextInt(3)));
            int kitchen = random.nextInt(kitchens);
            jobs.add(new Job.Pair(
                    new Stop("out " + i, kitchen, new Window(8 * 3600, 18 * 3600), 60),
                    new Stop("home " + i, places.size() - 1, window, 240),
                    Load.of(1 + random.nextInt(3)),
                    Terms.NONE));
        }
        List<Driver> people = new ArrayList<>();
        for (int i = 0; i < drivers; i++) {
            boolean car = i % 2 == 0;
            people.add(new Driver("driver " + i, i % kitchens, OptionalInt.of(i % kitchens), new Window(9 * 3600, 17.5 * 3600), Load.of(car ? 30 : 10),
                    car ? Means.CAR : Means.BIKE, Optional.empty(), Set.of()));
        }
        return new Problem(places, List.of("crates"), jobs, people, List.of(), Problem.legs(new StraightLine(), places, people), 0);
    }

    /** Everything there is, mixed: all kinds of jobs, two measures, pauses, skills, locks, orders, open ends, lateness. */
    static Problem mixed(long seed) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            places.add(place("depot " + i, random, 0.03));
        }
        int drivers = 1 + random.nextInt(4);
        List<Driver> people = new ArrayList<>();
        for (int i = 0; i < drivers; i++) {
            double from = 3600 * (8 + random.nextInt(3));
            Optional<Pause> pause = random.nextInt(3) == 0
                    ? Optional.of(new Pause(new Window(12 * 3600, 13 * 3600 + random.nextInt(3600)), 1800))
                    : Optional.empty();
            Means means = List.of(Means.BIKE, Means.CAR, Means.FOOT).get(random.nextInt(3));
            OptionalInt end = random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(3));
            people.add(new Driver("driver " + i, random.nextInt(3), end, new Window(from, from + 3600 * (3 + random.nextInt(5))),
                    new Load(List.of(5.0 + random.nextInt(10), 20 * random.nextDouble() + 10)), means, pause,
                    random.nextBoolean() ? Set.of("stairs") : Set.of("stairs", "Arabic")));
        }
        List<Job> jobs = new ArrayList<>();
        int count = 5 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            jobs.add(job(random, i, places, people));
        }
        List<Order> orders = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            List<String> names = new ArrayList<>();
            for (Job job : jobs.subList(0, 3)) {
                if (job.terms().driver().isEmpty()) {
                    names.add(job.name());
                }
            }
            orders.add(new Order("driver 0", names));
        }
        return new Problem(places, List.of("crates", "kilos"), jobs, people, orders, Problem.legs(new StraightLine(), places, people),
                random.nextInt(3) == 0 ? 1800 : 0);
    }

    private static Job job(Random random, int i, List<Place> places, List<Driver> people) {
        Terms terms = switch (random.nextInt(8)) {
            case 0 -> new Terms(Set.of("Arabic"), Optional.empty(), false);
            case 1 -> new Terms(Set.of("stairs"), Optional.of(people.get(random.nextInt(people.size())).name()), false);
            case 2 -> new Terms(Set.of(), Optional.empty(), true);
            case 3 -> random.nextInt(4) == 0 ? new Terms(Set.of("crane"), Optional.empty(), false) : Terms.NONE;
            default -> Terms.NONE;
        };
        Load load = new Load(List.of((double) random.nextInt(5), 6 * random.nextDouble()));
        Stop home = stop("stop " + i, random, places);
        return switch (random.nextInt(3)) {
            case 0 -> new Job.Delivery(home, load, terms);
            case 1 -> new Job.PickUp(home, load, terms);
            default -> new Job.Pair(stop("from " + i, random, places), home, load, terms);
        };
    }

    private static Stop stop(String name, Random random, List<Place> places) {
        places.add(place(name, random, 0.05));
        double from = 3600 * (7 + 8 * random.nextDouble());
        return new Stop(name, places.size() - 1, new Window(from, from + 3600 * (0.3 + 5 * random.nextDouble())), random.nextInt(600));
    }

    private static Place place(String name, Random random, double spread) {
        return new Place(name, 13.4 + spread * random.nextGaussian(), 52.5 + 0.6 * spread * random.nextGaussian());
    }
}
