package weft.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import weft.rounds.format.Instances;
import weft.rounds.model.Crew;
import weft.rounds.model.Limit;
import weft.rounds.model.Objective;
import weft.rounds.model.Problem;
import weft.rounds.search.Engine;

/**
 * Solves public instances for some seconds each on one thread and prints a table of vehicles and distance over the best known, with
 * every plan checked from the file's numbers by code of its own.
 *
 * <p>Arguments: {@code --folder F} (with best-known.csv), {@code --files a,b,c} or {@code --files all}, {@code --seconds 10},
 * {@code --seeds 1,2,3}, {@code --peers} for jsprit and OR-Tools in the same run, {@code --peer-seconds 30} for jsprit alone with other
 * seconds than ours, {@code --day} for days of 100 households instead, {@code --cpu} to count the thread's processor time instead of the
 * clock's (OR-Tools keeps to the clock), for a machine that is busy with other work.
 */
public final class RoundsBench {
    private static final String USUAL = "lc101,lr101,lrc101,lc103,lrc104,lr1_2_2,lrc1_2_10,r1_2_1,rc1_2_1";

    private static final String WEFT = "weft";

    private RoundsBench() {}

    /** One plan of one planner: stops by number. */
    record Result(List<List<Integer>> routes, double seconds) {}

    /** A planner under test. */
    interface Peer {
        /** Plans within so many seconds on one thread. */
        Result solve(Problem problem, double seconds);
    }

    /** Prints the table; fails where a plan doesn't hold. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean flag = List.of("--peers", "--cpu", "--day").contains(arguments[i]);
            options.put(arguments[i], flag ? "" : arguments[++i]);
        }
        boolean cpu = options.containsKey("--cpu");
        String[] seeds = options.getOrDefault("--seeds", options.getOrDefault("--seed", "1")).split(",", -1);
        if (options.containsKey("--day")) {
            DayBench.table(5, ticker(cpu));
            return;
        }
        Path folder = Path.of(options.getOrDefault("--folder", usualFolder()));
        double seconds = Double.parseDouble(options.getOrDefault("--seconds", "10"));
        double peerSeconds = Double.parseDouble(options.getOrDefault("--peer-seconds", Double.toString(seconds)));
        Map<String, Peer> planners = new java.util.LinkedHashMap<>();
        for (String seed : seeds) {
            planners.put(seeds.length == 1 ? WEFT : WEFT + ", seed " + seed, (problem, s) -> weft(problem, s, Long.parseLong(seed), cpu));
        }
        if (options.containsKey("--peers")) {
            planners.put("jsprit", new JspritPeer(ticker(cpu)));
            if (peerSeconds == seconds) {
                planners.put("OR-Tools", new OrToolsPeer());
            }
        }
        Map<String, String[]> best = best(folder);
        String files = options.getOrDefault("--files", USUAL);
        System.out.println("| instance | planner | vehicles | over | distance | over % | seconds |\n|---|---|---|---|---|---|---|");
        Map<String, double[]> sums = new java.util.LinkedHashMap<>();
        for (String name : files.equals("all") ? best.keySet() : List.of(files.split(",", -1))) {
            String text = Files.readString(folder.resolve(name + ".txt"));
            String[] known = best.getOrDefault(name, new String[] {"", "", "", "0", "NaN"});
            for (Map.Entry<String, Peer> planner : planners.entrySet()) {
                line(name, planner.getKey(), planner.getValue().solve(Instances.read(text), planner.getKey().startsWith(WEFT) ? seconds : peerSeconds), text,
                        known, sums);
            }
        }
        sums.forEach((planner, sum) -> System.out.printf(Locale.ROOT, "| all | %s | | %+d | | %+.2f (mean of %d with equal vehicles, %d above 1 %%) | |%n",
                planner, (int) sum[0], sum[1] / Math.max(1, sum[2]), (int) sum[2], (int) sum[3]));
    }

    /** Beside the folder that the launcher lies in, wherever it is called from. */
    private static String usualFolder() {
        Path shared = Path.of("..", "shared", "data", "rounds");
        String launcher = System.getProperty("weft.launcher", "");
        return launcher.isEmpty() ? shared.toString() : Path.of(launcher).resolveSibling(shared).normalize().toString();
    }

