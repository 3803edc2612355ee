package weft.core.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Dates as texts: {@code 2026-11-24} in entries, {@code 20261124} in rules and calendar files. Strict, and nothing throws. */
public final class Dates {
    private Dates() {}

    /** Reads {@code 2026-11-24}. */
    public static Optional<LocalDate> parse(String text) {
        boolean shape = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return shape ? compact(text.substring(0, 4) + text.substring(5, 7) + text.substring(8)) : Optional.empty();
    }

    /** Reads {@code 20261124}; years from 1970 to 2199. */
    public static Optional<LocalDate> compact(String text) {
        if (text.length() != 8) {
            return Optional.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 4, 6);
        int day = digits(text, 6, 8);
        if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    /** Writes {@code 20261124}. */
    public static String compact(LocalDate date) {
        return two(date.getYear() / 100) + two(date.getYear() % 100) + two(date.getMonthValue()) + two(date.getDayOfMonth());
    }

    /** A number below a hundred in two digits. */
    static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The number that these characters make; -1 where one of them is no digit. */
    static int digits(String text, int from, int to) {
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
}
