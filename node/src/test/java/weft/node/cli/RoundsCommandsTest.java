package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weft.node.boot.Weft;
import weft.rounds.format.DayTable;
import weft.wire.json.Json;

/** Planning from the command line: the example as it is printed, tables as people make them, and what is said about bad ones. */
class RoundsCommandsTest {
    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Weft.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ended(line.execute(arguments), out.toString(), err.toString());
    }

    private Ended plan(String stops, String drivers, String... more) throws IOException {
        Path first = Files.writeString(folder.resolve("stops.csv"), stops);
        Path second = Files.writeString(folder.resolve("drivers.csv"), drivers);
        String[] all = new String[more.length + 8];
        String[] start = {"rounds", "plan", "--stops", first.toString(), "--drivers", second.toString(), "--seconds", "0.2"};
        System.arraycopy(start, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return run(all);
    }

    private void refused(String stops, String drivers, String... said) throws IOException {
        Ended ended = plan(stops, drivers);
        assertThat(ended.code).isEqualTo(Stop.REFUSED);
        assertThat(ended.err).contains(said);
        assertThat(ended.out).isEmpty();
    }

    @Test
    void theExampleIsPlanned() throws IOException {
        String example = run("rounds", "plan", "--example").out;
        assertThat(example).contains(DayTable.exampleStops(), DayTable.exampleDrivers(), "--column");
        Ended text = plan(DayTable.exampleStops(), DayTable.exampleDrivers());
        assertThat(text.code).as(text.err).isZero();
        assertThat(text.out).contains("Kim: ", "Bakery", "minutes on the road");
        Ended json = plan(DayTable.exampleStops(), DayTable.exampleDrivers(), "--json");
        assertThat(Json.read(json.out)).isNotNull();
        assertThat(json.out).startsWith("{\"rounds\": [{\"driver\": ");
    }

    @Test
    void columnsMayHaveOtherNamesAndOtherSeparators() throws IOException {
        String stops = DayTable.exampleStops().replace("name;kind", "Household;kind").replace("latitude", "Lat").replace(';', '\t');
        Ended ended = plan(stops, DayTable.exampleDrivers(), "--column", "name=Household", "--column", "latitude=Lat");
        assertThat(ended.code).as(ended.err).isZero();
        String commas = DayTable.exampleStops().replace(',', '.').replace(';', ',');
        assertThat(plan(commas, DayTable.exampleDrivers()).code).isZero();
        assertThat(plan(stops, DayTable.exampleDrivers(), "--column", "nome=Household").err).contains("There is no column nome");
    }

    @Test
    void badTablesAreRefusedWithTheRow() throws IOException {
        String stops = DayTable.exampleStops();
        String drivers = DayTable.exampleDrivers();
        refused(stops.replace("11:00;13:30", "14:00;13:30"), drivers, "stops, row 4", "ends before it starts");
        refused(stops.replace("52,5310;13,3980", "0;0"), drivers, "stops, row 4", "in the sea");
        refused(stops.replace("52,5310;13,3980", "12,5310;3,3980"), drivers, "stops, row 4", "km from the other stops");
        refused(stops.replace("Kitchen South;place", "Kitchen North;place"), drivers, "stops, row 3", "two places are called Kitchen North");
        refused(stops.replace("52,5310", "52.5.3"), drivers, "stops, row 4", "latitude has to be a number");
        refused(stops.replace(';', '|'), drivers, "stops, row 1: all is in one column");
        refused(stops.replace("Household 1;bring", "\"Household 1;bring"), drivers, "stops, row 4: a quote is opened here and never closed");
        refused(stops.replace(";Kim;", ";Robin;"), drivers, "stops, row 6: it is locked to \"Robin\"");
        refused(stops.replace(';', ','), drivers, "stops, row 2: the row has 14 cells, the first row names 12 columns");
        refused(stops.replace("10:30;11:30", "half past ten;11:30"), drivers, "stops, row 6: from has to be a time such as 9:30");
        refused(stops.replace("13:30;5;2", "13:30;5;-2"), drivers, "stops, row 4: amount crates has to be 0 or more");
        refused(stops, drivers.replace("Sasha;Kitchen South", "Sasha;Kitchen East"), "drivers, row 3", "no place called \"Kitchen East\"");
    }

    @Test
    void twentyThousandRowsAreRefusedAtOnce() throws IOException {
        String many = DayTable.exampleStops() + IntStream.range(0, 20_000)
                .mapToObj(i -> "H" + i + ";bring;Kitchen North;52,53;13,4;;;5;1;;;").collect(Collectors.joining("\n"));
        refused(many, DayTable.exampleDrivers(), "20000 rows");
        String fewer = DayTable.exampleStops() + IntStream.range(0, 19_990)
                .mapToObj(i -> "H" + i + ";bring;Kitchen North;52,53;13,4;;;5;1;;;").collect(Collectors.joining("\n"));
        refused(fewer, DayTable.exampleDrivers(), "at most 3000 stops");
    }

    @Test
    void whatIsLeftOverHasAReason() throws IOException {
        Ended ended = plan(DayTable.exampleStops().replace("stairs", "a boat"), DayTable.exampleDrivers());
        assertThat(ended.code).isZero();
        assertThat(ended.out).contains("Left over:", "Household 1: no driver has the skill a boat");
    }

    @Test
    void aTableOfDistancesIsRead() throws IOException {
        Path table = Files.writeString(folder.resolve("way.csv"), "from,to,means,metres\na,b,car,1\n");
        assertThat(plan(DayTable.exampleStops(), DayTable.exampleDrivers(), "--distances", table.toString()).err)
                .contains("row 1", "from, to, means, metres, seconds");
        Files.writeString(table, "from,to,means,metres,seconds\nKitchen North,Household 1,car,100,60\n");
        assertThat(plan(DayTable.exampleStops(), DayTable.exampleDrivers(), "--distances", table.toString()).err).contains("stops, row 3: there is no way by car from Kitchen North to Kitchen South");
    }

    @Test
    void anInstanceIsSolved() throws IOException {
        Path file = Files.writeString(folder.resolve("two.txt"), "2 10 1\n0 0 0 0 0 100 0 0 0\n1 3 4 5 0 50 1 0 2\n2 6 8 -5 0 60 1 1 0\n");
        Ended ended = run("rounds", "solve", file.toString(), "--seconds", "0.2", "--json");
        assertThat(ended.code).as(ended.err).isZero();
        assertThat(ended.out.strip()).isEqualTo("{\"routes\": [[1, 2]], \"vehicles\": 1, \"distance\": 20.0}");
        assertThat(run("rounds", "solve", Files.writeString(file, "nonsense").toString()).code).isEqualTo(Stop.REFUSED);
    }
}
