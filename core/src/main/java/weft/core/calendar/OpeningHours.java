package weft.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import weft.wire.json.Checked;

/**
 * When a place is open: the part of OpenStreetMap's {@code opening_hours} that {@code spec/hours.md} describes. A later rule
 * that holds for a day stands in place of the earlier ones; {@code off} with times takes those times out.
 *
 * @param rules in their order; none means always
 */
public record OpeningHours(List<Rule> rules) {
    private static final int DAY = 24 * 60;

    /** Keeps an unmodifiable copy. */
    public OpeningHours {
        rules = List.copyOf(rules);
    }

    /** Reads what a person typed, or what arrived; {@link #text} is its one form. The fault is a {@link HoursFault}. */
    public static Checked<OpeningHours> read(String text) {
        return HoursReader.read(text);
    }

    /**
     * One rule.
     *
     * @param dates parts of the year in which it holds; none means all of it
     * @param days on which it holds; none means all
     * @param holidays whether it also names public holidays, which programs do not know
     * @param times of the day
     * @param off whether it is closed then; with no times, all day
     */
    public record Rule(List<Season> dates, List<Days> days, boolean holidays, List<Span> times, boolean off) {
        /** Keeps unmodifiable copies. */
        public Rule {
            dates = List.copyOf(dates);
            days = List.copyOf(days);
            times = List.copyOf(times);
        }

        boolean holds(LocalDate date) {
            boolean inSeason = dates.isEmpty() || dates.stream().anyMatch(season -> season.holds(date));
            boolean anyDay = days.isEmpty() && !holidays;
            return inSeason && (anyDay || days.stream().anyMatch(some -> some.holds(date)));
        }
    }

    /**
     * A part of the year, both ends counted; it may lead over the new year.
     *
     * @param from month times 100 plus day
     * @param to month times 100 plus day
     * @param wholeMonths whether it is written without days
     */
    public record Season(int from, int to, boolean wholeMonths) {
        boolean holds(LocalDate date) {
            int at = date.getMonthValue() * 100 + date.getDayOfMonth();
            return from <= to ? from <= at && at <= to : from <= at || at <= to;
        }
    }

    /**
     * Some weekdays.
     *
     * @param from 1 (Monday) to 7
     * @param to the last of them, 1 to 7; may lie before the first, over the end of the week
     * @param nth which of the month: 1 to 5, -1 to -5 from its end, 0 for all
     */
    public record Days(int from, int to, int nth) {
        boolean holds(LocalDate date) {
            int day = date.getDayOfWeek().getValue();
            boolean among = from <= to ? from <= day && day <= to : from <= day || day <= to;
            int ofMonth = date.getDayOfMonth();
            int which = nth > 0 ? (ofMonth - 1) / 7 + 1 : -((date.lengthOfMonth() - ofMonth) / 7 + 1);
            return among && (nth == 0 || nth == which);
        }
    }

    /**
     * Some hours.
     *
     * @param from minutes from the beginning of the day
     * @param to minutes from the beginning of the day; more than 1,440 where it ends on the next
     */
    public record Span(int from, int to) {}

    /** The hours that begin on a day, in order, as clocks there show them. */
    public List<Span> on(LocalDate date) {
        if (rules.isEmpty()) {
            return List.of(new Span(0, DAY));
        }
        List<Span> open = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.holds(date)) {
                if (rule.off() && !rule.times().isEmpty()) {
                    rule.times().forEach(closed -> takeOut(open, closed));
                } else {
                    open.clear();
                    open.addAll(rule.times());
                }
            }
        }
        return List.copyOf(open);
    }

    private static void takeOut(List<Span> open, Span closed) {
        List<Span> before = List.copyOf(open);
        open.clear();
        for (Span span : before) {
            if (closed.to() <= span.from() || span.to() <= closed.from()) {
                open.add(span);
                continue;
            }
            if (span.from() < closed.from()) {
                open.add(new Span(span.from(), closed.from()));
            }
            if (closed.to() < span.to()) {
                open.add(new Span(closed.to(), span.to()));
            }
        }
    }

    /** Whether it is open when clocks there show a time. */
    public boolean openAt(LocalDateTime local) {
        int minute = (int) ChronoUnit.MINUTES.between(local.toLocalDate().atStartOfDay(), local);
        return on(local.toLocalDate()).stream().anyMatch(span -> span.from() <= minute && minute < span.to())
                || on(local.toLocalDate().minusDays(1)).stream().anyMatch(span -> minute + DAY < span.to());
    }

    /** Whether it may be otherwise on public holidays. */
    public boolean namesHolidays() {
        return rules.stream().anyMatch(Rule::holidays);
    }

    /** The one form in which entries bear it. */
    public String text() {
        return HoursReader.write(this);
    }
}
