package weft.rounds.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a spreadsheet gives it away: a first row of column names; semicolons, tabs or commas between the cells, whichever the first
 * row has; a cell with line breaks or separators in quotes (RFC 4180).
 */
public final class Table {
    /** The column under which a row says how many cells it has, where it has more than the first row has names for. */
    static final String BEYOND = "";

    private Table() {}

    /**
     * The rows by column; a row that is too short has empty cells; blank rows at the end are not there.
     *
     * @throws FormatException where a quote is never closed, with the row in which it was opened
     */
    public static List<Map<String, String>> read(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String head = clean.lines().findFirst().orElse("");
        char between = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        List<List<String>> lines = cells(clean, between);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            List<String> names = lines.getFirst();
            List<String> line = lines.get(i);
            for (int k = 0; k < Math.max(names.size(), line.size()); k++) {
                String name = k < names.size() ? names.get(k).strip() : BEYOND;
                String cell = k < line.size() ? line.get(k) : "";
                if (!name.equals(BEYOND)) {
                    row.put(name, cell);
                } else if (!cell.isBlank() || k > names.size()) {
                    // One separator too many at the end of a row is no cell.
                    row.put(BEYOND, Integer.toString(line.size()));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(String text, char between) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int opened = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
                opened = lines.size() + 1;
            } else if (!quoted && c == between) {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new FormatException(opened, Slip.of("open-quote"));
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        while (lines.size() > 1 && lines.getLast().stream().allMatch(String::isBlank)) {
            lines.removeLast();
        }
        return lines;
    }
}
