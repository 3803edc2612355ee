package weft.rounds.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.Timetable;

/** Says why a job is left over: the first of skill, lock, size, window, space and time that rules out every driver. */
final class Reasons {
    private final Layout layout;
    private final Problem problem;
    private final Routes routes;
    /** Places in rounds of drivers with nothing to do, and in the rounds as they are with room for everything. */
    private final Spots empty;

    private final Spots light;
    private final Spots asItIs;

    Reasons(Routes routes) {
        this.routes = routes;
        layout = routes.layout;
        problem = layout.problem;
        empty = new Spots(layout, new Routes(layout), new Mix(0));
        Routes roomy = new Routes(layout);
        roomy.copyFrom(routes);
        Arrays.fill(roomy.room, Double.POSITIVE_INFINITY);
        light = new Spots(layout, roomy, new Mix(0));
        asItIs = new Spots(layout, routes, new Mix(0));
    }

    static List<Plan.Left> withoutDrivers(Problem problem) {
        return problem.jobs().stream().map(j -> new Plan.Left(j.name(), Note.of("no-driver"))).toList();
    }

    List<Plan.Left> all() {
        int[] left = Arrays.copyOf(routes.absent, routes.absentCount);
        Arrays.sort(left);
        List<Plan.Left> all = new ArrayList<>();
        for (int r : left) {
            all.add(new Plan.Left(problem.jobs().get(r).name(), reason(r)));
        }
        return all;
    }

    private Note reason(int r) {
        Job job = problem.jobs().get(r);
        List<Driver> able = able(r);
        if (able.isEmpty()) {
            return unable(job);
        }
        Note large = tooLarge(job, able);
        if (large != null) {
            return large;
        }
        if (!fits(r, empty)) {
            Stop last = job.stops().getLast();
            return note("out-of-reach", able, "from", Timetable.clock(last.window().from()), "until", Timetable.clock(last.window().until()));
        }
        if (fits(r, asItIs)) {
            return Note.of("no-seconds");
        }
        return note(fits(r, light) ? "no-room" : "no-time", able);
    }

    /** A note with who could have done it: in English, and by name where they are few but not all. */
    private Note note(String code, List<Driver> able, String... more) {
        boolean all = able.size() == problem.drivers().size() && able.size() > 1;
        List<String> names = able.stream().map(Driver::name).toList();
        boolean few = !all && names.size() <= 3;
        java.util.Map<String, String> words = new java.util.HashMap<>(Note.of(code, more).words());
        words.put("people", all ? "any driver" : few ? String.join(", ", names) : "the " + names.size() + " drivers who could take it");
        words.put("names", few ? String.join(", ", names) : "");
        words.put("has", all || able.size() == 1 ? "has" : "have");
        return new Note(code, words);
    }

    private List<Driver> able(int r) {
        List<Driver> able = new ArrayList<>();
        for (int v = 0; v < layout.drivers; v++) {
            if (layout.allowed[r * layout.drivers + v]) {
                able.add(problem.drivers().get(v));
            }
        }
        return able;
    }

    private Note unable(Job job) {
        Set<String> missing = new TreeSet<>(job.terms().skills());
        problem.drivers().forEach(d -> missing.removeAll(d.skills()));
        if (!missing.isEmpty()) {
            return Note.of("no-skill", "skills", String.join(", ", missing));
        }
        if (job.terms().driver().isPresent()) {
            return Note.of("locked-unable", "driver", job.terms().driver().get(), "skills", String.join(", ", new TreeSet<>(job.terms().skills())));
        }
        return Note.of("no-one-skilled", "skills", String.join(", ", new TreeSet<>(job.terms().skills())));
    }

    private @org.jspecify.annotations.Nullable Note tooLarge(Job job, List<Driver> able) {
        for (int k = 0; k < layout.measures; k++) {
            double most = 0;
            for (Driver driver : able) {
                most = Math.max(most, driver.capacity().amounts().get(k));
            }
            if (job.load().amounts().get(k) > most) {
                return note("too-large", able, "amount", Timetable.number(job.load().amounts().get(k)), "measure", problem.measures().get(k),
                        "most", Timetable.number(most));
            }
        }
        return null;
    }

    /** True where some driver has a place for the job. */
    private boolean fits(int r, Spots spots) {
        for (int v = 0; v < layout.drivers; v++) {
            if (spots.best(r, v, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }
}
