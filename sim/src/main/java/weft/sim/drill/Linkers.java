package weft.sim.drill;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import weft.primitives.Bytes;

/**
 * Linkers: each looks at two voices in one way and says how well they fit one person; its area under the ROC curve is the chance that
 * a pair of one person fits better than a pair of two, 0.5 is guessing. The last one weighs all of the others by what it
 * learned from three quarters of the people, and is tried on the rest.
 *
 * <p>Place and kind are what people say on purpose, so the question is what helps beyond them: the pairs of the last column are of
 * voices of one place and kind, as many of one person as of two. The first column is over pairs of any place and kind, with what place and
 * kind themselves give away at its head.
 */
final class Linkers {
    private static final double GOAL = 0.55;
    private static final int PAIRS = 60_000;
    private static final int BINS = 24;

    /**
     * What the adversary sees of one voice, and whose it is.
     *
     * @param writtenAt what the entry says of its time, Unix seconds
     * @param published what the envelope says
     * @param came when it came to somebody who listened all the time, Unix seconds
     */
    record Seen(int owner, Bytes key, String place, String kind, long writtenAt, long published, String tags, List<String> languages,
            Optional<Long> until, boolean forSomeoneElse, int size, int envelope, int slot, int span, long came, Bytes id, Bytes envelopeId) {}

    private record Pair(Seen one, Seen other, boolean same) {}

    private record Fit(double fit, boolean same) {}

    private final List<Seen> seen;
    private final Draws draws;
    private final Map<Bytes, Integer> inStore = new HashMap<>();

    Linkers(List<Seen> seen, Draws draws) {
        this.seen = seen;
        this.draws = draws;
        List<Seen> stored = seen.stream().sorted(Comparator.comparingLong(Seen::published).thenComparing(Seen::envelopeId)).toList();
        for (int i = 0; i < stored.size(); i++) {
            inStore.put(stored.get(i).id(), i);
        }
    }

    private Map<String, ToDoubleBiFunction<Seen, Seen>> all() {
        Map<String, ToDoubleBiFunction<Seen, Seen>> all = new LinkedHashMap<>();
        all.put("key reuse", (a, b) -> a.key().equals(b.key()) ? 1 : 0);
        all.put("device clock", (a, b) -> -circular(a.writtenAt() % 3600, b.writtenAt() % 3600, 3600));
        all.put("envelope's clock", (a, b) -> -circular(a.published() % 3600, b.published() % 3600, 3600));
        all.put("slots", (a, b) -> -Math.abs((double) (a.slot() & 0xffff_ffffL) - (b.slot() & 0xffff_ffffL)));
        all.put("order in a store", (a, b) -> -Math.abs(inStore.getOrDefault(a.id(), 0) - inStore.getOrDefault(b.id(), 0)));
        all.put("entry sizes", (a, b) -> -Math.abs(a.size() - b.size()));
        all.put("envelope sizes", (a, b) -> -Math.abs(a.envelope() - b.envelope()));
        all.put("which tags, in what order", (a, b) -> a.tags().equals(b.tags()) ? 1 : 0);
        all.put("voices alike", (a, b) -> -Math.abs(a.key().at(0) - b.key().at(0)));
        all.put("ids alike", (a, b) -> -Math.abs(a.id().at(0) - b.id().at(0)));
        all.put("for how many days", (a, b) -> a.span() == b.span() ? a.span() == 14 ? 1 : 2 : 0);
        all.put("hour of the entry", (a, b) -> -circular(hour(a.writtenAt()), hour(b.writtenAt()), 24));
        all.put("hour of the envelope", (a, b) -> -circular(hour(a.published()), hour(b.published()), 24));
        all.put("day of the week", (a, b) -> a.writtenAt() / 86_400 % 7 == b.writtenAt() / 86_400 % 7 ? 1 : 0);
        all.put("days apart", (a, b) -> -Math.abs(a.writtenAt() / 86_400 - b.writtenAt() / 86_400));
        all.put("the hour until which", (a, b) -> a.until().isPresent() && b.until().isPresent()
                ? 6 - circular(hour(a.until().get()), hour(b.until().get()), 24) : a.until().isPresent() == b.until().isPresent() ? 0.5 : 0);
        all.put("languages", (a, b) -> a.languages().equals(b.languages()) ? a.languages().isEmpty() ? 1 : 2 : 0);
        all.put("for somebody else", (a, b) -> a.forSomeoneElse() == b.forSomeoneElse() ? 1 : 0);
        return all;
    }

    /** Prints the table; 0 where no linker goes beyond the goal, else 1. */
    int judge(PrintStream out) {
        List<Pair> alike = pairs(true, person -> true);
        List<Pair> any = pairs(false, person -> true);
        line(out, "", "any two voices", "beyond place and kind");
        ToDoubleBiFunction<Seen, Seen> said = (a, b) -> (a.place().equals(b.place()) ? 2 : 0) + (a.kind().equals(b.kind()) ? 1 : 0);
        line(out, "place and kind themselves", figure(area(any, said)), "0.500");
        double worst = 0.5;
        for (Map.Entry<String, ToDoubleBiFunction<Seen, Seen>> linker : all().entrySet()) {
            double area = area(alike, linker.getValue());
            // One that is wrong more often than right is a linker too, turned round.
            worst = Math.max(worst, Math.max(area, 1 - area));
            line(out, linker.getKey(), figure(area(any, linker.getValue())), figure(area));
        }
        double[] ways = together();
        double together = Arrays.stream(ways).average().orElse(0.5);
        double error = Math.sqrt(Arrays.stream(ways).map(way -> (way - together) * (way - together)).sum() / (ways.length * (ways.length - 1)));
        line(out, "all of these together", "", figure(together));
        double live = area(alike, (a, b) -> -circular(hour(a.came()), hour(b.came()), 24));
        out.println(alike.size() + " pairs beyond place and kind; 0.500 is guessing.");
        out.println("The worst linker: " + figure(worst) + "; all together, learned from three quarters of the people and tried on the rest: "
                + figure(together) + ", standard error " + figure(error) + "; the goal is at most " + GOAL + ".");
        out.println("Not in this: somebody who listens all the time and writes down when each thing came learns the hour: " + figure(live) + ".");
        // What is learned is tried on few people, so that chance alone moves it: beyond the goal is what chance does not explain.
        return worst <= GOAL && together - 2 * error <= GOAL ? 0 : 1;
    }

