package weft.core.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weft.core.calendar.OpeningHours.Days;
import weft.core.calendar.OpeningHours.Rule;
import weft.core.calendar.OpeningHours.Season;
import weft.core.calendar.OpeningHours.Span;
import weft.wire.json.Checked;

/** Reads opening hours as people write them, and writes them in their one form ({@code spec/hours.md}). */
final class HoursReader {
    /** Characters of the text. */
    static final int MOST = 250;
    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int[] LENGTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final List<String> WEEK = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String ALWAYS = "24/7";

    private HoursReader() {}

    /** What is wrong; never leaves this class. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient HoursFault fault;

        Wrong(HoursFault fault, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
        }
    }

    static Checked<OpeningHours> read(String text) {
        if (text.codePointCount(0, text.length()) > MOST) {
            return Checked.bad(HoursFault.TOO_LONG, "more than " + MOST + " characters");
        }
        String plain = plain(text);
        if (plain.equals(ALWAYS)) {
            return Checked.good(new OpeningHours(List.of()));
        }
        try {
            List<Rule> rules = new ArrayList<>();
            for (String rule : plain.split(";", -1)) {
                rules.add(rule(rule.strip()));
            }
            return Checked.good(new OpeningHours(rules));
        } catch (Wrong e) {
            return Checked.bad(e.fault, String.valueOf(e.getMessage()));
        }
    }

    /** One blank where there are several, none around commas and dashes, and the dash of the keyboard. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            char one = c == '\u2013' || c == '\u2014' ? '-' : c == '\t' || c == '\u00a0' ? ' ' : c;
            boolean tight = one == ',' || one == '-';
            while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ' && (tight || one == ' ')) {
                out.setLength(out.length() - 1);
            }
            char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
            // A minus stands in brackets too, where nothing is tight.
            if (one == ' ' && (before == ',' || before == '-' || before == ' ')) {
                continue;
            }
            out.append(one);
        }
        return out.toString();
    }

    private static Rule rule(String text) {
        if (text.isEmpty()) {
            throw new Wrong(HoursFault.EMPTY, "a rule says nothing");
        }
        StringBuilder dates = new StringBuilder();
        String days = "";
        String times = "";
        boolean off = false;
        for (String token : text.split(" ", -1)) {
            String bare = token.endsWith(":") ? token.substring(0, token.length() - 1) : token;
            String low = bare.toLowerCase(Locale.ROOT);
            if (low.isEmpty() && !days.isEmpty()) {
                continue;
            }
            if (low.isEmpty()) {
                throw new Wrong(HoursFault.MALFORMED_DAYS, "a colon stands alone");
            }
            if (low.equals("off") || low.equals("closed")) {
                off = true;
            } else if (off || !times.isEmpty()) {
                throw new Wrong(HoursFault.MALFORMED_TIMES, "something stands behind the times");
            } else if (low.contains(":")) {
                times = low;
            } else if (days.isEmpty() && isDate(low)) {
                dates.append(dates.isEmpty() ? "" : " ").append(low);
            } else if (days.isEmpty()) {
                days = low;
            } else {
                throw new Wrong(HoursFault.MALFORMED_DAYS, "what is not one of the words stands there");
            }
        }
        if (!off && times.isEmpty()) {
            throw new Wrong(HoursFault.EMPTY, "a rule has neither times nor off");
        }
        List<Days> some = days(days);
        return new Rule(seasons(dates.toString()), some, holidays(days), spans(times), off);
    }

    private static boolean isDate(String token) {
        return Character.isDigit(token.charAt(0)) || MONTHS.stream().anyMatch(month -> token.startsWith(month.toLowerCase(Locale.ROOT)));
    }

    private static List<Season> seasons(String text) {
        List<Season> out = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int dash = part.indexOf('-');
            String from = dash < 0 ? part : part.substring(0, dash);
            String to = dash < 0 ? part : part.substring(dash + 1);
            int first = month(from);
            boolean days = from.length() > 3;
            int firstDay = days ? day(from.substring(3), first) : 1;
            boolean bare = Character.isDigit(to.isEmpty() ? ' ' : to.charAt(0));
            int last = bare ? first : month(to);
            if (days != (bare || to.length() > 3)) {
                throw new Wrong(HoursFault.MALFORMED_DATES, "one end has a day and the other has none");
            }
            int lastDay = bare ? day(" " + to, last) : days ? day(to.substring(3), last) : LENGTHS[last - 1];
            Season season = new Season(first * 100 + firstDay, last * 100 + lastDay, !days);
            if (!out.isEmpty() && (out.getLast().to() >= season.from() || out.getLast().to() < out.getLast().from())) {
                throw new Wrong(HoursFault.NOT_IN_ORDER, "parts of the year");
            }
            out.add(season);
        }
        return out;
    }

    private static int month(String text) {
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i).toLowerCase(Locale.ROOT);
            if (text.equals(month) || text.startsWith(month + " ")) {
                return i + 1;
            }
        }
        throw new Wrong(HoursFault.MALFORMED_DATES, "no month");
    }

    private static int day(String text, int month) {
        int day = text.startsWith(" ") ? number(text.substring(1), 2, HoursFault.MALFORMED_DATES) : 0;
        if (day < 1 || day > LENGTHS[month - 1]) {
            throw new Wrong(HoursFault.MALFORMED_DATES, "no day of that month");
        }
        return day;
    }

    private static int number(String text, int most, HoursFault fault) {
        boolean digits = !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new Wrong(fault, "no number");
        }
        return Integer.parseInt(text);
    }

    private static boolean holidays(String text) {
        return text.equals("ph") || text.endsWith(",ph");
    }

    private static List<Days> days(String text) {
        String some = text.equals("ph") ? "" : holidays(text) ? text.substring(0, text.length() - 3) : text;
        List<Days> out = new ArrayList<>();
        for (String part : some.isEmpty() ? new String[0] : some.split(",", -1)) {
            Days days = daysOf(part);
            if (!out.isEmpty() && !follows(out.getLast(), days)) {
                throw new Wrong(HoursFault.NOT_IN_ORDER, "weekdays");
            }
            out.add(days);
        }
        return out;
    }

    private static boolean follows(Days before, Days days) {
        boolean same = before.nth() != 0 && before.from() == days.from() && before.nth() != days.nth();
        return before.from() <= before.to() && (same || days.from() > before.to());
    }

    private static Days daysOf(String part) {
        int bracket = part.indexOf('[');
        if (bracket > 0 && part.endsWith("]")) {
            int day = weekday(part.substring(0, bracket));
            String which = part.substring(bracket + 1, part.length() - 1);
            int nth = which.startsWith("-") ? -number(which.substring(1), 1, HoursFault.MALFORMED_DAYS) : number(which, 1, HoursFault.MALFORMED_DAYS);
            if (nth == 0 || Math.abs(nth) > 5) {
                throw new Wrong(HoursFault.MALFORMED_DAYS, "no such weekday of a month");
            }
            return new Days(day, day, nth);
        }
        int dash = part.indexOf('-');
        int from = weekday(dash < 0 ? part : part.substring(0, dash));
        int to = dash < 0 ? from : weekday(part.substring(dash + 1));
        if (dash >= 0 && from == to) {
            throw new Wrong(HoursFault.MALFORMED_DAYS, "from a day to the same");
        }
        return new Days(from, to, 0);
    }

    private static int weekday(String text) {
        for (int i = 0; i < WEEK.size(); i++) {
            if (WEEK.get(i).toLowerCase(Locale.ROOT).equals(text)) {
                return i + 1;
            }
        }
        throw new Wrong(HoursFault.MALFORMED_DAYS, "no weekday");
    }

    private static List<Span> spans(String text) {
        List<Span> out = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int dash = part.indexOf('-');
            if (dash < 0) {
                throw new Wrong(HoursFault.MALFORMED_TIMES, "from and to are wanted");
            }
            int from = minute(part.substring(0, dash));
            int to = minute(part.substring(dash + 1));
            if (from == 1440 || from == to) {
                throw new Wrong(HoursFault.MALFORMED_TIMES, "it ends when it begins");
            }
            Span span = new Span(from, to <= from ? to + 1440 : to);
            if (!out.isEmpty() && span.from() <= out.getLast().to()) {
                throw new Wrong(span.from() < out.getLast().from() ? HoursFault.NOT_IN_ORDER : HoursFault.MALFORMED_TIMES, "times touch or are out of order");
            }
            out.add(span);
        }
        return out;
    }

    private static int minute(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.length() != colon + 3) {
            throw new Wrong(HoursFault.MALFORMED_TIMES, "no time");
        }
        int hour = number(text.substring(0, colon), 2, HoursFault.MALFORMED_TIMES);
        int minute = number(text.substring(colon + 1), 2, HoursFault.MALFORMED_TIMES);
        if (minute > 59 || hour * 60 + minute > 1440) {
            throw new Wrong(HoursFault.MALFORMED_TIMES, "no time of a day");
        }
        return hour * 60 + minute;
    }

    static String write(OpeningHours hours) {
        if (hours.rules().isEmpty()) {
            return ALWAYS;
        }
        List<String> rules = new ArrayList<>();
        for (Rule rule : hours.rules()) {
            List<String> parts = new ArrayList<>();
            add(parts, rule.dates().stream().map(HoursReader::write).toList());
            List<String> days = new ArrayList<>(rule.days().stream().map(HoursReader::write).toList());
            if (rule.holidays()) {
                days.add("PH");
            }
            add(parts, days);
            add(parts, rule.times().stream().map(span -> clock(span.from()) + "-" + clock(span.to() > 1440 ? span.to() - 1440 : span.to())).toList());
            if (rule.off()) {
                parts.add("off");
            }
            rules.add(String.join(" ", parts));
        }
        return String.join("; ", rules);
    }

    private static void add(List<String> parts, List<String> list) {
        if (!list.isEmpty()) {
            parts.add(String.join(",", list));
        }
    }

    private static String write(Season season) {
        String first = MONTHS.get(season.from() / 100 - 1);
        String last = MONTHS.get(season.to() / 100 - 1);
        if (season.wholeMonths()) {
            return first.equals(last) ? first : first + "-" + last;
        }
        String from = first + " " + season.from() % 100;
        boolean forward = season.from() <= season.to();
        return season.from() == season.to() ? from : from + "-" + (first.equals(last) && forward ? "" : last + " ") + season.to() % 100;
    }

    private static String write(Days days) {
        String first = WEEK.get(days.from() - 1);
        return days.nth() != 0 ? first + "[" + days.nth() + "]" : days.from() == days.to() ? first : first + "-" + WEEK.get(days.to() - 1);
    }

    private static String clock(int minute) {
        return two(minute / 60) + ":" + two(minute % 60);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
