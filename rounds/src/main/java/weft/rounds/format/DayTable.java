package weft.rounds.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import weft.rounds.model.Distances;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Load;
import weft.rounds.model.Means;
import weft.rounds.model.NoWay;
import weft.rounds.model.Pause;
import weft.rounds.model.Place;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.StraightLine;
import weft.rounds.model.Terms;
import weft.rounds.model.Window;

/**
 * Makes a day from the rows of two tables, stops and drivers, each row a map from column to cell.
 *
 * <p>Rows count from 2, as in a spreadsheet whose first row has the columns' names. All faults are found at once, each with its row.
 */
public final class DayTable {
    /** The most rows that are looked at in one table. */
    public static final int MOST_ROWS = 20_000;
    /** What is this far from the middle of all places is taken for a slip. */
    private static final double FAR = 300_000;

    private static final int MOST_FAULTS = 100;
    private static final Set<String> STOPS =
            Set.of("name", "kind", "at", "latitude", "longitude", "from", "until", "minutes", "skills", "driver", "may be left", "note");
    private static final Set<String> DRIVERS =
            Set.of("name", "start", "end", "from", "until", "means", "kmh", "pause from", "pause until", "pause minutes", "skills");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> depots = new HashMap<>();
    private final Map<String, Window> opening = new HashMap<>();
    private final Map<String, Double> handling = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<Integer, String> locks = new TreeMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private final List<String> measures;

    private DayTable(List<String> measures) {
        this.measures = measures;
    }

    /**
     * What is wrong with a row.
     *
     * @param table "stops" or "drivers"
     * @param row as counted in a spreadsheet
     * @param what one sentence's worth
     */
    public record Fault(String table, int row, Slip what) {
        /** The sentence with where it belongs. */
        public String text() {
            return table + ", row " + row + ": " + what.text();
        }
    }

    /**
     * What came of reading.
     *
     * @param problem there where there is no fault
     * @param faults in the order of the rows, at most a hundred
     */
    public record Day(Optional<Problem> problem, List<Fault> faults) {}

    /** The rows of a table, and what is wrong with it as a whole. */
    public record Rows(List<Map<String, String>> rows, List<Fault> faults) {}

    /** Reads one of the tables from a text; see {@link Table}. */
    public static Rows rows(String table, String text) {
        try {
            return new Rows(Table.read(text), List.of());
        } catch (FormatException e) {
            return new Rows(List.of(), List.of(new Fault(table, e.row(), e.slip().orElseThrow(() -> e))));
        }
    }

    /** A table of stops to start from, with semicolons between the cells. */
    public static String exampleStops() {
        return """
                name;kind;at;latitude;longitude;from;until;minutes;amount crates;skills;driver;may be left
                Kitchen North;place;;52,5490;13,4130;10:00;16:00;2;;;;
                Kitchen South;place;;52,4860;13,4250;10:00;16:00;2;;;;
                Household 1;bring;Kitchen North;52,5310;13,3980;11:00;13:30;5;2;stairs;;
                Household 2;bring;Kitchen South;52,4970;13,4410;;14:00;5;1;;;yes
                Bakery;fetch;Kitchen North;52,5200;13,4050;10:30;11:30;10;4;;Kim;
                """;
    }

    /** A table of drivers to go with it. */
    public static String exampleDrivers() {
        return """
                name;start;end;from;until;means;kmh;amount crates;pause from;pause until;pause minutes;skills
                Kim;Kitchen North;Kitchen North;10:00;16:00;car;;20;12:30;14:00;30;stairs
                Sasha;Kitchen South;;10:00;15:00;bike;16;6;;;;stairs, Arabic
                """;
    }

    /** What the columns mean, to go with the examples. */
    public static String explained() {
        return """
                A stop is brought to (kind "bring", the usual one) or fetched from (kind "fetch"); "at" names the place (kind "place") where it is taken from
                or brought to; where that is empty, it is on board from the driver's start or to the end. Amounts are columns such as "amount crates" or
                "amount kilos", as many as you like, in both tables; an empty amount of a driver means no limit. Cells are set apart by commas, semicolons
                or tabs; decimals have a point or a comma. Your own names for columns: --column latitude=Lat --column name=Household
                """;
    }