    private static Map<String, String[]> best(Path folder) throws IOException {
        Map<String, String[]> best = new java.util.LinkedHashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("best-known.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            best.put(cells[2], cells);
        }
        return best;
    }

    private static void line(String name, String planner, Result result, String text, String[] known, Map<String, double[]> sums) {
        double distance = check(text, result.routes());
        int over = result.routes().size() - Integer.parseInt(known[3]);
        double percent = 100 * (distance / Double.parseDouble(known[4]) - 1);
        double[] sum = sums.computeIfAbsent(planner, p -> new double[4]);
        sum[0] += over;
        sum[1] += over == 0 ? percent : 0;
        sum[2] += over == 0 ? 1 : 0;
        sum[3] += over == 0 && percent > 1 ? 1 : 0;
        System.out.printf(Locale.ROOT, "| %s | %s | %d | %+d | %.2f | %+.2f | %.1f |%n",
                name, planner, result.routes().size(), over, distance, percent, result.seconds());
    }

    private static DoubleSupplier ticker(boolean cpu) {
        var beans = java.lang.management.ManagementFactory.getThreadMXBean();
        return cpu ? () -> beans.getCurrentThreadCpuTime() / 1e9 : () -> System.nanoTime() / 1e9;
    }

    private static Result weft(Problem problem, double seconds, long seed, boolean cpu) {
        long start = System.nanoTime();
        Limit limit = Limit.seconds(seconds, ticker(cpu));
        var plan = new Engine(problem, new Objective.Benchmark(), seed, 1, Crew.ALONE).plan(List.of(), limit, p -> {});
        double took = (System.nanoTime() - start) / 1e9;
        return new Result(plan.rounds().stream().map(r -> r.calls().stream().map(c -> Integer.parseInt(c.stop())).toList()).toList(), took);
    }

    /** The distance of routes that hold; from the file's numbers alone. */
    static double check(String text, List<List<Integer>> routes) {
        List<double[]> rows = new ArrayList<>();
        double capacity = -1;
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("\\s+", -1);
            boolean numbers = !line.isBlank() && words[0].matches("[0-9]+") && words.length > 1;
            if (numbers && words.length < 7) {
                capacity = Double.parseDouble(words[1]);
            } else if (numbers) {
                rows.add(java.util.Arrays.stream(words).mapToDouble(Double::parseDouble).toArray());
            }
        }
        boolean pairs = rows.getFirst().length == 9;
        Set<Integer> seen = new HashSet<>();
        double all = 0;
        for (List<Integer> route : routes) {
            double now = rows.getFirst()[4];
            double load = pairs ? 0 : route.stream().mapToDouble(i -> rows.get(i)[3]).sum();
            double[] at = rows.getFirst();
            require(load <= capacity + 1e-9, "too much at the start of " + route);
            for (int i : route) {
                double[] to = rows.get(i);
                double way = Math.hypot(to[1] - at[1], to[2] - at[2]);
                all += way;
                now = Math.max(to[4], now + (Arrays.equals(at, rows.getFirst()) ? 0 : at[6]) + way);
                require(now <= to[5] + 1e-6, "stop " + i + " at " + now + ", due at " + to[5]);
                require(seen.add(i), "stop " + i + " twice");
                load += pairs ? to[3] : -to[3];
                require(load <= capacity + 1e-9 && load >= -1e-9, "load " + load + " after " + i);
                if (pairs && to[7] != 0) {
                    require(route.contains((int) to[7]) && seen.contains((int) to[7]), "stop " + i + " before its pick-up, or without it");
                }
                at = to;
            }
            double way = Math.hypot(rows.getFirst()[1] - at[1], rows.getFirst()[2] - at[2]);
            all += way;
            require(now + at[6] + way <= rows.getFirst()[5] + 1e-6, "back too late: " + route);
        }
        require(seen.size() == rows.size() - 1, "stops left over: " + (rows.size() - 1 - seen.size()));
        return all;
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
