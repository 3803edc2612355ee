package weft.rounds.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Legs;
import weft.rounds.model.Means;
import weft.rounds.model.Objective;
import weft.rounds.model.Order;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;

/**
 * The problem in flat arrays, never changed by the search.
 *
 * <p>Nodes: the stops are 0 to {@code stops-1} in the order of the jobs, then one start for each driver, then one end for each.
 * Tables are indexed by {@code row(node) * width + row(node)}: nodes of the same place share a row, so that tables stay small enough for
 * the caches next to the processor. Each is there a second time with its sides swapped, because what is put between two nodes looks at
 * one column of ways to it and one row of ways from it; where both ways are the same, or cost and time are, that is one table.
 */
final class Layout {
    /** A cost that no plan pays twice willingly. */
    static final double NEVER = 1e15;

    final Problem problem;
    final int stops;
    final int drivers;
    final int nodes;
    final int jobs;
    final int measures;
    final int width;
    /** The place in the tables of each node. */
    final int[] row;
    /** By driver: seconds on the way. */
    final double[][] way;
    /** By driver: seconds on the way, the place that is gone to first. */
    final double[][] wayTo;
    /** By driver: what a leg costs in the objective, time on the road or distance. */
    final double[][] cost;
    /** By driver: what a leg costs, the place that is gone to first. */
    final double[][] costTo;
    final double[] ready;
    /** The last moment at which a stop may begin, allowed lateness included. */
    final double[] due;
    /** The last moment wished for: what is later is late. */
    final double[] wished;

    final double[] service;
    /** The job of each stop. */
    final int[] job;
    /** The stop at which each job's load comes on board during the round, or -1. */
    final int[] pick;
    /** The stop at which each job's load goes off board during the round, or -1. */
    final int[] drop;
    /** {@code [job * measures + measure]}. */
    final double[] load;
    /** {@code [driver * measures + measure]}. */
    final double[] capacity;
    /** {@code [job * drivers + driver]}. */
    final boolean[] allowed;
    /** What it costs to leave a job over. */
    final double[] leaving;
    /** What it costs to send out a driver. */
    final double sending;
    /** By driver: true where the constant-time checks say all, false where a pause, an order or lateness needs a walk along the round. */
    final boolean[] plain;
    /** By driver: drivers with the same number can stand in for each other. */
    final int[] kind;
    /** By stop: the place in its driver's locked order, counted from 1, or 0. */
    final int[] order;

    final boolean anyLate;
    final boolean benchmark;
    final double compact;
    final double similar;
    /** The place of each row of the tables, or -1 for nowhere. */
    private final int[] at;
    /** By the first driver's means. */
    private final Legs plainLegs;
    /** By stop: the stops nearest to it, once they were asked for; two threads may both work out the same. */
    private final AtomicReferenceArray<int[]> near;

    /** @param strict true to take windows as strict although the problem allows lateness */
    Layout(Problem problem, Objective objective, boolean strict) {
        this.problem = problem;
        List<Job> all = problem.jobs();
        List<Driver> people = problem.drivers();
        jobs = all.size();
        drivers = people.size();
        measures = problem.measures().size();
        stops = all.stream().mapToInt(j -> j.stops().size()).sum();
        nodes = stops + 2 * drivers;
        benchmark = objective instanceof Objective.Benchmark;
        compact = objective instanceof Objective.Day day ? day.compact() : 0;
        similar = objective instanceof Objective.Day day ? day.similar() : 0;
        sending = benchmark ? 1e6 : 0;
        double late = strict ? 0 : problem.lateness();
        anyLate = late > 0;
        row = new int[nodes];
        ready = new double[nodes];
        due = new double[nodes];
        wished = new double[nodes];
        service = new double[nodes];
        job = new int[nodes];
        pick = new int[jobs];
        drop = new int[jobs];
        load = new double[jobs * measures];
        leaving = new double[jobs];
        Arrays.fill(job, -1);
        int[] place = new int[nodes];
        Map<String, Integer> named = fillStops(all, late, place);
        capacity = new double[drivers * measures];
        fillDrivers(people, place);
        width = fillRows(place);
        way = new double[drivers][];
        wayTo = new double[drivers][];
        cost = new double[drivers][];
        costTo = new double[drivers][];
        at = places(place);
        fillTables(people, problem.legs());
        plainLegs = java.util.Objects.requireNonNull(problem.legs().get(people.getFirst().means()));
        allowed = new boolean[jobs * drivers];
        order = new int[nodes];
        plain = new boolean[drivers];
        kind = new int[drivers];
        fillTerms(all, people, named, problem.orders());
        near = new AtomicReferenceArray<>(stops);
    }

    private Map<String, Integer> fillStops(List<Job> all, double late, int[] place) {
        Map<String, Integer> named = new HashMap<>();
        int node = 0;
        for (int r = 0; r < jobs; r++) {
            Job one = all.get(r);
            pick[r] = one instanceof Job.Delivery ? -1 : node;
            drop[r] = one instanceof Job.PickUp ? -1 : node + one.stops().size() - 1;
            leaving[r] = one.terms().mayBeLeft() ? 1e9 : 1e11;
            for (int k = 0; k < measures; k++) {
                load[r * measures + k] = one.load().amounts().get(k);
            }
            for (Stop stop : one.stops()) {
                named.put(stop.name(), node);
                place[node] = stop.place();
                ready[node] = stop.window().from();
                wished[node] = stop.window().until();
                due[node] = stop.window().until() + late;
                service[node] = stop.service();
                job[node++] = r;
            }
        }
        return named;
    }

