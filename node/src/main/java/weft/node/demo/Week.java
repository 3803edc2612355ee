package weft.node.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A week of a neighbourhood, read from an intake sheet as groups keep them. */
public final class Week {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("M/d/yyyy H:mm:ss", Locale.ROOT);

    private Week() {}

    /**
     * A line of the sheet.
     *
     * @param after since the beginning of the week's first day
     * @param need a need, or else an offer
     * @param title one line
     * @param text more
     * @param kind what kind of help
     * @param where roughly where
     * @param language in which it is written
     * @param aside name, address and telephone: for those let in alone
     */
    public record Row(Duration after, boolean need, String title, String text, String kind, String where, String language, String aside) {}

    /** The sheet that comes with the program. */
    public static List<Row> rows() {
        try (InputStream in = Objects.requireNonNull(Week.class.getResourceAsStream("week.csv"), "week.csv");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> read(Reader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            LocalDateTime first = null;
            for (NamedCsvRecord line : csv) {
                LocalDateTime at = LocalDateTime.parse(line.getField("Timestamp"), STAMP);
                first = first == null ? at.toLocalDate().atStartOfDay() : first;
                String aside = line.getField("Name") + "\n" + line.getField("Address") + "\n" + line.getField("telephone");
                rows.add(new Row(Duration.between(first, at), line.getField("Need or offer").equals("need"), line.getField("In one line"),
                        line.getField("Add any details about your request"), line.getField("What do you need? Check all that apply"),
                        line.getField("Roughly where"), line.getField("Language"), aside));
            }
        }
        return rows;
    }
}
