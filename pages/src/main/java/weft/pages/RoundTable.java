package weft.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.rounds.day.Workday;
import weft.rounds.format.DayTable;
import weft.rounds.model.StraightLine;

/**
 * Turns a form's fields into a day's tables.
 *
 * @param day the day, if everything could be read
 * @param faults what is wrong, one line of a list each
 */
record RoundTable(Optional<Workday> day, List<Html> faults) {
    private static final Pattern SPOT = Pattern.compile("(-?[0-9]{1,2}\\.[0-9]{2,})[,; /]{1,3}(-?[0-9]{1,3}\\.[0-9]{2,})");
    private static final Pattern TYPED = Pattern.compile("(-?[0-9]{1,2}(?:[.,][0-9]+)?)\\s*[; ,]\\s*(-?[0-9]{1,3}(?:[.,][0-9]+)?)");
    private static final int MOST_BLOCKS = 500;

    RoundTable {
        faults = List.copyOf(faults);
    }

    /** A position in degrees. */
    record Spot(String latitude, String longitude) {
        String text() {
            return latitude + ", " + longitude;
        }
    }

    /** A day with one more stop, or what is wrong with it. */
    record Added(Optional<Workday> day, List<Html> faults) {
        Added {
            faults = List.copyOf(faults);
        }
    }

