package weft.rounds.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Turns sequences of stops into a plan with times, and says what doesn't hold in it: what people see when they change a plan by hand.
 *
 * <p>A pause goes before the stop where it makes least late, then where the round is over soonest, then first. A driver leaves as
 * late as costs nothing.
 */
public final class Timetable {
    private final Problem problem;
    private final Map<String, Stop> stops = new HashMap<>();
    private final Map<String, Job> jobs = new HashMap<>();

    /** For rounds of this problem. */
    public Timetable(Problem problem) {
        this.problem = problem;
        for (Job job : problem.jobs()) {
            for (Stop stop : job.stops()) {
                stops.put(stop.name(), stop);
                jobs.put(stop.name(), job);
            }
        }
    }

    /**
     * A round with what is wrong with it.
     *
     * @param round the times
     * @param late seconds of lateness, all stops together; the driver's own end counts as one
     * @param faults empty where everything holds
     */
    public record Driven(Plan.Round round, double late, List<Note> faults) {}

    /** The job a stop belongs to, or null. */
    public @org.jspecify.annotations.Nullable Job job(String stop) {
        return jobs.get(stop);
    }

    /** Drives a sequence of stops. */
    public Driven drive(int driver, List<String> sequence) {
        Driver who = problem.drivers().get(driver);
        Run best = run(who, sequence, -1, who.hours().from());
        if (who.pause().isPresent() && !sequence.isEmpty() && best.back() > who.pause().get().start().from()) {
            best = null;
            for (int at = 0; at <= sequence.size(); at++) {
                Run other = run(who, sequence, at, who.hours().from());
                if (best == null || other.better(best)) {
                    best = other;
                }
            }
        }
        Run chosen = java.util.Objects.requireNonNull(best);
        chosen = run(who, sequence, chosen.pause(), who.hours().from() + spare(who, sequence, chosen));
        List<Note> faults = new ArrayList<>(chosen.faults());
        loads(who, sequence, faults);
        terms(who, sequence, faults);
        List<Plan.Call> calls = new ArrayList<>();
        List<Load> aboard = aboard(sequence);
        for (int i = 0; i < sequence.size(); i++) {
            double begins = chosen.begins().get(i);
            calls.add(new Plan.Call(sequence.get(i), chosen.arrives().get(i), begins, begins + stop(sequence.get(i)).service(), aboard.get(i)));
        }
        double leaves = sequence.isEmpty() ? who.hours().from() : chosen.leaves();
        Plan.Round round = new Plan.Round(who.name(), calls, leaves, sequence.isEmpty() ? leaves : chosen.back(), chosen.metres(), chosen.pauseAt());
        return new Driven(round, chosen.late(), List.copyOf(faults));
    }

    private Stop stop(String name) {
        Stop stop = stops.get(name);
        if (stop == null) {
            throw new IllegalArgumentException("there is no stop " + name);
        }
        return stop;
    }

    private record Run(
            int pause, double leaves, List<Double> arrives, List<Double> begins, double back, double metres, double late, double pauseAt, List<Note> faults) {
        boolean better(Run other) {
            if (faults.isEmpty() != other.faults.isEmpty()) {
                return faults.isEmpty();
            }
            return late != other.late ? late < other.late : back < other.back;
        }
    }

    private Run run(Driver who, List<String> sequence, int pause, double leaves) {
        Legs legs = java.util.Objects.requireNonNull(problem.legs().get(who.means()));
        List<Double> arrives = new ArrayList<>();
        List<Double> begins = new ArrayList<>();
        List<Note> faults = new ArrayList<>();
        double late = 0;
        double metres = 0;
        double pauseAt = -1;
        double now = leaves;
        int at = who.start();
        for (int i = 0; i <= sequence.size(); i++) {
            Stop stop = i < sequence.size() ? stop(sequence.get(i)) : null;
            OptionalInt to = stop == null ? who.end() : OptionalInt.of(stop.place());
            if (to.isPresent() && (stop != null || !sequence.isEmpty())) {
                now += legs.seconds(at, to.getAsInt());
                metres += legs.metres(at, to.getAsInt());
                at = to.getAsInt();
            }
            double arrived = now;
            if (i == pause && who.pause().isPresent()) {
                pauseAt = Math.max(now, who.pause().get().start().from());
                now = pauseAt + who.pause().get().length();
                if (beyond(pauseAt, who.pause().get().start().until()) > 0) {
                    faults.add(Note.of("pause-late", "driver", who.name(), "at", clock(pauseAt), "until", clock(who.pause().get().start().until())));
                }
            }
            if (stop == null) {
                break;
            }
            double starts = Math.max(now, stop.window().from());
            arrives.add(arrived);
            begins.add(starts);
            late += beyond(starts, stop.window().until());
            if (beyond(starts, stop.window().until() + problem.lateness()) > 0) {
                faults.add(Note.of("stop-late", "stop", stop.name(), "at", clock(starts), "until", clock(stop.window().until())));
            }
            now = starts + stop.service();
        }
        if (beyond(now, who.hours().until()) > 0) {
            late += now - who.hours().until();
            faults.add(Note.of("end-late", "driver", who.name(), "at", clock(now), "until", clock(who.hours().until())));
        }
        return new Run(pause, leaves, arrives, begins, now, metres, late, pauseAt, faults);
    }

