package weft.node.cli;

import java.util.List;
import java.util.Random;
import weft.rounds.Planner;
import weft.rounds.Solve;
import weft.rounds.format.DayTable;
import weft.rounds.format.PlanText;
import weft.rounds.model.Limit;

/** Plans a made-up day and solves a made-up instance, so that the JVM can note what planning needs: people wait for a plan. */
public final class RoundsWarming {
    private static final int HOUSEHOLDS = 60;

    private RoundsWarming() {}

    /** Plans. */
    public static void run() {
        Random random = new Random(1);
        StringBuilder stops = new StringBuilder("name;kind;at;latitude;longitude;minutes;amount crates\nA;place;;52.50;13.40;1;\nB;place;;52.52;13.45;1;\n");
        StringBuilder drivers = new StringBuilder("name;start;end;from;until;means;amount crates\n");
        for (int i = 0; i < HOUSEHOLDS; i++) {
            stops.append('H').append(i).append(";bring;").append(i % 2 == 0 ? 'A' : 'B')
                    .append(";52.").append(46 + random.nextInt(10)).append(random.nextInt(100))
                    .append(";13.").append(36 + random.nextInt(12)).append(random.nextInt(100)).append(";5;1\n");
        }
        for (int i = 0; i < 5; i++) {
            drivers.append('D').append(i).append(";A;A;9;17;").append(i % 2 == 0 ? "bike" : "car").append(';').append(10 + 10 * (i % 2)).append('\n');
        }
        DayTable.Day day = DayTable.read(DayTable.rows("stops", stops.toString()).rows(), DayTable.rows("drivers", drivers.toString()).rows(), 0);
        PlanText.day(Planner.day(day.problem().orElseThrow(), 1).plan(Limit.steps(12_000), progress -> { }));
        Solve.solve(instance(random), 0.8, 1, () -> System.nanoTime() / 1e9, progress -> { });
    }

    /** Pairs in the format of Li and Lim. */
    private static String instance(Random random) {
        StringBuilder text = new StringBuilder("25 200 1\n0 40 40 0 0 1000 0 0 0\n");
        for (int i = 1; i < HOUSEHOLDS; i += 2) {
            for (int end : List.of(0, 1)) {
                int opens = random.nextInt(300) + end * 300;
                text.append(i + end).append(' ').append(random.nextInt(80)).append(' ').append(random.nextInt(80))
                        .append(end == 0 ? " 10 " : " -10 ").append(opens)
                        .append(' ').append(opens + 250).append(" 10 ").append(end == 0 ? 0 : i).append(' ').append(end == 0 ? i + 1 : 0).append('\n');
            }
        }
        return text.toString();
    }
}