    /** Whether there is such a column in one of the tables. */
    public static boolean isColumn(String name) {
        return STOPS.contains(name) || DRIVERS.contains(name) || name.startsWith("amount ") && name.length() > 7;
    }

    /** Reads both tables; distances are straight lines times the means' detour. */
    public static Day read(List<Map<String, String>> stops, List<Map<String, String>> drivers, double lateness) {
        return read(stops, drivers, lateness, new StraightLine());
    }

    /**
     * Reads both tables.
     *
     * @param lateness how many seconds late a stop may be rather than left over
     * @param distances asked for the tables of distances
     */
    public static Day read(List<Map<String, String>> stops, List<Map<String, String>> drivers, double lateness, Distances distances) {
        Set<String> measures = new TreeSet<>();
        for (List<Map<String, String>> table : List.of(stops, drivers)) {
            for (String column : table.isEmpty() ? Set.<String>of() : table.getFirst().keySet()) {
                if (column.startsWith("amount ")) {
                    measures.add(column.substring(7));
                }
            }
        }
        DayTable day = new DayTable(List.copyOf(measures));
        if (day.columns("stops", stops, STOPS, List.of("name", "latitude", "longitude"))
                && day.columns("drivers", drivers, DRIVERS, List.of("name", "start", "from", "until", "means"))) {
            day.each("stops", stops, DayTable::cells);
            day.each("drivers", drivers, DayTable::cells);
        }
        // Cells out of line say nothing that is worth reading.
        if (day.faults.isEmpty()) {
            day.each("stops", stops, day::place);
            day.each("stops", stops, day::job);
            day.each("drivers", drivers, day::driver);
            day.locks();
            day.far(stops);
        }
        return day.finish(lateness, distances);
    }

    private Day finish(double lateness, Distances distances) {
        faults.sort((a, b) -> a.table().equals(b.table()) ? Integer.compare(a.row(), b.row()) : b.table().compareTo(a.table()));
        int count = jobs.stream().mapToInt(j -> j.stops().size()).sum();
        if (count > Problem.MOST_STOPS) {
            faults.add(new Fault("stops", 1, Slip.of("too-many-stops", "most", Integer.toString(Problem.MOST_STOPS), "stops", Integer.toString(count))));
        }
        if (faults.isEmpty()) {
            try {
                return new Day(
                        Optional.of(new Problem(places, measures, jobs, drivers, List.of(), Problem.legs(distances, places, drivers), lateness)), List.of());
            } catch (NoWay e) {
                int row = Math.max(rows.getOrDefault(e.from(), 0), rows.getOrDefault(e.to(), 0));
                faults.add(new Fault("stops", row, Slip.of("no-way", "from", e.from(), "to", e.to(), "means", e.means())));
            }
        }
        return new Day(Optional.empty(), List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
    }

    private boolean columns(String table, List<Map<String, String>> rows, Set<String> known, List<String> needed) {
        if (rows.isEmpty()) {
            faults.add(new Fault(table, 1, Slip.of("empty-table")));
            return false;
        }
        if (rows.size() > MOST_ROWS) {
            faults.add(new Fault(table, MOST_ROWS + 2, Slip.of("too-many-rows", "most", Integer.toString(MOST_ROWS), "rows", Integer.toString(rows.size()))));
            return false;
        }
        Set<String> found = new TreeSet<>(rows.getFirst().keySet());
        found.remove(Table.BEYOND);
        if (found.size() == 1 && !known.contains(found.iterator().next())) {
            faults.add(new Fault(table, 1, Slip.of("one-column")));
            return false;
        }
        for (String column : needed) {
            if (!found.contains(column)) {
                faults.add(new Fault(table, 1, Slip.of("column-missing", "column", column, "columns", String.join(", ", found))));
            }
        }
        for (String column : found) {
            if (!known.contains(column) && !column.startsWith("amount ")) {
                faults.add(new Fault(table, 1, Slip.of("column-unknown", "column", column)));
            }
        }
        return faults.isEmpty();
    }

    private interface Reader {
        void read(int row, Map<String, String> cells);
    }

    private void each(String table, List<Map<String, String>> rows, Reader reader) {
        for (int i = 0; i < rows.size() && faults.size() < MOST_FAULTS; i++) {
            try {
                reader.read(i + 2, rows.get(i));
            } catch (FormatException e) {
                faults.add(new Fault(table, i + 2, e.slip().orElseThrow(() -> e)));
            }
        }
    }

    private static void cells(int row, Map<String, String> cells) {
        if (cells.containsKey(Table.BEYOND)) {
            throw new FormatException(row, Slip.of("too-many-cells", "cells", cell(cells, Table.BEYOND), "columns", Integer.toString(cells.size() - 1)));
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "").strip();
    }

    private static String name(int row, Map<String, String> cells) {
        String name = cell(cells, "name");
        if (name.isEmpty()) {
            throw new FormatException(row, Slip.of("name-missing"));
        }
        return name;
    }

    private Place where(int row, Map<String, String> cells) {
        String name = name(row, cells);
        if (cell(cells, "latitude").isEmpty() || cell(cells, "longitude").isEmpty()) {
            throw new FormatException(row, Slip.of("no-spot", "name", name));
        }
        double latitude = Cells.signed(row, "latitude", cell(cells, "latitude"));
        double longitude = Cells.signed(row, "longitude", cell(cells, "longitude"));
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new FormatException(row, Slip.of("not-on-earth", "name", name));
        }
        if (latitude == 0 && longitude == 0) {
            throw new FormatException(row, Slip.of("in-the-sea", "name", name));
        }
        return new Place(name, longitude, latitude);
    }

