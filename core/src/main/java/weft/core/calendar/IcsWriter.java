package weft.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import weft.primitives.Bytes;

/**
 * Writes a calendar file (RFC 5545). Each occurrence is an event of its own with its time in UTC, which every program reads
 * alike, whatever it knows of time zones and rules. Who comes is not in it.
 */
public final class IcsWriter {
    private static final int LINE_BYTES = 75;

    private final StringBuilder out = new StringBuilder();

    private IcsWriter() {}

    /**
     * An event.
     *
     * @param uid tells it from all others, the same each time it is written
     * @param title one line
     * @param text more, or empty
     * @param where or empty
     * @param when which occurrence
     * @param days how many whole days it takes; 0 where it has hours
     */
    public record Event(String uid, String title, String text, String where, Occurrence when, int days) {}

    /**
     * A file.
     *
     * @param name what calendar programs call it
     * @param now Unix seconds
     */
    public static String write(String name, List<Event> events, long now) {
        IcsWriter writer = new IcsWriter();
        writer.line("BEGIN:VCALENDAR");
        writer.line("VERSION:2.0");
        writer.line("PRODID:-//Weft//Calendar 1//EN");
        writer.line("X-WR-CALNAME:" + escaped(name));
        writer.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        events.forEach(event -> writer.event(event, now));
        writer.line("END:VCALENDAR");
        return writer.out.toString();
    }

    private void event(Event event, long now) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("DTSTAMP:" + utc(now));
        if (event.days() > 0) {
            LocalDate first = event.when().date();
            line("DTSTART;VALUE=DATE:" + Dates.compact(first));
            line("DTEND;VALUE=DATE:" + Dates.compact(first.plusDays(event.days())));
        } else {
            line("DTSTART:" + utc(event.when().start()));
            line("DTEND:" + utc(event.when().end()));
        }
        line("SUMMARY:" + escaped(event.title()));
        if (!event.text().isEmpty()) {
            line("DESCRIPTION:" + escaped(event.text()));
        }
        if (!event.where().isEmpty()) {
            line("LOCATION:" + escaped(event.where()));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String utc(long unixSeconds) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(unixSeconds, 0, ZoneOffset.UTC);
        LocalTime time = at.toLocalTime();
        return Dates.compact(at.toLocalDate()) + "T" + Dates.two(time.getHour()) + Dates.two(time.getMinute()) + Dates.two(time.getSecond()) + "Z";
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
    }

    /** Lines of at most 75 bytes; what is longer goes on after a line break and a blank, never within a character. */
    private void line(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length();) {
            int next = text.offsetByCodePoints(i, 1);
            String character = text.substring(i, next);
            int size = Bytes.utf8(character).size();
            if (bytes + size > LINE_BYTES) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(character);
            bytes += size;
            i = next;
        }
        out.append("\r\n");
    }
}