    /** By how much a moment is past another; a millionth of a second is the sums' rounding, not lateness. */
    private static double beyond(double moment, double limit) {
        return moment > limit + 1e-6 ? moment - limit : 0;
    }

    /** How much later the driver can leave at no cost. */
    private double spare(Driver who, List<String> sequence, Run run) {
        double waited = 0;
        double room = Double.POSITIVE_INFINITY;
        int until = run.pause() >= 0 ? run.pause() : sequence.size();
        for (int i = 0; i < until; i++) {
            waited += run.begins().get(i) - run.arrives().get(i);
            room = Math.min(room, waited + Math.max(0, stop(sequence.get(i)).window().until() - run.begins().get(i)));
        }
        if (run.pause() >= 0) {
            Legs legs = java.util.Objects.requireNonNull(problem.legs().get(who.means()));
            double reached = until == 0 ? run.leaves() : run.begins().get(until - 1) + stop(sequence.get(until - 1)).service();
            int from = until == 0 ? who.start() : stop(sequence.get(until - 1)).place();
            OptionalInt to = until < sequence.size() ? OptionalInt.of(stop(sequence.get(until)).place()) : who.end();
            reached += to.isPresent() ? legs.seconds(from, to.getAsInt()) : 0;
            waited += Math.max(0, run.pauseAt() - reached);
        }
        return Math.max(0, Math.min(room, waited));
    }

    private List<Load> aboard(List<String> sequence) {
        int measures = problem.measures().size();
        double[] now = new double[measures];
        for (String name : sequence) {
            if (jobs.get(name) instanceof Job.Delivery job) {
                add(now, job.load(), 1);
            }
        }
        List<Load> all = new ArrayList<>();
        for (String name : sequence) {
            Job job = java.util.Objects.requireNonNull(jobs.get(name));
            boolean on = job instanceof Job.PickUp || job instanceof Job.Pair pair && pair.pickUp().name().equals(name);
            add(now, job.load(), on ? 1 : -1);
            all.add(new Load(Arrays.stream(now).map(x -> Math.max(0, x)).boxed().toList()));
        }
        return all;
    }

    private static void add(double[] now, Load load, int sign) {
        for (int k = 0; k < now.length; k++) {
            now[k] += sign * load.amounts().get(k);
        }
    }

    private void loads(Driver who, List<String> sequence, List<Note> faults) {
        int measures = problem.measures().size();
        double[] start = new double[measures];
        for (String name : sequence) {
            if (jobs.get(name) instanceof Job.Delivery job) {
                add(start, job.load(), 1);
            }
        }
        List<Load> all = aboard(sequence);
        for (int k = 0; k < measures; k++) {
            double room = who.capacity().amounts().get(k) + 1e-9;
            String measure = problem.measures().get(k);
            String most = number(who.capacity().amounts().get(k));
            if (start[k] > room) {
                faults.add(Note.of("heavy-start", "driver", who.name(), "amount", number(start[k]), "measure", measure, "most", most));
                continue;
            }
            for (int i = 0; i < all.size(); i++) {
                double amount = all.get(i).amounts().get(k);
                if (amount > room) {
                    faults.add(Note.of("heavy-stop", "driver", who.name(), "amount", number(amount), "measure", measure, "most", most,
                            "stop", sequence.get(i)));
                    break;
                }
            }
        }
    }

    private void terms(Driver who, List<String> sequence, List<Note> faults) {
        for (int i = 0; i < sequence.size(); i++) {
            Job job = java.util.Objects.requireNonNull(jobs.get(sequence.get(i)));
            for (String skill : job.terms().skills()) {
                if (!who.skills().contains(skill)) {
                    faults.add(Note.of("lacks-skill", "stop", sequence.get(i), "skill", skill, "driver", who.name()));
                }
            }
            String locked = job.terms().driver().orElse(who.name());
            if (!locked.equals(who.name())) {
                faults.add(Note.of("locked-to", "stop", sequence.get(i), "driver", locked));
            }
            if (job instanceof Job.Pair pair) {
                int pick = sequence.indexOf(pair.pickUp().name());
                int drop = sequence.indexOf(pair.delivery().name());
                if (i == Math.max(pick, drop) && (pick < 0 || drop < 0 || pick > drop)) {
                    faults.add(Note.of("before-pick-up", "stop", pair.delivery().name(), "first", pair.pickUp().name()));
                }
            }
        }
        for (Order order : problem.orders()) {
            int last = -1;
            for (String name : order.stops()) {
                int at = sequence.indexOf(name);
                if (at >= 0 && !order.driver().equals(who.name())) {
                    faults.add(Note.of("locked-to", "stop", name, "driver", order.driver()));
                } else if (at >= 0 && at < last) {
                    faults.add(Note.of("out-of-order", "stop", name));
                }
                last = Math.max(last, at);
            }
        }
    }

    /** A number without a fraction that says nothing. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    /** A moment as people write it: hours and minutes, rounded down. */
    public static String clock(double seconds) {
        long minutes = (long) Math.floor(seconds / 60);
        long hours = Math.floorDiv(minutes, 60L);
        long rest = Math.floorMod(minutes, 60L);
        return (hours < 10 ? "0" : "") + hours + ":" + (rest < 10 ? "0" : "") + rest;
    }
}
