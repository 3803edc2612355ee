package weft.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weft.rounds.format.DayTable;
import weft.rounds.format.MatrixFile;
import weft.rounds.format.PlanJson;
import weft.rounds.model.Limit;
import weft.rounds.model.Means;
import weft.rounds.model.Order;
import weft.rounds.model.Place;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;

class PlannerTest {
    private static List<Map<String, String>> rows(String table) {
        String[] lines = table.split("\n");
        String[] head = lines[0].split(";", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(";", -1);
            Map<String, String> row = new HashMap<>();
            for (int k = 0; k < head.length; k++) {
                row.put(head[k], k < cells.length ? cells[k] : "");
            }
            rows.add(row);
        }
        return rows;
    }

    private static DayTable.Day day(String stops, String drivers) {
        return DayTable.read(rows(stops), rows(drivers), 0);
    }

    private static Problem problem(String stops, String drivers) {
        DayTable.Day day = day(stops, drivers);
        assertThat(day.faults()).isEmpty();
        return day.problem().orElseThrow();
    }

    private static Plan plan(Problem problem) {
        Plan plan = Planner.day(problem, 1).plan(Limit.steps(2000), p -> {});
        assertThat(Checker.check(problem, plan).faults()).isEmpty();
        return plan;
    }

    @Test
    void theExampleIsPlannedWhole() {
        Plan plan = plan(problem(DayTable.exampleStops(), DayTable.exampleDrivers()));
        assertThat(plan.left()).isEmpty();
        assertThat(PlanJson.day(plan)).startsWith("{\"rounds\": [{\"driver\": \"Kim\", \"leaves\": ").contains("\"stop\": \"Household 1\"");
    }

    @Test
    void saysWhyEachIsLeft() {
        String stops = DayTable.exampleStops()
                + "Crane job;bring;Kitchen North;52,5310;13,3980;;;5;1;crane;;\n"
                + "Too early;bring;Kitchen North;52,5310;13,3980;9:00;9:30;5;1;;;\n"
                + "Too large;bring;Kitchen North;52,5310;13,3980;;;5;99;;;\n"
                + "For Sasha;bring;Kitchen North;52,5310;13,3980;;;5;15;;Sasha;\n"
                + "All day;bring;Kitchen North;52,5310;13,3980;10:00;11:00;300;1;;Sasha;\n";
        Map<String, String> reasons = new HashMap<>();
        plan(problem(stops, DayTable.exampleDrivers())).left().forEach(l -> reasons.put(l.job(), l.reason()));
        assertThat(reasons.get("Crane job")).isEqualTo("no driver has the skill crane");
        assertThat(reasons.get("Too early")).startsWith("its window (09:00–09:30) can't be reached within the hours of any driver");
        assertThat(reasons.get("Too large")).startsWith("it is too large: 99 crates");
        assertThat(reasons.get("For Sasha")).startsWith("it is too large: 15 crates, and the most that Sasha can carry is 6");
        assertThat(reasons.get("All day")).contains("can't be reached within the hours of Sasha");
    }

    @Test
    void saysWhetherTimeOrSpaceIsShort() {
        StringBuilder stops = new StringBuilder("name;kind;latitude;longitude;from;until;minutes;amount crates\nDepot;place;52.5;13.4;;;;\n");
        for (int i = 0; i < 8; i++) {
            stops.append("stop " + i + ";bring;52.5" + i + ";13.4;;;5;2\n");
        }
        String driver = "name;start;end;from;until;means;amount crates\nKim;Depot;Depot;9:00;19:00;car;10\n";
        List<Plan.Left> space = plan(problem(stops.toString(), driver)).left();
        assertThat(space).hasSize(3).allMatch(l -> l.reason().equals("no room: there would be time for it, but any driver would be carrying too much")
                || l.reason().equals("no room: there would be time for it, but Kim would be carrying too much"));
        List<Plan.Left> time = plan(problem(stops.toString(), driver.replace("19:00", "9:40").replace(";10\n", ";99\n"))).left();
        assertThat(time).isNotEmpty()
                .allMatch(l -> l.reason().startsWith("no room: Kim has no time left") || l.reason().contains("can't be reached within the hours of Kim"));
    }

    @Test
    void faultsNameTheRow() {
        assertThat(first(day(DayTable.exampleStops().replace("11:00;13:30", "14:00;13:30"), DayTable.exampleDrivers())))
                .isEqualTo("stops, row 4: the window ends before it starts: from 14:00 until 13:30");
        assertThat(first(day(DayTable.exampleStops().replace("Kitchen South;place", "Kitchen North;place"), DayTable.exampleDrivers())))
                .isEqualTo("stops, row 3: two places are called Kitchen North: give one of them another name");
        assertThat(first(day(DayTable.exampleStops().replace("52,5310;13,3980", "13,3980;52,5310"), DayTable.exampleDrivers())))
                .startsWith("stops, row 4: Household 1 is ").contains("are latitude and longitude swapped");
        assertThat(first(day(DayTable.exampleStops().replace("52,5310;13,3980", "0;0"), DayTable.exampleDrivers())))
                .contains("row 4: Household 1 is in the sea");
        assertThat(first(day(DayTable.exampleStops().replace("52,5310", "north"), DayTable.exampleDrivers())))
                .isEqualTo("stops, row 4: latitude has to be a number such as 3.5 or 3,5, not \"north\"");
        assertThat(first(day(DayTable.exampleStops(), DayTable.exampleDrivers().replace(";car;", ";boat;"))))
                .isEqualTo("drivers, row 2: means has to be bike, car or foot, not \"boat\"");
        assertThat(first(day(DayTable.exampleStops().replace(';', '|'), DayTable.exampleDrivers()))).contains("all is in one column");
        assertThat(first(day(DayTable.exampleStops().replace("minutes", "mins"), DayTable.exampleDrivers()))).isEqualTo(
                "stops, row 1: the column \"mins\" is not known; amounts are columns such as \"amount crates\"");
    }

