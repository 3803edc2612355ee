package weft.rounds.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Load;
import weft.rounds.model.Means;
import weft.rounds.model.Place;
import weft.rounds.model.Plane;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;
import weft.rounds.model.Terms;
import weft.rounds.model.Window;

/**
 * Reads benchmark instances in the formats of Li and Lim (2001) and of Solomon (1987), told apart by their first line.
 *
 * <p>Stops get their number in the file as a name. Distances are Euclid's, not rounded; one unit of way takes one unit of time.
 */
public final class Instances {
    private static final List<String> SOLOMON = List.of("CUST NO.", "XCOORD.", "YCOORD.", "DEMAND", "READY TIME", "DUE DATE", "SERVICE TIME");

    private Instances() {}

    /**
     * Reads an instance.
     *
     * @throws FormatException with the row and what is wrong with it
     */
    public static Problem read(String text) {
        List<Line> lines = lines(text);
        if (lines.isEmpty()) {
            throw new FormatException(1, "the file is empty: give an instance in the format of Li and Lim or of Solomon");
        }
        return lines.getFirst().words().size() == 3 && lines.getFirst().number(0) ? liLim(lines) : solomon(lines);
    }

    private record Line(int row, List<String> words) {
        boolean number(int at) {
            return words.get(at).matches("[0-9]+(\\.[0-9]+)?");
        }

        double value(int at, String what) {
            String word = words.get(at);
            if (!word.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                throw new FormatException(row, what + " has to be a number, not \"" + word + "\""
                        + (word.contains(",") ? " (write a point, not a comma)" : ""));
            }
            return Double.parseDouble(word);
        }

        int whole(int at, String what) {
            double value = value(at, what);
            if (value != Math.rint(value) || Math.abs(value) > 1e9) {
                throw new FormatException(row, what + " has to be a whole number, not \"" + words.get(at) + "\"");
            }
            return (int) value;
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int row = 0;
        for (String line : text.split("\n", -1)) {
            row++;
            if (!line.isBlank()) {
                lines.add(new Line(row, List.of(line.strip().split("\\s+", -1))));
            }
        }
        return lines;
    }

    private record Row(int line, double x, double y, double demand, Window window, double service, int pick, int drop) {}

    private static Problem liLim(List<Line> lines) {
        Line head = lines.getFirst();
        int drivers = head.whole(0, "the number of vehicles");
        double capacity = head.value(1, "the capacity");
        List<Row> rows = rows(lines.subList(1, lines.size()), 9);
        checkDepot(head, rows);
        List<Job> jobs = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            checkPair(rows, i);
            if (row.drop() != 0) {
                jobs.add(new Job.Pair(stop(rows, i), stop(rows, row.drop()), Load.of(row.demand()), Terms.NONE));
            }
        }
        return problem(rows, jobs, drivers, capacity);
    }

    private static void checkPair(List<Row> rows, int i) {
        Row row = rows.get(i);
        if ((row.pick() == 0) == (row.drop() == 0)) {
            throw new FormatException(row.line(), "task " + i + " needs either a pick-up or a delivery as its partner, and the other 0");
        }
        int other = row.pick() + row.drop();
        if (other < 1 || other >= rows.size() || other == i) {
            throw new FormatException(row.line(), "task " + i + " has the partner " + other + ", which is not another task of the file");
        }
        Row partner = rows.get(other);
        boolean mutual = row.drop() != 0 ? partner.pick() == i : partner.drop() == i;
        if (!mutual) {
            throw new FormatException(row.line(), "task " + i + " names " + other + " as its partner, but " + other + " names another");
        }
        if (row.drop() != 0 && (row.demand() < 0 || row.demand() != -partner.demand())) {
            throw new FormatException(row.line(), "task " + i + " picks up " + row.demand() + ", but task " + other + " delivers " + -partner.demand());
        }
    }

