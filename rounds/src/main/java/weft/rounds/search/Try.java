package weft.rounds.search;
import java.nio.file.*;
import java.util.*;
import weft.rounds.model.*;
public final class Try {
    public static Problem read(String text) {
        List<double[]> rows = new ArrayList<>();
        boolean lilim = false; double cap = 0; int veh = 0;
        String[] lines = text.split("\\R");
        lilim = lines[0].trim().split("\\s+").length == 3;
        int from = lilim ? 1 : 9;
        String[] head = (lilim ? lines[0] : lines[4]).trim().split("\\s+");
        veh = Integer.parseInt(head[0]); cap = Double.parseDouble(head[1]);
        for (int i = from; i < lines.length; i++) {
            if (lines[i].isBlank()) continue;
            rows.add(Arrays.stream(lines[i].trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray());
        }
        List<Place> places = new ArrayList<>();
        List<Job> jobs = new ArrayList<>();
        for (double[] r : rows) places.add(new Place("" + (int) r[0], r[1], r[2]));
        for (double[] r : rows) {
            if (r[0] == 0) continue;
            Stop s = new Stop("" + (int) r[0], (int) r[0], new Window(r[4], r[5]), r[6]);
            if (!lilim) jobs.add(new Job.Delivery(s, Load.of(r[3]), Terms.NONE));
            else if (r[3] > 0) { double[] o = rows.get((int) r[8]);
                jobs.add(new Job.Pair(s, new Stop("" + (int) o[0], (int) o[0], new Window(o[4], o[5]), o[6]), Load.of(r[3]), Terms.NONE)); }
        }
        List<Driver> ds = new ArrayList<>();
        for (int i = 0; i < veh; i++) ds.add(new Driver("v" + i, 0, OptionalInt.of(0), new Window(rows.get(0)[4], rows.get(0)[5]), Load.of(cap), Means.PLANE, Optional.empty(), Set.of()));
        return new Problem(places, List.of("load"), jobs, ds, List.of(), Problem.legs(new Plane(), places, ds), 0);
    }
    public static void main(String[] a) throws Exception {
        double secs = Double.parseDouble(a[0]);
        double split = Double.parseDouble(a[1]);
        long seed = Long.parseLong(a[2]);
        Map<String, String[]> best = new HashMap<>();
        for (String l : Files.readAllLines(Path.of("/work/shared/data/rounds/best-known.csv"))) { String[] f = l.split(","); best.put(f[2], f); }
        int over = 0; StringBuilder out = new StringBuilder();
        for (int k = 3; k < a.length; k++) {
            Problem p = read(Files.readString(Path.of("/work/shared/data/rounds/" + a[k] + ".txt")));
            long t0 = System.nanoTime();
            Layout l = new Layout(p, new Objective.Benchmark(), true);
            Search s = new Search(l, seed);
            Clock c = new Clock(() -> { return (System.nanoTime() - t0) / 1e9; }, secs, Long.MAX_VALUE, () -> false);
            s.log = x -> { if (System.getProperty("v") != null) System.out.println("   " + x); };
            s.start();
            int bound = Integer.parseInt(best.get(a[k])[3]);
            int init = s.best.used;
            s.shrink(c, split, System.getProperty("cheat") != null ? bound : 1);
            double d0 = s.best.spent;
            long ge = c.done(); double sh = c.share();
            s.anneal(c);
            double d = s.best.spent;
            double bd = Double.parseDouble(best.get(a[k])[4]);
            over += s.best.used - bound;
            System.out.printf("%-10s init %d ges %d(%.2f) it %d  veh %d (%+d) dist %.2f (%.2f%%) from %.1f t=%.1f%n", a[k], init, ge, sh, c.done() - ge, s.best.used, s.best.used - bound, d, 100 * (d / bd - 1), d0, (System.nanoTime() - t0) / 1e9);
        }
        System.out.println("over " + over);
    }
}
