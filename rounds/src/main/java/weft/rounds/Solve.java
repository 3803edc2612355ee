package weft.rounds;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import weft.rounds.format.FormatException;
import weft.rounds.format.Instances;
import weft.rounds.format.PlanJson;
import weft.rounds.model.Crew;
import weft.rounds.model.Limit;
import weft.rounds.model.Objective;
import weft.rounds.model.Progress;
import weft.rounds.search.Engine;

/** Solves a benchmark instance from text to JSON: what {@code weft rounds solve} calls. */
public final class Solve {
    private Solve() {}

    /**
     * Reads an instance, searches for so many seconds on the caller's thread, and writes the best plan.
     *
     * @param text an instance in the format of Li and Lim or of Solomon
     * @param seconds from now, reading included; what the start of the program took has to be taken off by the caller
     * @param ticker tells seconds from some fixed moment
     * @throws FormatException with the row and what is wrong with it
     */
    public static String solve(String text, double seconds, long seed, DoubleSupplier ticker, Consumer<Progress> progress) {
        double start = ticker.getAsDouble();
        var problem = Instances.read(text);
        double rest = Math.max(0.001, seconds - (ticker.getAsDouble() - start));
        Engine engine = new Engine(problem, new Objective.Benchmark(), seed, 1, Crew.ALONE);
        return PlanJson.benchmark(engine.plan(List.of(), Limit.seconds(rest, ticker), progress));
    }
}
