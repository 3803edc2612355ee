package weft.core.calendar;

import java.time.LocalDate;

/**
 * One time at which a doing takes place.
 *
 * @param date the day on which it begins, where it takes place; its name within the doing
 * @param start Unix seconds
 * @param end Unix seconds, after the start
 */
public record Occurrence(LocalDate date, long start, long end) {}
