package weft.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param moved what takes place at another time than the rule gives, by its date, in order
 */
public record Times(long start, long end, ZoneSpan zone, Optional<Rule> rule, List<LocalDate> except, List<LocalDate> extra, List<Moved> moved) {
    private static final long DAY = 86_400;

    /** Keeps unmodifiable copies. */
    public Times {
        except = List.copyOf(except);
        extra = List.copyOf(extra);
        moved = List.copyOf(moved);
    }

    /**
     * What takes place at another time. It goes on bearing the date that it had, so whoever comes to it comes still.
     *
     * @param date by the rule
     * @param start Unix seconds
     * @param end Unix seconds
     */
    public record Moved(LocalDate date, long start, long end) {}

    /** Each at its time. */
    public Times(long start, long end, ZoneSpan zone, Optional<Rule> rule, List<LocalDate> except, List<LocalDate> extra) {
        this(start, end, zone, rule, except, extra, List.of());
    }

    /** The same with what takes place on a date moved to another time, or back where that is its own. */
    public Times moving(LocalDate date, long to, long until) {
        List<Moved> all = new ArrayList<>(moved);
        all.removeIf(one -> one.date().equals(date));
        Occurrence own = new Times(start, end, zone, rule, except, extra).at(date);
        if (own.start() != to || own.end() != until) {
            all.add(new Moved(date, to, until));
        }
        all.sort(Comparator.comparing(Moved::date));
        return new Times(start, end, zone, rule, except, extra, all);
    }

    /** The same, but not on a date. */
    public Times without(LocalDate date) {
        TreeSet<LocalDate> not = new TreeSet<>(except);
        not.add(date);
        return new Times(start, end, zone, rule, List.copyOf(not), extra, moved.stream().filter(one -> !one.date().equals(date)).toList());
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
        LocalDate last = zone.local(until).toLocalDate();
        for (Moved one : moved) {
            last = one.date().isAfter(last) ? one.date() : last;
        }
        for (LocalDate date : dates(last)) {
            Occurrence one = at(date);
            if (one.end() > from && one.start() < until) {
                out.add(one);
            }
        }
        out.sort(Comparator.comparingLong(Occurrence::start).thenComparing(Occurrence::date));
        return out;
    }

    /** That of a date, where there is one. */
    public Optional<Occurrence> on(LocalDate date) {
        return dates(date).contains(date) ? Optional.of(at(date)) : Optional.empty();
    }

    /** The first that is not over. */
    public Optional<Occurrence> next(long now, LocalDate through) {
        return dates(through).stream().map(this::at).filter(one -> one.end() > now).min(Comparator.comparingLong(Occurrence::start));
    }

    private Occurrence at(LocalDate date) {
        for (Moved one : moved) {
            if (one.date().equals(date)) {
                return new Occurrence(date, one.start(), one.end());
            }
        }
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