    private void place(int row, Map<String, String> cells) {
        if (!cell(cells, "kind").equals("place")) {
            return;
        }
        Place place = where(row, cells);
        if (depots.putIfAbsent(place.name(), places.size()) != null) {
            throw new FormatException(row, Slip.of("same-place", "name", place.name()));
        }
        opening.put(place.name(), Cells.window(row, cell(cells, "from"), cell(cells, "until")));
        handling.put(place.name(), minutes(row, cells));
        places.add(place);
        rows.put(place.name(), row);
    }

    private static double minutes(int row, Map<String, String> cells) {
        String cell = cell(cells, "minutes");
        return cell.isEmpty() ? 0 : 60 * Cells.decimal(row, "minutes", cell);
    }

    private Load load(int row, Map<String, String> cells, double otherwise) {
        return new Load(measures.stream().map(measure -> {
            String cell = cell(cells, "amount " + measure);
            return cell.isEmpty() ? otherwise : Cells.decimal(row, "amount " + measure, cell);
        }).toList());
    }

    private void job(int row, Map<String, String> cells) {
        String kind = cell(cells, "kind");
        if (kind.equals("place")) {
            return;
        }
        if (!kind.isEmpty() && !kind.equals("bring") && !kind.equals("fetch")) {
            throw new FormatException(row, Slip.of("kind", "cell", kind));
        }
        Place place = where(row, cells);
        Stop stop = new Stop(place.name(), places.size(), Cells.window(row, cell(cells, "from"), cell(cells, "until")), minutes(row, cells));
        String locked = cell(cells, "driver");
        if (!locked.isEmpty()) {
            locks.put(row, locked);
        }
        Terms terms = new Terms(
                Set.copyOf(Cells.words(cell(cells, "skills"))),
                locked.isEmpty() ? Optional.empty() : Optional.of(locked),
                Cells.yes(row, "may be left", cell(cells, "may be left")));
        Load load = load(row, cells, 0);
        String at = cell(cells, "at");
        boolean fetch = kind.equals("fetch");
        if (!names.add(place.name()) || depots.containsKey(place.name())) {
            throw new FormatException(row, Slip.of("same-stop", "name", place.name()));
        }
        if (at.isEmpty()) {
            jobs.add(fetch ? new Job.PickUp(stop, load, terms) : new Job.Delivery(stop, load, terms));
        } else {
            Integer depot = depots.get(at);
            if (depot == null) {
                throw new FormatException(row, Slip.of("no-place", "place", at));
            }
            Window open = java.util.Objects.requireNonNull(opening.get(at));
            Stop other = new Stop(at + (fetch ? " ← " : " → ") + place.name(), depot, open, java.util.Objects.requireNonNull(handling.get(at)));
            jobs.add(fetch ? new Job.Pair(stop, other, load, terms) : new Job.Pair(other, stop, load, terms));
        }
        places.add(place);
        rows.put(place.name(), row);
    }

