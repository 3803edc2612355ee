package weft.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weft.node.home.RoadNetwork;
import weft.rounds.Planner;
import weft.rounds.Solve;
import weft.rounds.format.DayTable;
import weft.rounds.format.FormatException;
import weft.rounds.format.MatrixFile;
import weft.rounds.format.PlanJson;
import weft.rounds.format.PlanText;
import weft.rounds.model.Distances;
import weft.rounds.model.Limit;
import weft.rounds.model.Plan;

/** {@code weft rounds}: plans of stops, made on this machine. Needs no running node and asks no outside service. */
@Command(name = "rounds", description = "Plan pick-ups and deliveries on this machine.",
        subcommands = {RoundsCommands.Day.class, RoundsCommands.Instance.class})
public final class RoundsCommands implements Callable<Integer> {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
    private boolean help;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (help) {
            return 0;
        }
        spec.commandLine().usage(spec.commandLine().getErr());
        return Stop.USAGE;
    }

    /** Seconds since some fixed moment. */
    private static double ticker() {
        return System.nanoTime() / 1e9;
    }

    /**
     * How long to search, so that all is over within the seconds asked for. What this process took so far counts; writing the plan and
     * ending take time too: the more, the longer the start took, because both tell how busy the machine is.
     */
    private static double rest(double seconds, double least) {
        double spent = Begun.seconds();
        return Math.max(least, seconds - 0.05 - spent - 0.3 * spent);
    }

    /** {@code rounds plan}: a real day from two tables. */
    @Command(name = "plan", sortOptions = false, description = "Plan a day from a table of stops and a table of drivers.")
    static final class Day implements Callable<Integer> {
        @Mixin private Common common = new Common();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(names = "--stops", paramLabel = "FILE.csv", description = "The stops; commas, semicolons or tabs between the cells.")
        private Path stops = Path.of("");

        @Option(names = "--drivers", paramLabel = "FILE.csv", description = "The drivers.")
        private Path drivers = Path.of("");

        @Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "How long to search (default: ${DEFAULT-VALUE}).")
        private double seconds;

        @Option(names = "--late", paramLabel = "MINUTES", defaultValue = "0", description = "How late a stop may be rather than left over (default: 0).")
        private double late;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed searches the same way (default: 1).")
        private long seed;

        @Option(names = "--column", paramLabel = "OURS=THEIRS", description = "A column of yours with another name, such as --column latitude=Lat.")
        private Map<String, String> columns = Map.of();

        @Option(names = "--distances", paramLabel = "FILE", description = "A table of distances: from, to, means, metres, seconds.")
        private Optional<Path> distances = Optional.empty();

        @Option(names = "--example", description = "Print two small tables to start from, and stop.")
        private boolean example;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            if (example) {
                out.print("stops.csv:\n\n" + DayTable.exampleStops() + "\ndrivers.csv:\n\n" + DayTable.exampleDrivers() + '\n' + DayTable.explained());
                out.flush();
                return 0;
            }
            checkColumns();
            DayTable.Day day = DayTable.read(named(table("--stops", stops)), named(table("--drivers", drivers)), late * 60, distances());
            if (day.problem().isEmpty()) {
                day.faults().stream().limit(20).forEach(fault -> spec.commandLine().getErr().println(fault.text()));
                throw new Stop(Stop.REFUSED, "Nothing was planned: mend the rows above, then try again.");
            }
            Limit limit = Limit.seconds(rest(seconds, 0.1), RoundsCommands::ticker);
            Plan plan;
            try (PlanningLine line = new PlanningLine(spec.commandLine().getErr(), PlanningLine.wanted(common.json()))) {
                plan = Planner.day(day.problem().get(), seed).plan(limit, line);
            }
            out.print(common.json() ? PlanJson.day(plan) + '\n' : PlanText.day(plan));
            out.flush();
            return 0;
        }

        private void checkColumns() {
            columns.forEach((ours, theirs) -> {
                if (!DayTable.isColumn(ours)) {
                    throw new Stop(Stop.USAGE, "There is no column " + ours + "; ./weft rounds plan --example shows which there are.");
                }
            });
        }

        /** The rows with the columns' own names put in place of those in the file. */
        private List<Map<String, String>> named(List<Map<String, String>> rows) {
            return rows.stream().<Map<String, String>>map(row -> {
                Map<String, String> fresh = new LinkedHashMap<>(row);
                columns.forEach((ours, theirs) -> {
                    if (row.containsKey(theirs)) {
                        fresh.remove(theirs);
                        fresh.put(ours, row.get(theirs));
                    }
                });
                return fresh;
            }).toList();
        }

        private Distances distances() {
            if (distances.isEmpty()) {
                return RoadNetwork.usual();
            }
            try {
                return new MatrixFile(text(distances.get()));
            } catch (FormatException e) {
                throw new Stop(Stop.REFUSED, distances.get() + ": " + e.getMessage());
            }
        }
    }

    /** {@code rounds solve}: a benchmark instance. */
    @Command(name = "solve", sortOptions = false, description = "Solve a benchmark instance (Li and Lim, Solomon, Gehring and Homberger).")
    static final class Instance implements Callable<Integer> {
        @Mixin private Common common = new Common();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(index = "0", paramLabel = "FILE.txt", description = "The instance.")
        private Path file = Path.of("");

        @Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "How long in all, the start included (default: ${DEFAULT-VALUE}).")
        private double seconds;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed searches the same way (default: 1).")
        private long seed;

        @Override
        public Integer call() {
            String plan;
            try {
                try (PlanningLine line = new PlanningLine(spec.commandLine().getErr(), PlanningLine.wanted(common.json()))) {
                    plan = Solve.solve(text(file), rest(seconds, 0.05), seed, RoundsCommands::ticker, line);
                }
                spec.commandLine().getOut().println(plan);
                return 0;
            } catch (FormatException e) {
                throw new Stop(Stop.REFUSED, file + ": " + e.getMessage());
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new Stop(Stop.REFUSED, file + " is not text in UTF-8. Save it as UTF-8, then try again.");
        } catch (IOException e) {
            throw new Stop(Stop.REFUSED, file + " can't be read. Is the name right?");
        }
    }

    /** The rows of a table by the names in its first line. */
    private static List<Map<String, String>> table(String option, Path file) {
        if (file.toString().isEmpty()) {
            throw new Stop(Stop.USAGE, option + " is missing; ./weft rounds plan --example shows what the tables look like.");
        }
        DayTable.Rows rows = DayTable.rows(option.substring(2), text(file));
        rows.faults().forEach(fault -> {
            throw new Stop(Stop.REFUSED, fault.text());
        });
        return rows.rows();
    }
}
