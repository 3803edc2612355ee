package weft.rounds.day;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import weft.rounds.Change;
import weft.rounds.Move;
import weft.rounds.Planner;
import weft.rounds.format.DayTable;
import weft.rounds.model.Distances;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Limit;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Progress;
import weft.rounds.model.Timetable;

/**
 * A day that is being planned and driven; never changed, each step gives another.
 *
 * @param stops the table of stops, as {@link DayTable} reads it
 * @param drivers the table of drivers
 * @param late how many seconds late a stop may be rather than left over
 * @param distances where distances come from
 * @param locks by job (the name of its last stop): the driver it is locked to by hand
 * @param kept drivers whose stops stay in their order
 * @param done by driver: the stops that are done, in order
 * @param now seconds since midnight, before which nothing is planned any more; 0 while the day has not begun
 * @param problem what is still to be done
 * @param plan how
 */
public record Workday(
        List<Map<String, String>> stops,
        List<Map<String, String>> drivers,
        double late,
        Distances distances,
        Map<String, String> locks,
        Set<String> kept,
        Map<String, List<Plan.Call>> done,
        double now,
        Problem problem,
        Plan plan) {
    /** A day, or what is wrong with its tables. */
    public record Read(Optional<Workday> day, List<DayTable.Fault> faults) {
        /** Copies the list. */
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /** Copies what is given. */
    public Workday {
        stops = List.copyOf(stops);
        drivers = List.copyOf(drivers);
        locks = Map.copyOf(locks);
        kept = Set.copyOf(kept);
        done = Map.copyOf(done);
    }

    /** A day from its tables, with nothing planned yet. */
    public static Read read(List<Map<String, String>> stops, List<Map<String, String>> drivers, double late, Distances distances) {
        DayTable.Day day = DayTable.read(stops, drivers, late, distances);
        return new Read(day.problem().map(problem -> new Workday(stops, drivers, late, distances, Map.of(), Set.of(), Map.of(), 0, problem,
                new Plan(List.of(), List.of(), 0, 0, 0))), day.faults());
    }

    /** Plans, or plans again around what is locked and done. */
    public Workday planned(Limit limit, long seed) {
        return planned(limit, seed, progress -> { });
    }

    /** Plans, or plans again, and tells how far it is. */
    public Workday planned(Limit limit, long seed, Consumer<Progress> progress) {
        return with(problem, Planner.day(problem, seed).again(plan, limit, progress));
    }

    /** What a change by hand would come to. */
    public Change whatIf(Move move) {
        return Planner.day(problem, 1).whatIf(plan, move);
    }

    /** The day with a change taken over. */
    public Workday with(Change change) {
        return with(problem, change.plan());
    }

    private Workday with(Problem rest, Plan fresh) {
        return new Workday(stops, drivers, late, distances, locks, kept, done, now, rest, fresh);
    }

    /** The same day with distances from elsewhere, or the stops to which these know no way. */
    public Read by(Distances other) {
        if (other.equals(distances) || drivers.isEmpty()) {
            return new Read(Optional.of(this), List.of());
        }
        DayTable.Day read = DayTable.read(stops, drivers, late, other);
        return read.problem().isEmpty() ? new Read(Optional.empty(), read.faults())
                : new Read(Optional.of(new Workday(stops, drivers, late, other, locks, kept, done, now, problem, plan).again()), List.of());
    }

    /** Locks a job to whoever has it now, or takes the lock away. */
    public Workday locked(String job, boolean lock) {
        Map<String, String> fresh = new TreeMap<>(locks);
        fresh.remove(job);
        if (lock) {
            driverOf(job).ifPresent(driver -> fresh.put(job, driver));
        }
        return new Workday(stops, drivers, late, distances, fresh, kept, done, now, problem, plan).again();
    }

    /** Keeps a driver's stops in their order, or lets them be put in another again. */
    public Workday kept(String driver, boolean keep) {
        Set<String> fresh = new TreeSet<>(kept);
        fresh.remove(driver);
        if (keep) {
            fresh.add(driver);
        }
        return new Workday(stops, drivers, late, distances, locks, fresh, done, now, problem, plan).again();
    }

    /** Says that a driver's next stop is done. */
    public Workday done(String driver) {
        Map<String, List<Plan.Call>> fresh = new LinkedHashMap<>(done);
        for (Plan.Round round : plan.rounds()) {
            if (round.driver().equals(driver) && !round.calls().isEmpty()) {
                List<Plan.Call> calls = new ArrayList<>(done.getOrDefault(driver, List.of()));
                calls.add(round.calls().getFirst());
                fresh.put(driver, List.copyOf(calls));
            }
        }
        return new Workday(stops, drivers, late, distances, locks, kept, fresh, now, problem, plan).again();
    }

    /** The day at a later moment: nothing is planned for earlier. */
    public Workday at(double seconds) {
        return new Workday(stops, drivers, late, distances, locks, kept, done, Math.max(now, seconds), problem, plan).again();
    }

    /** The day without a driver: somebody fell ill. Their stops are left over until it is planned again. */
    public Workday without(String driver) {
        List<Map<String, String>> fresh = drivers.stream().filter(row -> !name(row).equals(driver)).toList();
        Map<String, String> open = new TreeMap<>(locks);
        open.values().removeIf(driver::equals);
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : stops) {
            Map<String, String> one = new LinkedHashMap<>(row);
            one.computeIfPresent("driver", (column, locked) -> locked.strip().equals(driver) ? "" : locked);
            rows.add(one);
        }
        return new Workday(rows, fresh, late, distances, open, kept, done, now, problem, plan).again();
    }

    /** The day with one more row in the table of stops, left over until it is planned again; or what is wrong with the row. */
    public Read added(Map<String, String> row) {
        List<Map<String, String>> fresh = new ArrayList<>(stops);
        fresh.add(row);
        DayTable.Day read = DayTable.read(fresh, drivers, late, distances);
        return read.problem().isEmpty() ? new Read(Optional.empty(), read.faults())
                : new Read(Optional.of(new Workday(fresh, drivers, late, distances, locks, kept, done, now, problem, plan).again()), List.of());
    }

    /** Whose a stop is in the plan. */
    public Optional<String> driverOf(String stop) {
        return plan.rounds().stream().filter(round -> round.calls().stream().anyMatch(call -> call.stop().equals(stop))).findFirst()
                .map(Plan.Round::driver);
    }

    /** The same stops with the same drivers, for what is still to be done, from where everybody is now. */
    private Workday again() {
        if (drivers.isEmpty()) {
            Problem nobody = Rest.nobody(problem);
            return with(nobody, new Plan(List.of(), nobody.jobs().stream().map(job -> new Plan.Left(job.name(), Note.of("no-driver"))).toList(), 0, 0, 0));
        }
        Problem whole = DayTable.read(stops, drivers, late, distances).problem().orElse(problem);
        Problem rest = Rest.of(whole, this);
        Timetable timetable = new Timetable(rest);
        List<Plan.Round> rounds = new ArrayList<>();
        Set<String> on = new HashSet<>();
        double metres = 0;
        double seconds = 0;
        double lateness = 0;
        for (int v = 0; v < rest.drivers().size(); v++) {
            List<String> sequence = sequence(rest.drivers().get(v), timetable);
            if (!sequence.isEmpty()) {
                Timetable.Driven driven = timetable.drive(v, sequence);
                rounds.add(driven.round());
                on.addAll(sequence);
                metres += driven.round().metres();
                seconds += driven.round().back() - driven.round().leaves();
                lateness += driven.late();
            }
        }
        List<Plan.Left> left = new ArrayList<>();
        for (Job job : rest.jobs()) {
            if (!on.contains(job.name())) {
                Optional<Plan.Left> before = plan.left().stream().filter(one -> one.job().equals(job.name())).findFirst();
                left.add(before.orElseGet(() -> new Plan.Left(job.name(), Note.of("not-yet"))));
            }
        }
        return with(rest, new Plan(rounds, left, metres, seconds, lateness));
    }

    private List<String> sequence(Driver driver, Timetable timetable) {
        List<String> sequence = new ArrayList<>();
        plan.rounds().stream().filter(round -> round.driver().equals(driver.name()))
                .forEach(round -> round.calls().forEach(call -> sequence.add(call.stop())));
        sequence.removeIf(stop -> timetable.job(stop) == null);
        return sequence;
    }

    /** The name in a row of either table. */
    public static String name(Map<String, String> row) {
        return row.getOrDefault("name", "").strip();
    }
}
