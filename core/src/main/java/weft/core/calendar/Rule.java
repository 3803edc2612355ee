package weft.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule of repetition: that part of RFC 5545, section 3.3.10, which speaks of days. Which dates it gives is told by
 * {@link Repeats}.
 *
 * @param every the unit
 * @param interval every how many units, 1..999
 * @param count how many dates at most, 1..9999
 * @param until the last day on which there may be one; never together with {@code count}
 * @param months BYMONTH, 1..12
 * @param monthDays BYMONTHDAY, 1..31 from the beginning or -31..-1 from the end
 * @param weekdays BYDAY
 * @param positions BYSETPOS, 1..366 or -366..-1
 * @param weekStart WKST
 */
public record Rule(
        Every every,
        int interval,
        Optional<Integer> count,
        Optional<LocalDate> until,
        List<Integer> months,
        List<Integer> monthDays,
        List<Weekday> weekdays,
        List<Integer> positions,
        DayOfWeek weekStart) {
    /** Keeps unmodifiable copies. */
    public Rule {
        months = List.copyOf(months);
        monthDays = List.copyOf(monthDays);
        weekdays = List.copyOf(weekdays);
        positions = List.copyOf(positions);
    }

    /** The units. */
    public enum Every {
        /** Days. */
        DAILY,
        /** Weeks. */
        WEEKLY,
        /** Months. */
        MONTHLY,
        /** Years. */
        YEARLY
    }

    /**
     * One of BYDAY.
     *
     * @param nth 0 for each; 1 for the first in the month or the year, -1 for the last, and so on
     * @param day of the week
     */
    public record Weekday(int nth, DayOfWeek day) {
        String text() {
            return (nth == 0 ? "" : Integer.toString(nth)) + code(day);
        }
    }

    /** A rule of nothing but its unit. */
    public static Rule simple(Every every, int interval) {
        return new Rule(every, interval, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), DayOfWeek.MONDAY);
    }

    /** The same on these days of the week. */
    public Rule on(List<Weekday> days) {
        return new Rule(every, interval, count, until, months, monthDays, days, positions, weekStart);
    }

    /** The same up to a day. */
    public Rule until(LocalDate last) {
        return new Rule(every, interval, Optional.empty(), Optional.of(last), months, monthDays, weekdays, positions, weekStart);
    }

    /** The two letters of a day of the week. */
    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** The one way of writing it: parts in this order, those that say nothing left out, lists in order. */
    public String text() {
        StringBuilder out = new StringBuilder("FREQ=").append(every.name());
        if (interval != 1) {
            out.append(";INTERVAL=").append(interval);
        }
        count.ifPresent(n -> out.append(";COUNT=").append(n));
        until.ifPresent(day -> out.append(";UNTIL=").append(Dates.compact(day)));
        list(out, "BYMONTH", months);
        list(out, "BYMONTHDAY", monthDays);
        list(out, "BYDAY", weekdays.stream().map(Weekday::text).toList());
        list(out, "BYSETPOS", positions);
        if (weekStart != DayOfWeek.MONDAY) {
            out.append(";WKST=").append(code(weekStart));
        }
        return out.toString();
    }

    private static void list(StringBuilder out, String name, List<?> values) {
        if (!values.isEmpty()) {
            List<String> texts = new ArrayList<>();
            values.forEach(value -> texts.add(value.toString()));
            out.append(';').append(name).append('=').append(String.join(",", texts));
        }
    }
}