    @Test
    void twentyThousandRowsAreRefusedQuicklyAndClearly() {
        StringBuilder stops = new StringBuilder("name;kind;latitude;longitude\nDepot;place;52.5;13.4\n");
        for (int i = 0; i < 19_999; i++) {
            stops.append("stop " + i + ";bring;52.5;13.4\n");
        }
        String driver = "name;start;from;until;means\nKim;Depot;9:00;19:00;car\n";
        assertThat(first(day(stops.toString(), driver))).isEqualTo("stops, row 1: a day can have at most 3000 stops, these are 19999 (what goes from one place to another counts twice): plan it in parts");
        stops.append("one more;bring;52.5;13.4\n");
        assertThat(first(day(stops.toString(), driver))).contains("a table can have at most 20000 rows");
    }

    private static String first(DayTable.Day day) {
        assertThat(day.problem()).isEmpty();
        return day.faults().getFirst().text();
    }

    @Test
    void whatIfTellsCostsAndFaults() {
        Problem problem = problem(DayTable.exampleStops(), DayTable.exampleDrivers());
        Planner planner = Planner.day(problem, 1);
        Plan plan = plan(problem);
        Change over = planner.whatIf(plan, new Move.HandOver("Bakery", "Sasha"));
        assertThat(over.faults()).extracting(Note::text).contains("stop Bakery is locked to Kim");
        assertThat(over.plan().rounds().stream().flatMap(r -> r.calls().stream()).count()).isEqualTo(6);
        Change off = planner.whatIf(plan, new Move.TakeOff("Household 1"));
        assertThat(off.faults()).isEmpty();
        assertThat(off.seconds()).isNegative();
        assertThat(off.plan().left()).containsExactly(new Plan.Left("Household 1", Note.of("taken-off")));
        Change same = planner.whatIf(off.plan(), new Move.HandOver("Household 1", "Kim"));
        assertThat(same.faults()).isEmpty();
        assertThat(same.plan().left()).isEmpty();
        Change wrong = planner.whatIf(plan, new Move.PutAt("Household 1", "Kim", 0));
        assertThat(wrong.faults()).anyMatch(f -> f.text().contains("has to come after"));
        assertThatThrownBy(() -> planner.whatIf(plan, new Move.TakeOff("nowhere"))).hasMessage("there is no stop nowhere");
    }

    @Test
    void plansAgainAroundLocks() {
        Problem problem = Days.kitchens(11, 25, 2, 4);
        Plan plan = plan(problem);
        // The first driver falls ill; the next one's first three stops stay as they are told.
        String ill = plan.rounds().get(0).driver();
        String next = plan.rounds().get(1).driver();
        List<String> told = plan.rounds().get(1).calls().stream().limit(3).map(Plan.Call::stop).toList();
        var people = problem.drivers().stream().filter(d -> !d.name().equals(ill)).toList();
        Problem later = new Problem(problem.places(), problem.measures(), problem.jobs(), people, List.of(new Order(next, told)), problem.legs(), 1800);
        Plan again = Planner.day(later, 1).again(plan, Limit.steps(3000), p -> {});
        assertThat(Checker.check(later, again).faults()).isEmpty();
        assertThat(again.rounds()).noneMatch(r -> r.driver().equals(ill));
        List<String> now = again.rounds().stream().filter(r -> r.driver().equals(next)).findFirst().orElseThrow()
                .calls().stream().map(Plan.Call::stop).filter(told::contains).toList();
        assertThat(now).isEqualTo(told);
    }

    @Test
    void matrixFileIsStrict() {
        String text = "from;to;means;metres;seconds\na;b;bike;1000;300,5\n";
        MatrixFile file = new MatrixFile(text);
        List<Place> places = List.of(new Place("a", 0, 0), new Place("b", 0, 0));
        assertThat(file.legs(places, Means.BIKE).seconds(1, 0)).isEqualTo(300.5);
        assertThatThrownBy(() -> file.legs(places, Means.CAR)).hasMessage("there is no way by car from a to b: is one of them in the water, or missing from the distances?");
        assertThatThrownBy(() -> new MatrixFile(text + "a;b;bike;1;1\n")).hasMessage("row 3: the way from a to b by bike is there twice");
        assertThatThrownBy(() -> new MatrixFile("a;b\n")).hasMessage("row 1: the columns have to be from, to, means, metres, seconds");
    }

    @Test
    void aDayWithoutDriversSaysSo() {
        Problem one = Days.kitchens(1, 2, 1, 1);
        Problem none = new Problem(one.places(), one.measures(), one.jobs(), List.of(), List.of(), Map.of(), 0);
        assertThat(Planner.day(none, 1).plan(Limit.steps(10), p -> {}).left()).extracting(Plan.Left::reason).containsOnly("there is no driver");
        assertThat(Set.copyOf(one.measures())).containsExactly("crates");
    }
}