    private void locks() {
        if (faults.stream().anyMatch(fault -> fault.table().equals("drivers"))) {
            return;
        }
        Set<String> there = new HashSet<>();
        drivers.forEach(driver -> there.add(driver.name()));
        locks.forEach((row, driver) -> {
            if (!there.contains(driver)) {
                faults.add(new Fault("stops", row, Slip.of("no-such-driver", "driver", driver)));
            }
        });
    }

    private void driver(int row, Map<String, String> cells) {
        String name = name(row, cells);
        if (drivers.stream().anyMatch(d -> d.name().equals(name))) {
            throw new FormatException(row, Slip.of("same-driver", "name", name));
        }
        int start = depot(row, "start", cell(cells, "start"));
        String end = cell(cells, "end");
        OptionalInt last = end.isEmpty() ? OptionalInt.empty() : OptionalInt.of(depot(row, "end", end));
        Window hours = Cells.window(row, cell(cells, "from"), cell(cells, "until"));
        drivers.add(new Driver(name, start, last, hours, load(row, cells, 1e9), means(row, cells), pause(row, cells),
                Set.copyOf(Cells.words(cell(cells, "skills")))));
    }

    private int depot(int row, String column, String name) {
        Integer depot = depots.get(name);
        if (depot == null) {
            throw new FormatException(row, Slip.of("no-depot", "column", column, "place", name));
        }
        return depot;
    }

    private static Means means(int row, Map<String, String> cells) {
        Means usual = switch (cell(cells, "means")) {
            case "bike" -> Means.BIKE;
            case "car" -> Means.CAR;
            case "foot" -> Means.FOOT;
            default -> throw new FormatException(row, Slip.of("means", "cell", cell(cells, "means")));
        };
        String speed = cell(cells, "kmh");
        if (speed.isEmpty()) {
            return usual;
        }
        double kmh = Cells.decimal(row, "kmh", speed);
        if (kmh < 1 || kmh > 130) {
            throw new FormatException(row, Slip.of("speed", "cell", speed));
        }
        return new Means(usual.name(), kmh / 3.6, usual.detour());
    }

    private static Optional<Pause> pause(int row, Map<String, String> cells) {
        String minutes = cell(cells, "pause minutes");
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pause(
                Cells.window(row, cell(cells, "pause from"), cell(cells, "pause until")), 60 * Cells.decimal(row, "pause minutes", minutes)));
    }

    /** Points out rows far from the middle of all: swapped columns, a lost sign, a stop in the sea. */
    private void far(List<Map<String, String>> stops) {
        if (!faults.isEmpty() || places.size() < 3) {
            return;
        }
        double[] x = places.stream().mapToDouble(Place::x).sorted().toArray();
        double[] y = places.stream().mapToDouble(Place::y).sorted().toArray();
        Place middle = new Place("", x[x.length / 2], y[y.length / 2]);
        for (int i = 0; i < stops.size() && faults.size() < MOST_FAULTS; i++) {
            Place place = where(i + 2, stops.get(i));
            double away = StraightLine.metres(place, middle);
            if (away > FAR) {
                faults.add(new Fault("stops", i + 2, Slip.of("far-away", "name", place.name(), "km", Long.toString(Math.round(away / 1000)))));
            }
        }
    }
}