    /** A position somewhere in a text, such as in a link to a map. */
    static Optional<Spot> find(String text) {
        Matcher matcher = SPOT.matcher(text);
        return matcher.find() ? Optional.of(new Spot(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private static Optional<Spot> typed(String text) {
        Matcher matcher = TYPED.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Spot(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    static String oneLine(String text) {
        return String.join(" · ", text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    static int count(Fields fields, String name) {
        return Math.min(MOST_BLOCKS, CirclePages.number(fields.get(name)).orElse(0));
    }

    static RoundTable of(Here here, Fields fields) {
        List<Html> faults = new ArrayList<>();
        List<Map<String, String>> stops = new ArrayList<>();
        List<Map<String, String>> drivers = new ArrayList<>();
        String first = "";
        for (int i = 0; i < RoundForm.PLACES; i++) {
            String at = "p" + i;
            if (!fields.get(at + "-name").isEmpty() && !isLeftAsItCame(here, fields, at)) {
                Map<String, String> row = stop(here, fields, at, faults);
                row.put("kind", "place");
                stops.add(row);
                first = first.isEmpty() ? fields.get(at + "-name") : first;
            }
        }
        for (int i = 0; i < count(fields, "stops"); i++) {
            if (!fields.get("s" + i + "-name").isEmpty()) {
                stops.add(stop(here, fields, "s" + i, faults));
            }
        }
        for (int i = 0; i < count(fields, "drivers"); i++) {
            if (!fields.get("d" + i + "-name").isEmpty()) {
                drivers.add(driver(fields, "d" + i, first));
            }
        }
        stops.addAll(pasted(here, fields, "stops", faults));
        drivers.addAll(pasted(here, fields, "drivers", faults));
        if (faults.isEmpty() && (stops.isEmpty() || drivers.isEmpty())) {
            faults.add(Element.of(Tag.LI).text(here.say(stops.isEmpty() ? "rounds.fault.noStops" : "rounds.fault.noDrivers")));
        }
        if (!faults.isEmpty()) {
            return new RoundTable(Optional.empty(), faults);
        }
        double late = fields.get("late").matches("[0-9]{1,3}") ? 60 * Double.parseDouble(fields.get("late")) : 0;
        Workday.Read read = Workday.read(even(stops), even(drivers), late, new StraightLine());
        return new RoundTable(read.day(), said(here, read.faults(), stops, drivers));
    }

    /** A place with nothing but the name it came with, where tables were pasted instead. */
    private static boolean isLeftAsItCame(Here here, Fields fields, String at) {
        return !fields.get("table-stops").isEmpty() && fields.get(at + "-name").equals(here.say("rounds.kitchen"))
                && List.of("-spot", "-from", "-until", "-minutes").stream().allMatch(field -> fields.get(at + field).isEmpty());
    }

    /** What the tables' reader says, each with the name of the row instead of its number. */
    static List<Html> said(Here here, List<DayTable.Fault> faults, List<Map<String, String>> stops, List<Map<String, String>> drivers) {
        return faults.stream().<Html>map(fault -> {
            List<Map<String, String>> rows = fault.table().equals("stops") ? stops : drivers;
            int row = fault.row() - 2;
            String name = row >= 0 && row < rows.size() ? Workday.name(rows.get(row)) : "";
            List<Object> words = new ArrayList<>();
            fault.what().words().forEach((word, value) -> words.addAll(List.of(word, value)));
            Element item = Element.of(Tag.LI);
            // Some sentences begin with the name.
            if (name.isEmpty() || !name.equals(fault.what().words().get("name"))) {
                item.with(Html.said(name.isEmpty() ? here.say("rounds.row." + fault.table(), "row", fault.row()) : name), Html.text(": "));
            }
            return item.with(Html.said(here.say("rounds.slip." + fault.what().code(), words.toArray())));
        }).toList();
    }

    private static Map<String, String> stop(Here here, Fields fields, String at, List<Html> faults) {
        Map<String, String> row = new LinkedHashMap<>();
        String name = fields.get(at + "-name");
        row.put("name", name);
        row.put("kind", fields.get(at + "-fetch").equals("yes") ? "fetch" : "bring");
        row.put("at", fields.get(at + "-at"));
        Optional<Spot> spot = typed(fields.get(at + "-spot"));
        if (spot.isEmpty()) {
            faults.add(Element.of(Tag.LI).with(Here.link("#f-" + at + "-spot", here.say("rounds.fault.spot", "name", name))));
        }
        row.put("latitude", spot.map(Spot::latitude).orElse(""));
        row.put("longitude", spot.map(Spot::longitude).orElse(""));
        row.put("from", moment(here, fields, at + "-from", name, faults));
        row.put("until", moment(here, fields, at + "-until", name, faults));
        row.put("minutes", fields.get(at + "-minutes"));
        row.put("amount " + RoundForm.MEASURE, fields.get(at + "-amount"));
        row.put("skills", fields.get(at + "-skills"));
        row.put("may be left", fields.get(at + "-left"));
        row.put("note", fields.get(at + "-note"));
        return row;
    }

    private static String moment(Here here, Fields fields, String field, String name, List<Html> faults) {
        String text = fields.get(field);
        if (!text.isEmpty() && !text.matches("[0-9]{1,2}([:.hH][0-9]{2})?")) {
            faults.add(Element.of(Tag.LI).with(Here.link("#f-" + field, here.say("rounds.fault.time", "name", name, "time", text))));
        }
        return text;
    }

    private static Map<String, String> driver(Fields fields, String at, String first) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", fields.get(at + "-name"));
        row.put("start", fields.get(at + "-start").isEmpty() ? first : fields.get(at + "-start"));
        row.put("end", fields.get(at + "-end"));
        row.put("from", fields.get(at + "-from"));
        row.put("until", fields.get(at + "-until"));
        row.put("means", fields.get(at + "-means"));
        row.put("amount " + RoundForm.MEASURE, fields.get(at + "-amount"));
        row.put("skills", fields.get(at + "-skills"));
        return row;
    }

    private static List<Map<String, String>> pasted(Here here, Fields fields, String table, List<Html> faults) {
        String text = fields.get("table-" + table);
        DayTable.Rows read = DayTable.rows(table, text);
        faults.addAll(said(here, read.faults(), List.of(), List.of()));
        return text.isEmpty() ? List.of() : read.rows();
    }

    /** The same columns in every row, as a table has them. */
    private static List<Map<String, String>> even(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<Map<String, String>> out = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> full = new LinkedHashMap<>();
            columns.forEach(column -> full.put(column, row.getOrDefault(column, "")));
            out.add(full);
        }
        return out;
    }

    static Added added(Here here, Workday day, Fields fields) {
        List<Html> faults = new ArrayList<>();
        Map<String, String> row = stop(here, fields, "s0", faults);
        if (!faults.isEmpty()) {
            return new Added(Optional.empty(), faults);
        }
        Workday.Read read = day.added(row);
        List<Map<String, String>> rows = new ArrayList<>(day.stops());
        rows.add(row);
        return new Added(read.day(), said(here, read.faults(), rows, day.drivers()));
    }
}
