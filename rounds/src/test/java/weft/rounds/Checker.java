package weft.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Order;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;

/** Judges plans from their bare sequences; shares no code with the search, nor with the timetable that wrote the plan's times. */
final class Checker {
    private static final double EPSILON = 1e-6;
    private final Problem problem;
    private final List<String> faults = new ArrayList<>();
    double metres;
    double lateness;
    int vehicles;

    private Checker(Problem problem) {
        this.problem = problem;
    }

    static Checker check(Problem problem, Plan plan) {
        Checker checker = new Checker(problem);
        checker.all(plan);
        return checker;
    }

    List<String> faults() {
        return faults;
    }

    private void all(Plan plan) {
        Map<String, Stop> stops = new HashMap<>();
        Map<String, Job> jobs = new HashMap<>();
        for (Job job : problem.jobs()) {
            for (Stop stop : job.stops()) {
                stops.put(stop.name(), stop);
                jobs.put(stop.name(), job);
            }
        }
        Map<String, String> served = new HashMap<>();
        Set<String> drivers = new HashSet<>();
        for (Plan.Round round : plan.rounds()) {
            Driver driver = problem.drivers().stream().filter(d -> d.name().equals(round.driver())).findFirst().orElseThrow();
            if (!drivers.add(driver.name())) {
                faults.add(driver.name() + " has two rounds");
            }
            if (round.calls().isEmpty()) {
                faults.add(driver.name() + " has an empty round");
            }
            vehicles++;
            List<String> names = round.calls().stream().map(Plan.Call::stop).toList();
            for (String name : names) {
                if (!stops.containsKey(name)) {
                    faults.add("unknown stop " + name);
                    return;
                }
                if (served.put(name, driver.name()) != null) {
                    faults.add("stop " + name + " twice");
                }
            }
            times(driver, round, stops);
            loads(driver, names, jobs);
            terms(driver, names, jobs);
        }
        left(plan, served);
        if (Math.abs(metres - plan.metres()) > 1e-6 * Math.max(1, metres)) {
            faults.add("the plan says " + plan.metres() + " metres, they are " + metres);
        }
        if (lateness > plan.lateness() + EPSILON) {
            faults.add("the plan says " + plan.lateness() + " late, it is " + lateness);
        }
    }

    private void left(Plan plan, Map<String, String> served) {
        Set<String> left = new HashSet<>();
        for (Plan.Left one : plan.left()) {
            if (one.reason().isBlank()) {
                faults.add(one.job() + " is left over without a reason");
            }
            left.add(one.job());
        }
        for (Job job : problem.jobs()) {
            long count = job.stops().stream().filter(s -> served.containsKey(s.name())).count();
            if (count != (left.contains(job.name()) ? 0 : job.stops().size())) {
                faults.add("job " + job.name() + (left.contains(job.name()) ? " is left over and served" : " is neither served nor left over"));
            }
            if (job instanceof Job.Pair pair && count == 2
                    && !served.get(pair.pickUp().name()).equals(served.get(pair.delivery().name()))) {
                faults.add("pair " + job.name() + " is split between drivers");
            }
        }
    }

    /** Believes the round's times only where they follow from each other. */
    private void times(Driver driver, Plan.Round round, Map<String, Stop> stops) {
        var legs = problem.legs().get(driver.means());
        double now = round.leaves();
        int place = driver.start();
        if (now < driver.hours().from() - EPSILON) {
            faults.add(driver.name() + " leaves too early");
        }
        boolean rested = round.pauseAt() < 0;
        double rest = driver.pause().map(p -> p.length()).orElse(0.0);
        for (Plan.Call call : round.calls()) {
            Stop stop = stops.get(call.stop());
            now += legs.seconds(place, stop.place());
            metres += legs.metres(place, stop.place());
            place = stop.place();
            if (call.arrives() < now - EPSILON) {
                faults.add("nobody gets to " + call.stop() + " by " + call.arrives() + ", but by " + now);
            }
            now = call.arrives();
            if (!rested && round.pauseAt() >= now - EPSILON && round.pauseAt() + rest <= call.begins() + EPSILON) {
                rested = true;
                now = round.pauseAt() + rest;
            }
            if (call.begins() < now - EPSILON || call.begins() < stop.window().from() - EPSILON) {
                faults.add(call.stop() + " begins too early");
            }
            now = call.begins();
            lateness += Math.max(0, now - stop.window().until());
            if (now > stop.window().until() + problem.lateness() + EPSILON) {
                faults.add(call.stop() + " begins at " + now + ", its window ends at " + stop.window().until());
            }
            now += stop.service();
        }
        if (driver.end().isPresent()) {
            now += legs.seconds(place, driver.end().getAsInt());
            metres += legs.metres(place, driver.end().getAsInt());
        }
        if (!rested && round.pauseAt() >= now - EPSILON) {
            rested = true;
            now = round.pauseAt() + rest;
        }
        if (!rested) {
            faults.add(driver.name() + " has no pause where the round says it");
        }
        driver.pause().ifPresent(pause -> {
            if (round.pauseAt() < 0 ? round.back() > pause.start().from() + EPSILON
                    : round.pauseAt() < pause.start().from() - EPSILON || round.pauseAt() > pause.start().until() + EPSILON) {
                faults.add(driver.name() + "'s pause is at " + round.pauseAt());
            }
        });
        if (now > driver.hours().until() + EPSILON || Math.abs(now - round.back()) > EPSILON) {
            faults.add(driver.name() + " is back at " + now + ", the round says " + round.back() + ", the hours end at " + driver.hours().until());
        }
    }

    private void loads(Driver driver, List<String> names, Map<String, Job> jobs) {
        for (int k = 0; k < problem.measures().size(); k++) {
            double load = 0;
            for (String name : names) {
                load += jobs.get(name) instanceof Job.Delivery job ? job.load().amounts().get(k) : 0;
            }
            double most = load;
            for (String name : names) {
                double amount = jobs.get(name).load().amounts().get(k);
                load += switch (jobs.get(name)) {
                    case Job.Delivery d -> -amount;
                    case Job.PickUp p -> amount;
                    case Job.Pair pair -> pair.pickUp().name().equals(name) ? amount : -amount;
                };
                most = Math.max(most, load);
            }
            if (most > driver.capacity().amounts().get(k) + EPSILON) {
                faults.add(driver.name() + " carries " + most + " " + problem.measures().get(k));
            }
        }
    }

    private void terms(Driver driver, List<String> names, Map<String, Job> jobs) {
        for (String name : names) {
            Job job = jobs.get(name);
            if (!driver.skills().containsAll(job.terms().skills())) {
                faults.add(driver.name() + " can't do " + name);
            }
            if (!job.terms().driver().orElse(driver.name()).equals(driver.name())) {
                faults.add(name + " is locked to another driver");
            }
            if (job instanceof Job.Pair pair && names.indexOf(pair.pickUp().name()) > names.indexOf(pair.delivery().name())) {
                faults.add(name + " is delivered before it is picked up");
            }
        }
        for (Order order : problem.orders()) {
            int last = -1;
            for (String name : order.stops()) {
                int at = names.indexOf(name);
                if (at >= 0 && (at < last || !order.driver().equals(driver.name()))) {
                    faults.add("the order of " + order.driver() + " is broken at " + name);
                }
                last = Math.max(last, at);
            }
        }
    }
}
