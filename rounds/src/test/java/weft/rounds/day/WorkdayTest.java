package weft.rounds.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weft.rounds.Change;
import weft.rounds.Move;
import weft.rounds.format.DayTable;
import weft.rounds.format.Table;
import weft.rounds.model.Job;
import weft.rounds.model.Limit;
import weft.rounds.model.Plan;
import weft.rounds.model.StraightLine;

/** A day as it goes: what is locked stays, what is done is gone, who is ill drives no more, what is added is planned in. */
class WorkdayTest {
    private static final Limit STEPS = Limit.steps(3_000);

    private static Workday example() {
        Workday.Read read = Workday.read(Table.read(DayTable.exampleStops()), Table.read(DayTable.exampleDrivers()), 0, new StraightLine());
        assertThat(read.faults()).isEmpty();
        return read.day().orElseThrow().planned(STEPS, 1);
    }

    private static List<String> stops(Workday day, String driver) {
        return day.plan().rounds().stream().filter(round -> round.driver().equals(driver)).flatMap(round -> round.calls().stream()).map(Plan.Call::stop)
                .toList();
    }

    @Test
    void plansEverything() {
        Workday day = example();
        assertThat(day.plan().left()).isEmpty();
        assertThat(day.driverOf("Bakery")).contains("Kim");
    }

    @Test
    void whatIsLockedStaysThroughAnotherPlan() {
        Workday day = example();
        Change over = day.whatIf(new Move.HandOver("Household 2", other(day, "Household 2")));
        Workday moved = day.with(over).locked("Household 2", true);
        String driver = moved.driverOf("Household 2").orElseThrow();
        assertThat(driver).isNotEqualTo(day.driverOf("Household 2").orElseThrow());
        assertThat(moved.planned(STEPS, 7).driverOf("Household 2")).contains(driver);
        assertThat(moved.whatIf(new Move.HandOver("Household 2", other(moved, "Household 2"))).faults()).extracting(note -> note.code()).contains("locked-to");
        assertThat(moved.locked("Household 2", false).locks()).isEmpty();
    }

    private static String other(Workday day, String stop) {
        return day.driverOf(stop).orElseThrow().equals("Kim") ? "Sasha" : "Kim";
    }

    @Test
    void whatIsDoneIsGoneAndTheDriverGoesOnFromThere() {
        Workday day = example();
        String driver = day.plan().rounds().getFirst().driver();
        List<String> before = stops(day, driver);
        double back = day.plan().rounds().getFirst().back();
        Workday later = day.done(driver);
        assertThat(stops(later, driver)).isEqualTo(before.subList(1, before.size()));
        assertThat(later.done().get(driver)).extracting(Plan.Call::stop).containsExactly(before.getFirst());
        assertThat(later.plan().rounds().getFirst().back()).isEqualTo(back);
        Workday again = later.planned(STEPS, 3);
        assertThat(again.plan().left()).isEmpty();
        assertThat(stops(again, driver)).doesNotContain(before.getFirst());
    }

    @Test
    void whatIsOnBoardStaysWithWhoHasIt() {
        Workday day = example();
        Plan.Round round = day.plan().rounds().stream().filter(one -> one.calls().getFirst().stop().contains("→")).findFirst().orElseThrow();
        Workday later = day.done(round.driver());
        String household = later.problem().jobs().stream().filter(job -> job instanceof Job.Delivery).map(Job::name).findFirst().orElseThrow();
        assertThat(round.calls().getFirst().stop()).endsWith(household);
        assertThat(later.planned(STEPS, 5).driverOf(household)).contains(round.driver());
    }

    @Test
    void somebodyFallsIll() {
        Workday day = example();
        Workday without = day.without("Sasha");
        assertThat(without.problem().drivers()).extracting(driver -> driver.name()).containsExactly("Kim");
        assertThat(without.plan().left()).allMatch(left -> left.why().code().equals("not-yet"));
        Workday again = without.planned(STEPS, 2);
        assertThat(again.plan().rounds()).extracting(Plan.Round::driver).containsExactly("Kim");
        assertThat(again.plan().left()).isEmpty();
    }

    @Test
    void nobodyIsLeft() {
        Workday none = example().without("Sasha").without("Kim");
        assertThat(none.planned(STEPS, 2).plan().left()).isNotEmpty().allMatch(left -> left.why().code().equals("no-driver"));
    }

    @Test
    void aStopIsAdded() {
        Workday day = example();
        Map<String, String> row = new java.util.LinkedHashMap<>(day.stops().getFirst());
        row.replaceAll((column, cell) -> "");
        row.putAll(Map.of("name", "Late call", "kind", "bring", "at", "Kitchen North", "latitude", "52.52", "longitude", "13.40", "minutes", "5"));
        Workday added = day.added(row).day().orElseThrow();
        assertThat(added.plan().left()).extracting(Plan.Left::job).containsExactly("Late call");
        assertThat(added.planned(STEPS, 2).driverOf("Late call")).isPresent();
        row.put("latitude", "52.x");
        assertThat(day.added(row).faults()).singleElement().satisfies(fault -> assertThat(fault.row()).isEqualTo(day.stops().size() + 2));
    }

    @Test
    void nothingIsPlannedForEarlierThanNow() {
        Workday late = example().at(11.5 * 3600).planned(STEPS, 2);
        assertThat(late.plan().rounds()).allMatch(round -> round.leaves() >= 11.5 * 3600);
        assertThat(late.plan().left()).extracting(Plan.Left::job).contains("Kitchen North ← Bakery");
    }

    @Test
    void anOrderThatIsKeptStays() {
        Workday day = example();
        String driver = day.plan().rounds().getFirst().driver();
        Workday kept = day.kept(driver, true);
        assertThat(kept.problem().orders()).singleElement().satisfies(order -> assertThat(order.stops()).isEqualTo(stops(day, driver)));
        assertThat(stops(kept.planned(STEPS, 9), driver)).containsSubsequence(stops(day, driver));
        assertThat(kept.kept(driver, false).problem().orders()).isEmpty();
    }
}
