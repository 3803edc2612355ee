package weft.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import weft.core.entry.Point;
import weft.wire.event.Day;

/** Reads dates, times and points as forms send them (HTML, section 2.3.5: {@code 2026-11-24}, {@code 2026-11-24T18:30}). */
final class Moments {
    private Moments() {}

    static Optional<LocalDate> date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 2020 || year > 2199 || month < 1 || month > 12 || day < 1 || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    /** A date with a time; or a date alone, which means its first or its last minute. */
    static Optional<LocalDateTime> moment(String text, boolean end) {
        if (text.length() == 10) {
            return date(text).map(day -> end ? day.atTime(23, 59) : day.atTime(0, 0));
        }
        boolean shape = text.length() == 16 || text.length() == 19 && text.charAt(16) == ':' && digits(text, 17, 19) >= 0;
        if (!shape || text.charAt(10) != 'T' && text.charAt(10) != ' ' || text.charAt(13) != ':') {
            return Optional.empty();
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return Optional.empty();
        }
        return date(text.substring(0, 10)).map(day -> day.atTime(hour, minute));
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    static Day day(LocalDate date) {
        return Day.at(date.toEpochDay() * Day.SECONDS);
    }

    /** "latitude,longitude" in degrees, blurred to the grid at once. */
    static Optional<Point> point(String text) {
        int comma = text.indexOf(',');
        if (comma < 0 || text.length() > 40) {
            return Optional.empty();
        }
        try {
            double latitude = Double.parseDouble(text.substring(0, comma).strip());
            double longitude = Double.parseDouble(text.substring(comma + 1).strip());
            boolean there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            return there ? Optional.of(Point.blurred(latitude, longitude)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A point as it is read back. */
    static String point(Point point) {
        return point.latitudeE6() / 1e6 + "," + point.longitudeE6() / 1e6;
    }

    /** A point for a person's eyes: degrees with three decimals, which is finer than its cell. */
    static String shown(Point point) {
        return Math.round(point.latitudeE6() / 1e3) / 1e3 + ", " + Math.round(point.longitudeE6() / 1e3) / 1e3;
    }
}
