package weft.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import weft.rounds.model.Crew;
import weft.rounds.model.Legs;
import weft.rounds.model.Limit;
import weft.rounds.model.Means;
import weft.rounds.model.Objective;
import weft.rounds.model.Place;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;
import weft.rounds.model.StraightLine;
import weft.rounds.search.Engine;

/** What keeps a plan of thousands of stops within its seconds. */
class LargeDaysTest {
    private static final List<Place> PLACES = List.of(new Place("here", 13.40, 52.50), new Place("next door", 13.4001, 52.5), new Place("town", 13.32, 52.61),
            new Place("land", 8.68, 50.11), new Place("far", 151.21, -33.87), new Place("opposite", -166.6, -52.5), new Place("pole", 0, 90));

    @Test
    void theTableForAllMeansSaysWhatEachPairSays() {
        StraightLine straight = new StraightLine();
        var all = straight.legs(PLACES, Set.of(Means.BIKE, Means.CAR, Means.FOOT));
        all.forEach((means, legs) -> {
            Legs alone = straight.legs(PLACES, means);
            for (int a = 0; a < PLACES.size(); a++) {
                for (int b = 0; b < PLACES.size(); b++) {
                    double metres = means.detour() * StraightLine.metres(PLACES.get(a), PLACES.get(b));
                    assertThat(legs.metres(a, b)).as(a + " to " + b).isCloseTo(metres, within(1e-4 + 1e-9 * metres)).isEqualTo(legs.metres(b, a));
                    assertThat(legs.seconds(a, b)).isCloseTo(metres / means.metresPerSecond(), within(1e-4 + 1e-9 * metres));
                    assertThat(alone.metres(a, b)).isEqualTo(legs.metres(a, b));
                }
            }
        });
    }

    @Test
    void whereTheTimeIsUpBeforeAStopWasPlacedItIsSaid() {
        Problem problem = Days.kitchens(5, 600, 2, 60);
        AtomicInteger asked = new AtomicInteger();
        Limit over = Limit.seconds(1, () -> asked.getAndIncrement() == 0 ? 0 : 10);
        Plan plan = new Engine(problem, Objective.Day.USUAL, 1, 1, Crew.ALONE).plan(List.of(), over, p -> {});
        assertThat(Checker.check(problem, plan).faults()).isEmpty();
        assertThat(plan.left()).hasSize(200).allMatch(left -> left.why().code().equals("no-seconds"));
    }

    @Test
    void aPlanFarTooFullForItsDriversStillFillsThem() {
        Problem problem = Days.kitchens(7, 400, 2, 2);
        Plan plan = new Engine(problem, Objective.Day.USUAL, 1, 1, Crew.ALONE).plan(List.of(), Limit.steps(400), p -> {});
        assertThat(Checker.check(problem, plan).faults()).isEmpty();
        assertThat(plan.left()).isNotEmpty().hasSizeLessThan(problem.jobs().size()).noneMatch(left -> left.why().code().equals("no-seconds"));
    }
}