    private static Problem solomon(List<Line> lines) {
        int at = 1;
        expect(lines, at++, "VEHICLE");
        expect(lines, at++, "NUMBER CAPACITY");
        Line fleet = line(lines, at++, "the number of vehicles and the capacity");
        if (fleet.words().size() != 2) {
            throw new FormatException(fleet.row(), "here should be two numbers, how many vehicles there are and what one holds");
        }
        int drivers = fleet.whole(0, "the number of vehicles");
        double capacity = fleet.value(1, "the capacity");
        expect(lines, at++, "CUSTOMER");
        expect(lines, at++, String.join(" ", SOLOMON));
        List<Row> rows = rows(lines.subList(Math.min(at, lines.size()), lines.size()), 7);
        checkDepot(fleet, rows);
        List<Job> jobs = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).demand() < 0) {
                throw new FormatException(rows.get(i).line(), "customer " + i + " has a demand below 0");
            }
            jobs.add(new Job.Delivery(stop(rows, i), Load.of(rows.get(i).demand()), Terms.NONE));
        }
        return problem(rows, jobs, drivers, capacity);
    }

    private static Line line(List<Line> lines, int at, String what) {
        if (at >= lines.size()) {
            throw new FormatException(lines.getLast().row() + 1, "the file ends where " + what + " should be");
        }
        return lines.get(at);
    }

    private static void expect(List<Line> lines, int at, String words) {
        Line line = line(lines, at, "the line \"" + words + "\"");
        String found = String.join(" ", line.words());
        if (!found.equals(words)) {
            throw new FormatException(line.row(), "here should be the line \"" + words + "\", not \"" + found
                    + "\": the file is neither in Solomon's format nor in Li and Lim's");
        }
    }

    private static List<Row> rows(List<Line> lines, int columns) {
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.words().size() != columns) {
                throw new FormatException(line.row(), "a row has " + columns + " columns, this one has " + line.words().size());
            }
            int number = line.whole(0, "the number in the first column");
            if (number != rows.size()) {
                throw new FormatException(line.row(), "the rows are numbered in turn from 0, so this one should be " + rows.size() + ", not " + number);
            }
            double from = line.value(4, "the ready time");
            double until = line.value(5, "the due date");
            if (from > until) {
                throw new FormatException(line.row(), "the window ends before it starts: ready at " + line.words().get(4) + ", due at " + line.words().get(5));
            }
            double service = line.value(6, "the service time");
            if (service < 0) {
                throw new FormatException(line.row(), "the service time is below 0");
            }
            int pick = columns == 9 ? line.whole(7, "the pick-up's number") : 0;
            int drop = columns == 9 ? line.whole(8, "the delivery's number") : 0;
            rows.add(new Row(line.row(), line.value(1, "x"), line.value(2, "y"), line.value(3, "the demand"), new Window(from, until), service, pick, drop));
        }
        return rows;
    }

    private static void checkDepot(Line head, List<Row> rows) {
        if (head.whole(0, "the number of vehicles") < 1 || head.value(1, "the capacity") < 0) {
            throw new FormatException(head.row(), "there has to be a vehicle at least, with a capacity of 0 or more");
        }
        if (rows.isEmpty()) {
            throw new FormatException(head.row() + 1, "the file ends where the depot, row 0, should be");
        }
        if (rows.getFirst().demand() != 0) {
            throw new FormatException(rows.getFirst().line(), "the depot, row 0, has a demand");
        }
    }

    private static Stop stop(List<Row> rows, int i) {
        return new Stop(Integer.toString(i), i, rows.get(i).window(), rows.get(i).service());
    }

    private static Problem problem(List<Row> rows, List<Job> jobs, int vehicles, double capacity) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            places.add(new Place(Integer.toString(i), rows.get(i).x(), rows.get(i).y()));
        }
        // More vehicles than jobs are never used.
        int count = Math.max(1, Math.min(vehicles, jobs.size()));
        List<Driver> drivers = new ArrayList<>();
        for (int i : Collections.nCopies(count, 0)) {
            drivers.add(new Driver("vehicle " + (drivers.size() + 1), i, OptionalInt.of(0), rows.getFirst().window(), Load.of(capacity), Means.PLANE,
                    Optional.empty(), Set.of()));
        }
        return new Problem(places, List.of("load"), jobs, drivers, List.of(), Problem.legs(new Plane(), places, drivers), 0);
    }
}
