package weft.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which dates a rule gives, as RFC 5545 says it. Period by period (a day, a week, a month, a year) the dates that fit are
 * gathered, BYSETPOS picks some of them, and what lies before the first date is left out.
 */
public final class Repeats {
    /** The most dates and the most periods that are looked at: a rule may be meant to give nothing for ever. */
    private static final int MOST_PERIODS = 20_000;

    private final Rule rule;
    private final LocalDate start;

    private Repeats(Rule rule, LocalDate start) {
        this.rule = rule;
        this.start = start;
    }

    /**
     * The dates up to a day, in order.
     *
     * @param start the first day on which there may be one; it is in the list only where the rule gives it
     * @param through the last day of interest
     */
    public static List<LocalDate> dates(Rule rule, LocalDate start, LocalDate through) {
        return new Repeats(rule, start).dates(rule.until().filter(until -> until.isBefore(through)).orElse(through));
    }

    private List<LocalDate> dates(LocalDate last) {
        List<LocalDate> out = new ArrayList<>();
        int most = rule.count().orElse(MOST_PERIODS);
        for (int i = 0; i < MOST_PERIODS; i++) {
            LocalDate period = period(i);
            if (period.isAfter(last)) {
                return out;
            }
            for (LocalDate date : picked(new ArrayList<>(of(period)))) {
                if (date.isAfter(last) || out.size() >= most) {
                    return out;
                }
                if (!date.isBefore(start)) {
                    out.add(date);
                }
            }
        }
        return out;
    }

    /** The first day of a period. */
    private LocalDate period(int i) {
        long steps = (long) i * rule.interval();
        return switch (rule.every()) {
            case DAILY -> start.plusDays(steps);
            case WEEKLY -> start.minusDays(Math.floorMod(start.getDayOfWeek().getValue() - rule.weekStart().getValue(), 7)).plusDays(7 * steps);
            case MONTHLY -> start.withDayOfMonth(1).plusMonths(steps);
            case YEARLY -> LocalDate.of(start.getYear(), 1, 1).plusYears(steps);
        };
    }

    private NavigableSet<LocalDate> of(LocalDate period) {
        TreeSet<LocalDate> out = new TreeSet<>();
        switch (rule.every()) {
            case DAILY -> addIf(out, period, inMonth(period) && onMonthDay(period) && onWeekday(period));
            case WEEKLY -> {
                for (int i = 0; i < 7; i++) {
                    LocalDate day = period.plusDays(i);
                    boolean wanted = rule.weekdays().isEmpty() ? day.getDayOfWeek() == start.getDayOfWeek() : onWeekday(day);
                    addIf(out, day, wanted && inMonth(day));
                }
            }
            case MONTHLY -> {
                if (inMonth(period)) {
                    month(out, period);
                }
            }
            case YEARLY -> year(out, period);
        }
        return out;
    }

    private void year(NavigableSet<LocalDate> out, LocalDate first) {
        if (!rule.weekdays().isEmpty() && rule.months().isEmpty()) {
            weekdays(out, first, first.lengthOfYear());
            return;
        }
        for (int i = 0; i < 12; i++) {
            LocalDate month = first.plusMonths(i);
            if (rule.months().isEmpty() ? month.getMonthValue() == start.getMonthValue() : inMonth(month)) {
                month(out, month);
            }
        }
    }

    /** The dates of one month, by days of the month, by days of the week, or the day of the month on which it began. */
    private void month(NavigableSet<LocalDate> out, LocalDate first) {
        int length = first.lengthOfMonth();
        if (!rule.monthDays().isEmpty()) {
            for (int i = 0; i < length; i++) {
                LocalDate day = first.plusDays(i);
                addIf(out, day, onMonthDay(day) && (rule.weekdays().isEmpty() || nthWeekday(day, first, length)));
            }
        } else if (!rule.weekdays().isEmpty()) {
            weekdays(out, first, length);
        } else if (start.getDayOfMonth() <= length) {
            out.add(first.withDayOfMonth(start.getDayOfMonth()));
        }
    }

    private void weekdays(NavigableSet<LocalDate> out, LocalDate first, int length) {
        for (int i = 0; i < length; i++) {
            LocalDate day = first.plusDays(i);
            addIf(out, day, nthWeekday(day, first, length));
        }
    }

    /** Whether a day is one of BYDAY, counted within so many days from a first one. */
    private boolean nthWeekday(LocalDate day, LocalDate first, int length) {
        int at = (int) (day.toEpochDay() - first.toEpochDay());
        for (Rule.Weekday wanted : rule.weekdays()) {
            boolean nth = wanted.nth() == 0 || wanted.nth() == at / 7 + 1 || wanted.nth() == -((length - 1 - at) / 7 + 1);
            if (nth && wanted.day() == day.getDayOfWeek()) {
                return true;
            }
        }
        return false;
    }

    private boolean inMonth(LocalDate day) {
        return rule.months().isEmpty() || rule.months().contains(day.getMonthValue());
    }

    private boolean onMonthDay(LocalDate day) {
        return rule.monthDays().isEmpty() || rule.monthDays().contains(day.getDayOfMonth())
                || rule.monthDays().contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
    }

    private boolean onWeekday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return rule.weekdays().isEmpty() || rule.weekdays().stream().anyMatch(wanted -> wanted.day() == weekday);
    }

    private List<LocalDate> picked(List<LocalDate> dates) {
        if (rule.positions().isEmpty()) {
            return dates;
        }
        TreeSet<LocalDate> out = new TreeSet<>();
        for (int position : rule.positions()) {
            int at = position > 0 ? position - 1 : dates.size() + position;
            if (at >= 0 && at < dates.size()) {
                out.add(dates.get(at));
            }
        }
        return List.copyOf(out);
    }

    private static void addIf(NavigableSet<LocalDate> out, LocalDate day, boolean wanted) {
        if (wanted) {
            out.add(day);
        }
    }
}
