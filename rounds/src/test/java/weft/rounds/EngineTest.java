package weft.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.rounds.format.Instances;
import weft.rounds.model.Crew;
import weft.rounds.model.Limit;
import weft.rounds.model.Objective;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.search.Engine;

class EngineTest {
    private static Plan day(Problem problem, long seed, int searches, long steps, Crew crew) {
        return new Engine(problem, Objective.Day.USUAL, seed, searches, crew).plan(List.of(), Limit.steps(steps), p -> {});
    }

    @Test
    void mixedDaysHoldUnderTheChecker() {
        for (long seed = 0; seed < 300; seed++) {
            Problem problem = Days.mixed(seed);
            Plan plan = day(problem, seed, 1, 600, Crew.ALONE);
            assertThat(Checker.check(problem, plan).faults()).as("Days.mixed(%s)", seed).isEmpty();
        }
    }

    @Test
    void sameSeedSamePlan() {
        Problem problem = Days.kitchens(5, 30, 2, 4);
        Plan one = day(problem, 3, 1, 5000, Crew.ALONE);
        Plan two = day(problem, 3, 1, 5000, Crew.ALONE);
        assertThat(two).isEqualTo(one);
        assertThat(one.left()).isEmpty();
    }

    @Test
    void threadsDontChangeThePlan() {
        Problem problem = Days.kitchens(6, 30, 2, 4);
        Crew threads = work -> {
            List<Thread> started = work.stream().map(Thread::startVirtualThread).toList();
            for (Thread thread : started) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        Plan alone = day(problem, 3, 3, 10_000, Crew.ALONE);
        assertThat(day(problem, 3, 3, 10_000, threads)).isEqualTo(alone);
        assertThat(Checker.check(problem, alone).faults()).isEmpty();
    }

    @Test
    void stopsAtOnceWithTheBestSoFar() {
        Problem problem = Days.kitchens(7, 40, 2, 5);
        boolean[] asked = {false};
        Limit limit = new Limit(1e9, Long.MAX_VALUE, () -> 0, () -> {
            boolean before = asked[0];
            asked[0] = true;
            return before;
        });
        Plan plan = new Engine(problem, Objective.Day.USUAL, 1, 1, Crew.ALONE).plan(List.of(), limit, p -> {});
        assertThat(Checker.check(problem, plan).faults()).isEmpty();
        assertThat(plan.rounds()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lc101", "lr104", "lrc201", "lr1_2_2", "rc1_2_1", "r1_2_1"})
    void publicInstancesHoldUnderTheChecker(String name) throws IOException {
        Path file = Path.of(Objects.requireNonNull(System.getProperty("weft.root")), "..", "shared", "data", "rounds", name + ".txt");
        assumeTrue(Files.exists(file), () -> "skipped: the public instance " + name + " is not beside the repository");
        Problem problem = Instances.read(Files.readString(file));
        for (int seed = 1; seed <= 2; seed++) {
            Plan plan = new Engine(problem, new Objective.Benchmark(), seed, 1, Crew.ALONE).plan(List.of(), Limit.steps(6000), p -> {});
            Checker checker = Checker.check(problem, plan);
            assertThat(checker.faults()).isEmpty();
            assertThat(plan.left()).isEmpty();
            assertThat(plan.lateness()).isZero();
        }
    }
}
