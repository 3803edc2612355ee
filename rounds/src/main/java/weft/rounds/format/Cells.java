package weft.rounds.format;

import java.util.ArrayList;
import java.util.List;
import weft.rounds.model.Window;

/** Reads single cells as people fill them in. */
final class Cells {
    private Cells() {}

    /** A number of 0 or more; "3,5" and "3.5" are the same. */
    static double decimal(int row, String column, String cell) {
        double value = signed(row, column, cell);
        if (value < 0) {
            throw new FormatException(row, Slip.of("below-nought", "column", column, "cell", cell.strip()));
        }
        return value;
    }

    static double signed(int row, String column, String cell) {
        String word = cell.strip();
        if (word.matches("[+-]?[0-9]+([.,][0-9]+)?")) {
            return Double.parseDouble(word.replace(',', '.'));
        }
        throw new FormatException(row, Slip.of("not-a-number", "column", column, "cell", word));
    }

    /** "9", "9:30", "09.30" or "9h30" as seconds since midnight; up to 48:00. */
    static double moment(int row, String column, String cell) {
        String word = cell.strip();
        if (!word.matches("[0-9]{1,2}([:.hH][0-9]{2})?")) {
            throw new FormatException(row, Slip.of("not-a-time", "column", column, "cell", word));
        }
        String[] parts = word.split("[:.hH]", -1);
        int hours = Integer.parseInt(parts[0]);
        int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        if (hours > 48 || minutes > 59 || hours * 60 + minutes > 48 * 60) {
            throw new FormatException(row, Slip.of("not-a-time", "column", column, "cell", word));
        }
        return hours * 3600.0 + minutes * 60.0;
    }

    /** A window from two cells; an empty one means as early or as late as can be. */
    static Window window(int row, String from, String until) {
        double start = from.isBlank() ? 0 : moment(row, "from", from);
        double end = until.isBlank() ? Window.ALWAYS.until() : moment(row, "until", until);
        if (start > end) {
            throw new FormatException(row, Slip.of("window", "from", from.strip(), "until", until.strip()));
        }
        return new Window(start, end);
    }

    static boolean yes(int row, String column, String cell) {
        return switch (cell.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "", "no", "0", "false" -> false;
            case "yes", "1", "true", "x" -> true;
            default -> throw new FormatException(row, Slip.of("not-yes-or-no", "column", column, "cell", cell.strip()));
        };
    }

    /** Words with commas, semicolons or bars between them. */
    static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        for (String word : cell.split("[,;|]", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }
}
