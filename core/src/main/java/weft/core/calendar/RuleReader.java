package weft.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import weft.wire.json.Checked;

/**
 * Reads rules as RFC 5545 writes them, parts in any order. An entry holds a rule only as {@link Rule#text} writes it; other
 * programs' files are not so orderly.
 */
public final class RuleReader {
    private static final int LONGEST = 500;
    private static final int MOST_IN_LIST = 40;

    private final Function<String, Optional<LocalDate>> untilOf;
    private final Set<String> seen = new HashSet<>();
    private Rule.Every every = Rule.Every.DAILY;
    private int interval = 1;
    private Optional<Integer> count = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();
    private List<Integer> months = List.of();
    private List<Integer> monthDays = List.of();
    private List<Rule.Weekday> weekdays = List.of();
    private List<Integer> positions = List.of();
    private DayOfWeek weekStart = DayOfWeek.MONDAY;

    private RuleReader(Function<String, Optional<LocalDate>> untilOf) {
        this.untilOf = untilOf;
    }

    /** What is wrong; caught here alone. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient CalendarFault fault;

        Wrong(CalendarFault fault, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
        }
    }

    /** Reads a rule whose UNTIL is a date. */
    public static Checked<Rule> read(String text) {
        return read(text, Dates::compact);
    }

    /**
     * Reads a rule.
     *
     * @param untilOf what a text after UNTIL means as the last date
     */
    public static Checked<Rule> read(String text, Function<String, Optional<LocalDate>> untilOf) {
        try {
            return Checked.good(new RuleReader(untilOf).rule(text));
        } catch (Wrong e) {
            return Checked.bad(e.fault, String.valueOf(e.getMessage()));
        }
    }

    private Rule rule(String text) {
        if (text.length() > LONGEST) {
            throw malformed("longer than " + LONGEST + " characters");
        }
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (equals < 0 || !seen.add(name)) {
                throw malformed("no part NAME=VALUE, or one twice");
            }
            part(name, part.substring(equals + 1));
        }
        boolean nth = weekdays.stream().anyMatch(day -> day.nth() != 0);
        boolean monthly = every == Rule.Every.MONTHLY || every == Rule.Every.YEARLY;
        boolean both = count.isPresent() && until.isPresent();
        boolean positionsOfNothing = !positions.isEmpty() && monthDays.isEmpty() && weekdays.isEmpty();
        boolean farWeekday = every == Rule.Every.MONTHLY && weekdays.stream().anyMatch(day -> Math.abs(day.nth()) > 5);
        if (!seen.contains("FREQ") || nth && !monthly || both || positionsOfNothing || farWeekday || every == Rule.Every.WEEKLY && !monthDays.isEmpty()) {
            throw malformed("parts that do not go together");
        }
        if (every == Rule.Every.YEARLY && !monthDays.isEmpty() && months.isEmpty()) {
            throw new Wrong(CalendarFault.RULE_NOT_FOLLOWED, "programs disagree on days of the month in a year without BYMONTH");
        }
        return new Rule(every, interval, count, until, months, monthDays, weekdays, positions, weekStart);
    }

    private void part(String name, String value) {
        switch (name) {
            case "FREQ" -> every = every(value);
            case "INTERVAL" -> interval = whole(value, 1, 999);
            case "COUNT" -> count = Optional.of(whole(value, 1, 9_999));
            case "UNTIL" -> until = Optional.of(untilOf.apply(value).orElseThrow(() -> malformed("no date after UNTIL")));
            case "BYMONTH" -> months = numbers(value, 12, false);
            case "BYMONTHDAY" -> monthDays = numbers(value, 31, true);
            case "BYSETPOS" -> positions = numbers(value, 366, true);
            case "BYDAY" -> weekdays = weekdays(value);
            case "WKST" -> weekStart = day(value);
            case "BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO", "BYYEARDAY", "RSCALE", "SKIP" ->
                throw new Wrong(CalendarFault.RULE_NOT_FOLLOWED, name);
            default -> throw malformed("an unknown part");
        }
    }

    private static Rule.Every every(String value) {
        return switch (value) {
            case "DAILY" -> Rule.Every.DAILY;
            case "WEEKLY" -> Rule.Every.WEEKLY;
            case "MONTHLY" -> Rule.Every.MONTHLY;
            case "YEARLY" -> Rule.Every.YEARLY;
            case "HOURLY", "MINUTELY", "SECONDLY" -> throw new Wrong(CalendarFault.RULE_NOT_FOLLOWED, "more often than daily");
            default -> throw malformed("an unknown FREQ");
        };
    }

    private static List<Integer> numbers(String value, int most, boolean fromTheEnd) {
        List<Integer> out = new ArrayList<>();
        for (String text : items(value)) {
            boolean minus = text.startsWith("-");
            int number = whole(minus || text.startsWith("+") ? text.substring(1) : text, 1, most);
            if (minus && !fromTheEnd) {
                throw malformed("a number below zero");
            }
            out.add(minus ? -number : number);
        }
        return out.stream().distinct().sorted().toList();
    }

    private static List<Rule.Weekday> weekdays(String value) {
        List<Rule.Weekday> out = new ArrayList<>();
        for (String text : items(value)) {
            if (text.length() < 2) {
                throw malformed("no day of the week");
            }
            String front = text.substring(0, text.length() - 2);
            int nth = front.isEmpty() ? 0 : whole(front.startsWith("-") || front.startsWith("+") ? front.substring(1) : front, 1, 53);
            out.add(new Rule.Weekday(front.startsWith("-") ? -nth : nth, day(text.substring(text.length() - 2))));
        }
        return out.stream().distinct().sorted(Comparator.comparingInt(Rule.Weekday::nth).thenComparing(Rule.Weekday::day)).toList();
    }

    private static List<String> items(String value) {
        List<String> items = List.of(value.split(",", -1));
        if (items.size() > MOST_IN_LIST) {
            throw malformed("a list of more than " + MOST_IN_LIST);
        }
        return items;
    }

    private static DayOfWeek day(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Rule.code(day).equals(code)) {
                return day;
            }
        }
        throw malformed("no day of the week");
    }

    private static int whole(String text, int least, int most) {
        int value = text.isEmpty() || text.length() > 4 ? -1 : Dates.digits(text, 0, text.length());
        if (value < least || value > most) {
            throw malformed("not a whole number from " + least + " to " + most);
        }
        return value;
    }

    private static Wrong malformed(String detail) {
        return new Wrong(CalendarFault.MALFORMED_RULE, detail);
    }
}
