package weft.rounds.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.Timetable;

/** Says why a job is left over: the first of skill, lock, size, window, space and time that rules out every driver. */
final class Reasons {
    private final Layout layout;
    private final Problem problem;
    private final Routes routes;

    Reasons(Routes routes) {
        this.routes = routes;
        layout = routes.layout;
        problem = layout.problem;
    }

    static List<Plan.Left> withoutDrivers(Problem problem) {
        return problem.jobs().stream().map(j -> new Plan.Left(j.name(), "there is no driver")).toList();
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

    private String reason(int r) {
        Job job = problem.jobs().get(r);
        List<Driver> able = able(r);
        if (able.isEmpty()) {
            return unable(job);
        }
        String large = tooLarge(job, able);
        if (large != null) {
            return large;
        }
        if (!alone(r)) {
            Stop last = job.stops().getLast();
            return "its window (" + Timetable.clock(last.window().from()) + "–" + Timetable.clock(last.window().until())
                    + ") can't be reached within the hours of " + people(able) + ", even with nothing else to do";
        }
        return fitsWithoutLoad(r)
                ? "no room: there would be time for it, but " + people(able) + " would be carrying too much"
                : "no room: " + people(able) + (able.size() == 1 ? " has" : " have") + " no time left for it beside the other stops";
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

    private String unable(Job job) {
        Set<String> missing = new TreeSet<>(job.terms().skills());
        problem.drivers().forEach(d -> missing.removeAll(d.skills()));
        if (!missing.isEmpty()) {
            return "no driver has the skill " + String.join(", ", missing);
        }
        if (job.terms().driver().isPresent()) {
            return "it is locked to " + job.terms().driver().get() + ", who can't do it: it asks for " + String.join(", ", new TreeSet<>(job.terms().skills()));
        }
        return "no driver has all it asks for at once: " + String.join(", ", new TreeSet<>(job.terms().skills()));
    }

    private @org.jspecify.annotations.Nullable String tooLarge(Job job, List<Driver> able) {
        for (int k = 0; k < layout.measures; k++) {
            double most = 0;
            for (Driver driver : able) {
                most = Math.max(most, driver.capacity().amounts().get(k));
            }
            if (job.load().amounts().get(k) > most) {
                return "it is too large: " + number(job.load().amounts().get(k)) + " " + problem.measures().get(k) + ", and the most that "
                        + people(able) + " can carry is " + number(most);
            }
        }
        return null;
    }

    /** True where some driver with nothing else to do could do the job. */
    private boolean alone(int r) {
        Routes empty = new Routes(layout);
        Spots spots = new Spots(layout, empty, new Mix(0));
        for (int v = 0; v < layout.drivers; v++) {
            if (spots.best(r, v, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private boolean fitsWithoutLoad(int r) {
        Routes light = new Routes(layout);
        light.copyFrom(routes);
        Arrays.fill(light.room, Double.POSITIVE_INFINITY);
        Spots spots = new Spots(layout, light, new Mix(0));
        for (int v = 0; v < layout.drivers; v++) {
            if (spots.best(r, v, Double.POSITIVE_INFINITY) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private String people(List<Driver> able) {
        if (able.size() == problem.drivers().size()) {
            return able.size() == 1 ? able.getFirst().name() : "any driver";
        }
        List<String> names = able.stream().map(Driver::name).toList();
        return names.size() <= 3 ? String.join(", ", names) : "the " + names.size() + " drivers who could take it";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
