package weft.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weft.sim.life.Coarse;
import weft.sim.life.Plan;
import weft.sim.life.Report;
import weft.sim.life.Town;
import weft.sim.world.Planted;
import weft.sim.world.World;

/** Towns in a box. Where one fails, its message is the line that replays it. */
class SimTest {
    /** By fault: a run that several rules are looked for in. */
    private static final Map<Planted, Report> FOUND = new ConcurrentHashMap<>();

    private static Report live(Plan plan) {
        return Town.live(plan, _ -> {});
    }

    private static void fine(Plan plan) {
        Report report = live(plan);
        assertThat(report.violations()).as("replay with: %s", plan.line()).isEmpty();
        assertThat(report.numbers().get("threads")).as("something was said").isGreaterThan(5);
        assertThat(report.numbers().get("envelopes read by the thief")).as("the checkers can read at all").isGreaterThan(5);
        assertThat(report.numbers().get("joined")).as("people came together").isGreaterThanOrEqualTo(plan.people() - 1L);
    }

    @ParameterizedTest
    @CsvSource({"1, none", "2, some", "3, hard", "8, hard"})
    void aTownOfTwelveLivesForTwoWeeks(long seed, String faults) {
        fine(new Plan(seed, 12, 2, 3, 14, 12, faults, Set.of()));
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void aTownLivesForTwoMonthsInTheWorstWeather(long seed) {
        fine(new Plan(seed, 40, 3, 3, 60, 36, "hard", Set.of()));
    }

    /** More than a year, in which all that is kept has to be said again for another year. */
    @Tag("long")
    @Test
    void practicesThatAreKeptOutlastTheirYear() {
        fine(new Plan(1, 6, 1, 1, 430, 96, "some", Set.of()));
    }

    @Tag("long")
    @Test
    void aPracticeThatNobodyReallyKeepsIsMissed() {
        Report report = live(new Plan(1, 6, 1, 1, 430, 96, "none", Set.of(Planted.KEEPS_NOTHING)));
        assertThat(report.violations()).extracting(World.Violation::rule).contains("a practice that is kept has faded");
    }

    @Tag("long")
    @Test
    void aThousandNodesForNinetyDays() {
        fine(new Plan(1, 1_000, 40, 4, 90, 48, "some", 2, Set.of()));
    }

    @Test
    void theSameLineGivesTheSameRun() {
        Plan plan = new Plan(5, 8, 2, 2, 6, 12, "hard", 2, Set.of());
        Report one = live(plan);
        Report other = live(plan);
        assertThat(other.trace()).isEqualTo(one.trace());
        assertThat(other.numbers()).isEqualTo(one.numbers());
        Report alone = Town.live(plan, 1, _ -> {});
        assertThat(alone.trace()).as("on one thread as on two").isEqualTo(one.trace());
        assertThat(alone.numbers()).isEqualTo(one.numbers());
        assertThat(live(new Plan(6, 8, 2, 2, 6, 12, "hard", 2, Set.of())).trace()).isNotEqualTo(one.trace());
    }

    /** Each planted fault is found, by the checker that is there for it. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SKIPS_SYNC        | 1 | hard | a vault can't be opened after a cut",
        "LOSES_COMMITTED   | 1 | hard | what was stored is lost",
        "KEEPS_OLD_KEYS    | 1 | none | what was forgotten can be read from the disk",
        "DROPS_PUNCTURE    | 1 | none | what was forgotten can be read from the disk",
        "RESTORES_BACKUP   | 10 | none | forgotten things came back",
        "REUSES_VOICE      | 1 | none | two threads have a voice in common",
        "DESTROYS_EARLY    | 1 | none | destroyed early",
        "TELLS_ASIDE       | 1 | none | an aside was read outside",
        "FOLDS_DIFFERENTLY | 1 | none | two nodes fold differently",
        "FOLDS_DIFFERENTLY | 1 | none | two calendars differ",
        "FOLDS_DIFFERENTLY | 1 | none | two catalogues differ",
        "FOLDS_DIFFERENTLY | 1 | none | two shelves differ",
        "SWALLOWS          | 1 | none | not delivered",
        "SWALLOWS          | 1 | none | a coming was not delivered",
        "SWALLOWS          | 1 | none | a thing was not delivered",
        "SWALLOWS          | 1 | none | a practice was not delivered",
        "THROWS            | 1 | none | a node's step threw",
        "HOARDS            | 1 | none | dead cipher text is kept",
        "HOARDS            | 1 | none | a relay keeps what is over",
        "HOARDS_MEMORY     | 1 | none | memory outgrew its bound",
        "KEEPS_LEFT        | 1 | none | who left a circle can still read it",
        "SLOW              | 2 | none | a late invitation was used",
        "SLOW              | 2 | none | who came is shown after it is over",
        "CLONED            | 1 | none | somebody is in a circle uninvited",
        "CLONED            | 1 | none | an invitation was used twice",
        "LETS_IN           | 2 | none | somebody was offered a circle that nobody handed them",
        "LETS_IN           | 2 | none | somebody outside can read a circle",
        "CLONED            | 1 | none | strangers have a channel",
        "TELLS_CIRCLES     | 1 | none | proofs tell a neighbour how many circles there are",
        "CARRIES_NOTHING   | 1 | none | an own thread was not carried over",
    })
    void aPlantedFaultIsFound(Planted fault, long seed, String faults, String rule) {
        Report report = FOUND.computeIfAbsent(fault, _ -> live(new Plan(seed, 10, 1, 2, 14, fault == Planted.RESTORES_BACKUP ? 24 : 8, faults, Set.of(fault))));
        assertThat(report.violations()).extracting(World.Violation::rule).contains(rule);
    }

    /** What it leaves out is known; docs/scale.md shows how near it comes with a thousand people. */
    @Tag("slow")
    @Test
    void theCoarseModelLivesTheSameLives() {
        Plan plan = new Plan(4, 60, 3, 2, 14, 24, "none", Set.of());
        Report exact = live(plan);
        Coarse.live(plan).numbers().forEach((name, value) -> assertThat(value.doubleValue()).as(name)
                .isBetween(exact.numbers().get(name) * 0.5, exact.numbers().get(name) * 2.0));
    }

    @Test
    void theCommandSaysWhatIsWrongWithItsOptions() {
        assertThat(run("--help")).startsWith("0 Lets a town live in a box");
        assertThat(run("--people", "many")).startsWith("2 sim: that is not a whole number");
        assertThat(run("--faults", "awful")).startsWith("2 sim: 'awful' is not one of: none, some, hard");
        assertThat(run("--colour", "red")).startsWith("2 sim: '--colour' is no option of it");
        assertThat(run("--days")).startsWith("2 sim: --days wants a value");
        assertThat(run("--circles", "70")).startsWith("2 sim: at least one person");
        assertThat(run("--seed", "3", "--people", "3", "--circles", "1", "--days", "2", "--json"))
                .startsWith("0 {\"replay\":\"./weft sim --seed 3 ").contains("\"fine\":true}");
        assertThat(run("--plant", "TOMATOES")).startsWith("2 sim: 'TOMATOES' is no fault that could be planted");
        assertThat(run("--seed", "1", "--people", "8", "--circles", "1", "--hours", "12", "--faults", "none", "--plant", "TELLS_ASIDE"))
                .startsWith("1 ").contains("WRONG at ").contains("This line replays it exactly: ./weft sim --seed 1 ").contains("--plant TELLS_ASIDE");
        assertThat(run("--coarse", "--people", "2000", "--circles", "40")).startsWith("0 ").contains(" envelopes at relays in the end");
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = SimMain.run(List.of(arguments), out, out);
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
