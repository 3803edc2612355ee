package weft.rounds.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Load;
import weft.rounds.model.Order;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.Terms;
import weft.rounds.model.Window;

/**
 * What is left of a day: stops that are done are gone, drivers who are on their way start where they were last, with what they have on
 * board, and what is locked stays with its driver.
 */
final class Rest {
    private final Problem whole;
    private final Workday day;
    private final Map<String, Stop> stops = new HashMap<>();
    private final Map<String, String> doneBy = new HashMap<>();
    private final Map<String, String> plannedFor = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    private Rest(Problem whole, Workday day) {
        this.whole = whole;
        this.day = day;
        whole.jobs().forEach(job -> job.stops().forEach(stop -> stops.put(stop.name(), stop)));
        whole.drivers().forEach(driver -> people.add(driver.name()));
        day.done().forEach((driver, calls) -> calls.forEach(call -> doneBy.put(call.stop(), driver)));
        day.plan().rounds().forEach(round -> round.calls().forEach(call -> plannedFor.put(call.stop(), round.driver())));
    }

    static Problem of(Problem whole, Workday day) {
        return new Rest(whole, day).problem();
    }

    /** The same with nobody to drive. */
    static Problem nobody(Problem day) {
        List<Job> jobs = new ArrayList<>();
        for (Job job : day.jobs()) {
            Terms free = new Terms(job.terms().skills(), Optional.empty(), job.terms().mayBeLeft());
            jobs.add(switch (job) {
                case Job.Pair pair -> new Job.Pair(pair.pickUp(), pair.delivery(), pair.load(), free);
                case Job.Delivery one -> new Job.Delivery(one.stop(), one.load(), free);
                case Job.PickUp one -> new Job.PickUp(one.stop(), one.load(), free);
            });
        }
        return new Problem(day.places(), day.measures(), jobs, List.of(), List.of(), day.legs(), day.lateness());
    }

    private Problem problem() {
        List<Job> jobs = new ArrayList<>();
        whole.jobs().forEach(job -> rest(job).ifPresent(jobs::add));
        Set<String> open = new HashSet<>();
        jobs.forEach(job -> job.stops().forEach(stop -> open.add(stop.name())));
        List<Order> orders = new ArrayList<>();
        for (Plan.Round round : day.plan().rounds()) {
            if (day.kept().contains(round.driver()) && people.contains(round.driver())) {
                orders.add(new Order(round.driver(), round.calls().stream().map(Plan.Call::stop).filter(open::contains).toList()));
            }
        }
        return new Problem(whole.places(), whole.measures(), jobs, whole.drivers().stream().map(this::rest).toList(), orders, whole.legs(), whole.lateness());
    }

    private Optional<Job> rest(Job job) {
        return switch (job) {
            case Job.Pair pair -> isDone(pair.delivery()) ? Optional.empty() : Optional.of(rest(pair, doneBy.get(pair.pickUp().name())));
            case Job.Delivery one -> isDone(one.stop()) ? Optional.empty() : Optional.of(new Job.Delivery(one.stop(), one.load(), terms(one)));
            case Job.PickUp one -> isDone(one.stop()) ? Optional.empty() : Optional.of(new Job.PickUp(one.stop(), one.load(), terms(one)));
        };
    }

    /** What a driver who is gone had on board goes out again from where it came from. */
    private Job rest(Job.Pair pair, @Nullable String taker) {
        return taker != null && people.contains(taker) ? new Job.Delivery(pair.delivery(), pair.load(), locked(pair.terms(), taker))
                : new Job.Pair(pair.pickUp(), pair.delivery(), pair.load(), terms(pair));
    }

    private boolean isDone(Stop stop) {
        return doneBy.containsKey(stop.name());
    }

    private Terms terms(Job job) {
        String planned = plannedFor.get(job.name());
        if (job instanceof Job.Delivery && planned != null && people.contains(planned) && !day.done().getOrDefault(planned, List.of()).isEmpty()) {
            return locked(job.terms(), planned);
        }
        String lock = day.locks().get(job.name());
        return lock != null && people.contains(lock) ? locked(job.terms(), lock) : job.terms();
    }

    private static Terms locked(Terms terms, String driver) {
        return new Terms(terms.skills(), Optional.of(driver), terms.mayBeLeft());
    }

    private Driver rest(Driver driver) {
        List<Plan.Call> calls = day.done().getOrDefault(driver.name(), List.of());
        double from = Math.max(driver.hours().from(), day.now());
        int start = driver.start();
        double[] room = driver.capacity().amounts().stream().mapToDouble(Double::doubleValue).toArray();
        if (!calls.isEmpty()) {
            Plan.Call last = calls.getLast();
            from = Math.max(from, last.leaves());
            Stop at = stops.get(last.stop());
            start = at == null ? start : at.place();
        }
        for (Job job : whole.jobs()) {
            if (job instanceof Job.PickUp && driver.name().equals(doneBy.get(job.name()))) {
                for (int k = 0; k < room.length; k++) {
                    room[k] = Math.max(0, room[k] - job.load().amounts().get(k));
                }
            }
        }
        Window hours = new Window(from, Math.max(from, driver.hours().until()));
        double now = from;
        return new Driver(driver.name(), start, driver.end(), hours, new Load(java.util.Arrays.stream(room).boxed().toList()), driver.means(),
                driver.pause().filter(pause -> pause.start().until() > now), driver.skills());
    }
}
