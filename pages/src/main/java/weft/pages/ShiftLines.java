package weft.pages;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.calendar.Times;
import weft.core.entry.Doing;

/**
 * Shifts as people write them, one a line: {@code 18:00-20:00 Cooking 4}. Times and the number of hands may be missing. A shift keeps its
 * number as long as its title stays.
 */
final class ShiftLines {
    private static final int MOST = 40;
    private static final int TITLE = 100;

    private ShiftLines() {}

    static String write(Times times, List<Doing.Shift> shifts) {
        List<String> lines = new ArrayList<>();
        for (Doing.Shift shift : shifts) {
            LocalDateTime begins = times.localStart().plusMinutes(shift.begins());
            lines.add(clock(begins.toLocalTime()) + "-" + clock(begins.plusMinutes(shift.minutes()).toLocalTime()) + " " + shift.title()
                    + (shift.hands() == 0 ? "" : " " + shift.hands()));
        }
        return String.join("\n", lines);
    }

    private static String clock(LocalTime time) {
        return (time.getHour() < 10 ? "0" : "") + time.getHour() + (time.getMinute() < 10 ? ":0" : ":") + time.getMinute();
    }

    static List<Doing.Shift> read(Fields fields, Times times, List<Doing.Shift> old) {
        List<Doing.Shift> out = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        List<String> lines = lines(fields, "shifts");
        Set<Integer> kept = new HashSet<>();
        for (String line : lines) {
            old.stream().filter(shift -> title(line).equals(shift.title())).findFirst().ifPresent(shift -> kept.add(shift.number()));
        }
        for (String line : lines) {
            String title = title(line);
            Optional<Doing.Shift> before = old.stream().filter(shift -> shift.title().equals(title) && !taken.contains(shift.number())).findFirst();
            int number = before.map(Doing.Shift::number).orElseGet(() -> free(taken, kept));
            taken.add(number);
            int[] span = span(line, times);
            if (title.isEmpty() || title.codePointCount(0, title.length()) > TITLE || span.length == 0 || out.size() >= MOST) {
                fields.fault("shifts", "fault.shifts");
                return List.of();
            }
            out.add(new Doing.Shift(number, title, span[0], span[1], hands(line)));
        }
        out.sort(Comparator.comparingInt(Doing.Shift::number));
        return out;
    }

    private static int free(Set<Integer> taken, Set<Integer> kept) {
        int number = 1;
        while (taken.contains(number) || kept.contains(number)) {
            number++;
        }
        return number;
    }

    private static List<String> lines(Fields fields, String name) {
        return List.of(fields.get(name).split("\n")).stream().map(PostPage::oneLine).filter(line -> !line.isEmpty()).limit(99).toList();
    }

    private static String title(String line) {
        String rest = timed(line) ? line.substring(11).strip() : line;
        int blank = rest.lastIndexOf(' ');
        return blank > 0 && CirclePages.number(rest.substring(blank + 1)).filter(n -> n <= 99).isPresent() ? rest.substring(0, blank).strip() : rest;
    }

    private static int hands(String line) {
        return CirclePages.number(line.substring(line.lastIndexOf(' ') + 1)).filter(n -> n <= 99 && line.indexOf(' ') > 0).orElse(0);
    }

    private static boolean timed(String line) {
        return line.length() > 11 && line.charAt(2) == ':' && (line.charAt(5) == '-' || line.charAt(5) == '–') && line.charAt(8) == ':';
    }

    /** Minutes after the doing begins, and how long; the whole doing where no times are given; nothing where they are none. */
    private static int[] span(String line, Times times) {
        if (!timed(line)) {
            return new int[] {0, (int) ((times.end() - times.start()) / 60)};
        }
        LocalDateTime start = times.localStart();
        Optional<LocalDateTime> from = Moments.moment(start.toLocalDate() + "T" + line.substring(0, 5), false);
        Optional<LocalDateTime> until = Moments.moment(start.toLocalDate() + "T" + line.substring(6, 11), true);
        if (from.isEmpty() || until.isEmpty()) {
            return new int[0];
        }
        long begins = minutes(start, from.get().isBefore(start) ? from.get().plusDays(1) : from.get());
        long minutes = minutes(from.get(), until.get().isAfter(from.get()) ? until.get() : until.get().plusDays(1));
        return new int[] {(int) begins, (int) minutes};
    }

    private static long minutes(LocalDateTime from, LocalDateTime until) {
        return (until.toLocalDate().toEpochDay() - from.toLocalDate().toEpochDay()) * 1_440
                + (until.toLocalTime().toSecondOfDay() - from.toLocalTime().toSecondOfDay()) / 60;
    }

    static List<Doing.Thing> things(Fields fields, List<Doing.Thing> old) {
        List<Doing.Thing> out = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        List<String> lines = lines(fields, "things").stream().distinct().toList();
        Set<Integer> kept = new HashSet<>();
        old.stream().filter(thing -> lines.contains(thing.title())).forEach(thing -> kept.add(thing.number()));
        for (String line : lines) {
            if (line.codePointCount(0, line.length()) > TITLE) {
                fields.fault("things", "fault.tooLong");
            }
            int number = old.stream().filter(thing -> thing.title().equals(line)).map(Doing.Thing::number).findFirst().orElseGet(() -> free(taken, kept));
            taken.add(number);
            out.add(new Doing.Thing(number, line));
        }
        out.sort(Comparator.comparingInt(Doing.Thing::number));
        return out;
    }
}
