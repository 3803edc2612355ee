package weft.sim;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import weft.sim.life.Coarse;
import weft.sim.life.Plan;
import weft.sim.life.Report;
import weft.sim.life.Town;
import weft.sim.world.Planted;
import weft.sim.world.World;

/** {@code ./weft sim}: lets a town live through weeks in a box and says whether anything was that must never be. */
public final class SimMain {
    private static final String HELP = """
            Lets a town live in a box: the real step machines of nodes and relays, under virtual time, in a world that breaks.

              ./weft sim [--seed S] [--people N] [--circles C] [--relays R] [--days D] [--hours H] [--faults none|some|hard] [--districts T]
                         [--plant FAULT] [--coarse] [--json]

              --seed     all chance comes from it; the same seed gives the same run (a fresh one)
              --people   nodes, one a person (60)
              --circles  into which they are spread (3)
              --relays   of which each circle uses two (3)
              --days     to live; two calm days follow, in which all has to arrive (14)
              --hours    between two things that a person does, on average (48)
              --faults   none, some (a bad month), hard (worse than anybody meets) (some)
              --districts  towns apart, one thread each, among which the rest is divided (1; 2 from 500 people on)
              --plant    a fault on purpose, to see that it is found; which there are, is listed below
              --coarse   the same lives without keys, texts and frames: what they cost is counted, for numbers of people that no machine could hold
              --json     the report as JSON

            Ends with 0 where nothing was that must never be, else with 1 and one line that replays the run.
            Faults to plant:""" + faults() + "\n";

    private static String faults() {
        StringBuilder out = new StringBuilder();
        int line = 0;
        for (Planted fault : Planted.values()) {
            line += fault.name().length() + 1;
            out.append(line > 110 ? "\n  " : " ").append(fault);
            line = line > 110 ? 2 + fault.name().length() : line;
        }
        return out.toString();
    }

    private SimMain() {}

    /** Runs a town. */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments), System.out, System.err);
        System.out.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return 0;
        }
        Map<String, String> options = new TreeMap<>(Map.of("--people", "60", "--circles", "3", "--relays", "3", "--days", "14",
                "--hours", "48", "--faults", "some"));
        boolean json = false;
        boolean coarse = false;
        Plan plan;
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String name = arguments.get(i);
                if (name.equals("--json")) {
                    json = true;
                } else if (name.equals("--coarse")) {
                    coarse = true;
                } else if (!name.equals("--seed") && !name.equals("--plant") && !name.equals("--districts") && !options.containsKey(name)) {
                    throw new IllegalArgumentException("'" + name + "' is no option of it");
                } else if (++i == arguments.size()) {
                    throw new IllegalArgumentException(name + " wants a value");
                } else {
                    options.put(name, arguments.get(i));
                }
            }
            options.putIfAbsent("--districts", number(options, "--people") < 500 ? "1" : "2");
            options.putIfAbsent("--seed", Long.toString(System.nanoTime() & 0xffff_ffffL));
            plan = plan(options);
        } catch (IllegalArgumentException e) {
            err.println("sim: " + (e instanceof NumberFormatException ? "that is not a whole number, " + e.getMessage() : e.getMessage())
                    + ". See ./weft sim --help.");
            return 2;
        }
        if (coarse) {
            out.print(Coarse.live(plan).text(json));
            return 0;
        }
        boolean terminal = !json && Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        long cpu = ProcessHandle.current().info().totalCpuDuration().map(java.time.Duration::toMillis).orElse(0L);
        Report report = Town.live(plan, day -> {
            if (terminal) {
                err.print("\r" + day + " of " + (plan.days() + 2) + " days ");
            }
        });
        cpu = ProcessHandle.current().info().totalCpuDuration().map(java.time.Duration::toMillis).orElse(0L) - cpu;
        if (terminal) {
            err.print("\r");
        }
        out.print(json ? json(report, cpu) : text(report, cpu));
        return report.fine() ? 0 : 1;
    }

    private static Plan plan(Map<String, String> options) {
        return new Plan(Long.parseLong(options.getOrDefault("--seed", "1")), number(options, "--people"), number(options, "--circles"),
                number(options, "--relays"), number(options, "--days"), number(options, "--hours"), options.getOrDefault("--faults", "some"), 
                number(options, "--districts"),
                options.containsKey("--plant") ? Set.of(planted(options.getOrDefault("--plant", ""))) : Set.of());
    }

    private static Planted planted(String name) {
        for (Planted fault : Planted.values()) {
            if (fault.name().equals(name)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no fault that could be planted");
    }

    private static int number(Map<String, String> options, String name) {
        return Integer.parseInt(options.getOrDefault(name, "1"));
    }

    private static String text(Report report, long cpuMillis) {
        StringBuilder out = new StringBuilder();
        report.numbers().forEach((name, value) -> out.append(value).append(' ').append(name).append('\n'));
        out.append(report.eventsPerSecond()).append(" events per second, ").append(Math.round(report.seconds())).append(" s, ")
                .append(cpuMillis / 1000).append(" s of processor time, trace ").append(report.trace()).append('\n');
        report.violations().stream().limit(20).forEach(one -> out.append("WRONG at ").append(one.at()).append(": ").append(one.rule()).append(": ")
                .append(one.detail()).append('\n'));
        if (report.violations().size() > 20) {
            out.append("and ").append(report.violations().size() - 20).append(" more\n");
        }
        out.append(report.fine() ? "Nothing was that must never be. This line replays it: " : "This line replays it exactly: ")
                .append(report.plan().line()).append('\n');
        return out.toString();
    }

    private static String json(Report report, long cpuMillis) {
        StringBuilder out = new StringBuilder("{\"replay\":").append(quoted(report.plan().line()));
        report.numbers().forEach((name, value) -> out.append(',').append(quoted(name)).append(':').append(value));
        out.append(",\"eventsPerSecond\":").append(report.eventsPerSecond()).append(",\"milliseconds\":").append(Math.round(report.seconds() * 1000))
                .append(",\"processorMilliseconds\":").append(cpuMillis).append(",\"trace\":").append(quoted(report.trace())).append(",\"violations\":[");
        String comma = "";
        for (World.Violation one : report.violations()) {
            out.append(comma).append("{\"rule\":").append(quoted(one.rule())).append(",\"detail\":").append(quoted(one.detail()))
                    .append(",\"at\":").append(quoted(one.at())).append('}');
            comma = ",";
        }
        return out.append("],\"fine\":").append(report.fine()).append("}\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 32) {
                out.append(' ');
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