    private void fillDrivers(List<Driver> people, int[] place) {
        for (int v = 0; v < drivers; v++) {
            Driver driver = people.get(v);
            int start = stops + v;
            int end = stops + drivers + v;
            place[start] = driver.start();
            place[end] = driver.end().orElse(-1);
            for (int node = start; node <= end; node += drivers) {
                ready[node] = driver.hours().from();
                due[node] = driver.hours().until();
                wished[node] = driver.hours().until();
            }
            for (int k = 0; k < measures; k++) {
                capacity[v * measures + k] = driver.capacity().amounts().get(k);
            }
        }
    }

    /** Each place has a row, and so has nowhere, where drivers end who end at their last stop. */
    private int fillRows(int[] place) {
        Map<Integer, Integer> rows = new HashMap<>();
        for (int node = 0; node < nodes; node++) {
            Integer known = rows.putIfAbsent(place[node], rows.size());
            row[node] = known == null ? rows.size() - 1 : known;
        }
        return rows.size();
    }

    private interface Measure {
        double of(Legs legs, int from, int to);
    }

    /** The place of each row. */
    private int[] places(int[] place) {
        int[] found = new int[width];
        for (int node = 0; node < nodes; node++) {
            found[row[node]] = place[node];
        }
        return found;
    }

    private void fillTables(List<Driver> people, Map<Means, Legs> legs) {
        Map<Means, Integer> first = new HashMap<>();
        for (int v = 0; v < drivers; v++) {
            Integer same = first.putIfAbsent(people.get(v).means(), v);
            if (same != null) {
                way[v] = way[same];
                wayTo[v] = wayTo[same];
                cost[v] = cost[same];
                costTo[v] = costTo[same];
                continue;
            }
            Legs known = java.util.Objects.requireNonNull(legs.get(people.get(v).means()));
            way[v] = table(known, Legs::seconds);
            wayTo[v] = known.even() ? way[v] : swapped(way[v]);
            double[] metric = benchmark ? table(known, Legs::metres) : way[v];
            boolean one = !benchmark || Arrays.equals(metric, way[v]);
            cost[v] = one ? way[v] : metric;
            costTo[v] = one ? wayTo[v] : swapped(metric);
        }
    }

    private double[] table(Legs known, Measure measure) {
        double[] table = new double[width * width];
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                table[a * width + b] = at[a] < 0 || at[b] < 0 ? 0 : measure.of(known, at[a], at[b]);
            }
        }
        return table;
    }

    private double[] swapped(double[] table) {
        double[] swapped = new double[table.length];
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                swapped[b * width + a] = table[a * width + b];
            }
        }
        return Arrays.equals(table, swapped) ? table : swapped;
    }

    /** From the beginning of the work at a node until another is reached, waiting there not counted. */
    double seconds(int v, int from, int to) {
        return service[from] + way[v][row[from] * width + row[to]];
    }

    private void fillTerms(List<Job> all, List<Driver> people, Map<String, Integer> named, List<Order> orders) {
        Map<String, Integer> byName = new HashMap<>();
        for (int v = 0; v < drivers; v++) {
            byName.put(people.get(v).name(), v);
            plain[v] = !anyLate && people.get(v).pause().isEmpty();
        }
        for (int r = 0; r < jobs; r++) {
            Integer locked = all.get(r).terms().driver().map(byName::get).orElse(null);
            for (int v = 0; v < drivers; v++) {
                allowed[r * drivers + v] = (locked == null || locked == v) && people.get(v).skills().containsAll(all.get(r).terms().skills());
            }
        }
        for (Order chain : orders) {
            int v = java.util.Objects.requireNonNull(byName.get(chain.driver()));
            plain[v] = false;
            int place = 0;
            for (String name : chain.stops()) {
                int node = java.util.Objects.requireNonNull(named.get(name));
                order[node] = ++place;
                for (int other = 0; other < drivers; other++) {
                    allowed[job[node] * drivers + other] &= other == v;
                }
            }
        }
        for (int v = 0; v < drivers; v++) {
            kind[v] = v;
            for (int u = 0; u < v && kind[v] == v; u++) {
                if (alike(people.get(u), people.get(v)) && sameTerms(u, v) && plain[u] == plain[v]) {
                    kind[v] = kind[u];
                }
            }
        }
    }

    private static boolean alike(Driver a, Driver b) {
        OptionalInt end = a.end();
        return a.start() == b.start()
                && end.equals(b.end())
                && a.hours().equals(b.hours())
                && a.capacity().equals(b.capacity())
                && a.means().equals(b.means())
                && a.pause().equals(b.pause());
    }

    private boolean sameTerms(int u, int v) {
        for (int r = 0; r < jobs; r++) {
            if (allowed[r * drivers + u] != allowed[r * drivers + v]) {
                return false;
            }
        }
        return true;
    }

    /** The stops nearest to a stop, itself first. */
    int[] near(int stop) {
        int[] list = near.get(stop);
        if (list == null) {
            list = nearest(stop);
            near.set(stop, list);
        }
        return list;
    }

    private int[] nearest(int stop) {
        long[] keys = new long[stops];
        for (int b = 0; b < stops; b++) {
            double far = (metres(stop, b) + metres(b, stop)) / 2;
            keys[b] = ((long) Float.floatToIntBits((float) far) << 32) | b;
        }
        Arrays.sort(keys);
        int[] list = new int[Math.min(stops, 400)];
        for (int i = 0; i < list.length; i++) {
            list[i] = (int) keys[i];
        }
        return list;
    }

    /** Metres from a node to another, by the first driver's means. */
    double metres(int from, int to) {
        int a = at[row[from]];
        int b = at[row[to]];
        return a < 0 || b < 0 ? 0 : plainLegs.metres(a, b);
    }

    int start(int driver) {
        return stops + driver;
    }

    int end(int driver) {
        return stops + drivers + driver;
    }
}