    private static void line(PrintStream out, String name, String any, String beyond) {
        out.println(String.format(Locale.ROOT, "%-28s %16s %23s", name, any, beyond).stripTrailing());
    }

    /** Taught with three quarters of the people and tried on the rest, in four ways. */
    private double[] together() {
        double[] areas = new double[4];
        for (int part = 0; part < areas.length; part++) {
            int out = part;
            areas[part] = together(pairs(true, person -> person % 4 != out), pairs(true, person -> person % 4 == out));
        }
        return areas;
    }

    /** Adds up the logarithms of likelihood ratios, one for each linker and bin of its values, as the pairs taught give them. */
    private double together(List<Pair> taught, List<Pair> tried) {
        if (taught.isEmpty() || tried.isEmpty()) {
            return 0.5;
        }
        List<ToDoubleBiFunction<Seen, Seen>> weighed = new ArrayList<>();
        all().values().forEach(linker -> weighed.add(weighed(linker, taught)));
        return area(tried, (a, b) -> weighed.stream().mapToDouble(linker -> linker.applyAsDouble(a, b)).sum());
    }

    private static ToDoubleBiFunction<Seen, Seen> weighed(ToDoubleBiFunction<Seen, Seen> linker, List<Pair> taught) {
        double[] values = taught.stream().mapToDouble(pair -> linker.applyAsDouble(pair.one(), pair.other())).sorted().toArray();
        double[] bounds = new double[BINS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = values[(i + 1) * values.length / BINS];
        }
        double[] distinct = Arrays.stream(bounds).distinct().toArray();
        double[] same = new double[2 * distinct.length + 1];
        double[] other = new double[2 * distinct.length + 1];
        Arrays.fill(same, 5);
        Arrays.fill(other, 5);
        taught.forEach(pair -> (pair.same() ? same : other)[bin(distinct, linker.applyAsDouble(pair.one(), pair.other()))]++);
        return (a, b) -> {
            int bin = bin(distinct, linker.applyAsDouble(a, b));
            return Math.log(same[bin] / other[bin]);
        };
    }

    /** Each bound is a bin of its own, and so is what lies between two: values that many pairs share are told from their neighbours. */
    private static int bin(double[] bounds, double value) {
        int at = Arrays.binarySearch(bounds, value);
        return at >= 0 ? 2 * at + 1 : 2 * (-at - 1);
    }

    /** As many pairs of one person as of two, among some of the people. */
    private List<Pair> pairs(boolean alike, Predicate<Integer> among) {
        Map<String, List<Seen>> strata = new LinkedHashMap<>();
        seen.stream().filter(each -> among.test(each.owner()))
                .forEach(each -> strata.computeIfAbsent(alike ? each.place() + "/" + each.kind() : "", ignored -> new ArrayList<>()).add(each));
        List<Pair> same = new ArrayList<>();
        List<Pair> different = new ArrayList<>();
        List<List<Seen>> all = strata.values().stream().filter(stratum -> stratum.size() > 1).toList();
        for (int i = 0; !all.isEmpty() && i < PAIRS * 40 && (same.size() < PAIRS / 2 || different.size() < PAIRS / 2); i++) {
            List<Seen> stratum = all.get(draws.below(all.size()));
            Seen one = stratum.get(draws.below(stratum.size()));
            Seen other = stratum.get(draws.below(stratum.size()));
            List<Pair> to = one.owner() == other.owner() ? same : different;
            if (!one.equals(other) && to.size() < PAIRS / 2) {
                to.add(new Pair(one, other, one.owner() == other.owner()));
            }
        }
        int count = Math.min(same.size(), different.size());
        List<Pair> out = new ArrayList<>(same.subList(0, count));
        out.addAll(different.subList(0, count));
        return out;
    }

    /** The chance that a pair of one person fits better than a pair of two; ties count half. */
    private static double area(List<Pair> pairs, ToDoubleBiFunction<Seen, Seen> linker) {
        List<Fit> fits = new ArrayList<>();
        pairs.forEach(pair -> fits.add(new Fit(linker.applyAsDouble(pair.one(), pair.other()), pair.same())));
        fits.sort(Comparator.comparingDouble(Fit::fit));
        double wins = 0;
        double below = 0;
        for (int i = 0; i < fits.size();) {
            double sameHere = 0;
            double differentHere = 0;
            int j = i;
            for (; j < fits.size() && fits.get(j).fit() == fits.get(i).fit(); j++) {
                sameHere += fits.get(j).same() ? 1 : 0;
                differentHere += fits.get(j).same() ? 0 : 1;
            }
            wins += sameHere * (below + differentHere / 2);
            below += differentHere;
            i = j;
        }
        double half = pairs.size() / 2.0;
        return wins / (half * half);
    }

    private static String figure(double area) {
        return String.format(Locale.ROOT, "%.3f", area);
    }

    private static long hour(long unixSeconds) {
        return unixSeconds / 3600 % 24;
    }

    private static double circular(long a, long b, long whole) {
        long apart = Math.abs(a - b);
        return Math.min(apart, whole - apart);
    }
}
