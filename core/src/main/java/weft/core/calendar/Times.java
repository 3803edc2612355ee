package weft.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When something takes place, once or again and again. It repeats by what clocks show there: a kitchen at six stays at six
 * when summer time begins.
 *
 * @param start Unix seconds of the first time
 * @param end Unix seconds at which the first time ends
 * @param zone where it takes place
 * @param rule how it repeats; the first date is one that the rule gives
 * @param except dates on which it does not take place, in order
 * @param extra dates on which it takes place besides, in order
 */
public record Times(long start, long end, ZoneSpan zone, Optional<Rule> rule, List<LocalDate> except, List<LocalDate> extra) {
    private static final long DAY = 86_400;

    /** Keeps unmodifiable copies. */
    public Times {
        except = List.copyOf(except);
        extra = List.copyOf(extra);
    }

    /** Once. */
    public static Times once(long start, long end, ZoneSpan zone) {
        return new Times(start, end, zone, Optional.empty(), List.of(), List.of());
    }

    /** What clocks show at the first time. */
    public LocalDateTime localStart() {
        return zone.local(start);
    }

    /** Whether it takes whole days: from midnight to a midnight. */
    public boolean wholeDays() {
        return localStart().toLocalTime().equals(LocalTime.MIDNIGHT) && zone.local(end).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Whether it takes place more than once. */
    public boolean repeats() {
        return rule.isPresent() || !extra.isEmpty();
    }

    /** The dates up to a day, in order. */
    public List<LocalDate> dates(LocalDate through) {
        LocalDate first = localStart().toLocalDate();
        TreeSet<LocalDate> dates = new TreeSet<>(extra);
        rule.ifPresentOrElse(some -> dates.addAll(Repeats.dates(some, first, through)), () -> dates.add(first));
        except.forEach(dates::remove);
        dates.removeIf(date -> date.isAfter(through));
        return List.copyOf(dates);
    }

    /** What is not over at a time and begins before another, the earliest first. */
    public List<Occurrence> between(long from, long until) {
        List<Occurrence> out = new ArrayList<>();
        for (LocalDate date : dates(zone.local(until).toLocalDate())) {
            Occurrence one = at(date);
            if (one.end() > from && one.start() < until) {
                out.add(one);
            }
        }
        return out;
    }

    /** That of a date, where there is one. */
    public Optional<Occurrence> on(LocalDate date) {
        return dates(date).contains(date) ? Optional.of(at(date)) : Optional.empty();
    }

    /** The first that is not over. */
    public Optional<Occurrence> next(long now, LocalDate through) {
        return dates(through).stream().map(this::at).filter(one -> one.end() > now).findFirst();
    }

    private Occurrence at(LocalDate date) {
        LocalDateTime first = localStart();
        long begins = zone.instant(date.atTime(first.toLocalTime()));
        if (wholeDays()) {
            long days = zone.local(end).toLocalDate().toEpochDay() - first.toLocalDate().toEpochDay();
            return new Occurrence(date, begins, zone.instant(date.plusDays(days).atStartOfDay()));
        }
        return new Occurrence(date, begins, begins + end - start);
    }

    /** The longest that something may take, in seconds. */
    public static long longest() {
        return 14 * DAY;
    }
}
