package weft.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import weft.wire.json.Checked;

/**
 * Reads a calendar file (RFC 5545) that another program wrote, within strict bounds. Whatever is in it: what can be taken is
 * taken, what can't is told with its reason, and nothing throws.
 */
public final class IcsReader {
    /** The most characters of a file. */
    public static final int MOST_CHARACTERS = 2_000_000;
    /** The most events that are taken from one file. */
    public static final int MOST_EVENTS = 500;
    private static final int MOST_LINE = 60_000;
    private static final int MOST_PROPERTIES = 200;

    private final Function<String, Optional<ZoneId>> zones;
    private final ZoneId here;
    private final long now;
    private final List<Event> taken = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private IcsReader(Function<String, Optional<ZoneId>> zones, ZoneId here, long now) {
        this.zones = zones;
        this.here = here;
        this.now = now;
    }

    /** An event as it can be taken over; the texts are as they stood in the file. */
    public record Event(String title, String text, String where, Times times, boolean zoneGuessed) {}

    /** An event that was left out. */
    public record Skipped(String title, Why why) {}

    /** What a file holds. */
    public record Read(boolean isCalendar, List<Event> taken, List<Skipped> skipped) {
        /** Keeps unmodifiable copies. */
        public Read {
            taken = List.copyOf(taken);
            skipped = List.copyOf(skipped);
        }
    }

    /** Why an event was left out. */
    public enum Why {
        /** No time, or none that can be read. */
        NO_TIME,
        /** It ends before it begins, or lasts longer than two weeks. */
        NO_SPAN,
        /** Its rule of repetition is not one that Weft follows. */
        RULE,
        /** It was called off. */
        CANCELLED,
        /** All of it is over. */
        OVER,
        /** There are more events than are taken at once. */
        TOO_MANY
    }

    /** One line: a name, parameters, a value. */
    private record Property(String name, Map<String, String> parameters, String value) {}

    /** A time as it stands in a file. */
    private record Moment(LocalDateTime local, ZoneId zone, boolean date, boolean guessed) {}

    /**
     * Reads a file.
     *
     * @param zones a zone by its name, where this machine knows it
     * @param here the zone of times that name none
     * @param now Unix seconds
     */
    public static Read read(String text, Function<String, Optional<ZoneId>> zones, ZoneId here, long now) {
        IcsReader reader = new IcsReader(zones, here, now);
        List<String> lines = text.length() > MOST_CHARACTERS ? List.of() : unfolded(text);
        boolean calendar = lines.stream().anyMatch(line -> line.strip().equalsIgnoreCase("BEGIN:VCALENDAR"));
        if (calendar) {
            reader.events(lines);
        }
        return new Read(calendar, reader.taken, reader.skipped);
    }

    private static List<String> unfolded(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split("\r\n|\n|\r", -1)) {
            boolean goesOn = !part.isEmpty() && (part.charAt(0) == ' ' || part.charAt(0) == '\t');
            if (!goesOn) {
                out.add(line.toString());
                line.setLength(0);
            }
            if (line.length() < MOST_LINE) {
                line.append(goesOn ? part.substring(1) : part);
            }
        }
        out.add(line.toString());
        return out;
    }

    private void events(List<String> lines) {
        Map<String, List<List<Property>>> byUid = new java.util.LinkedHashMap<>();
        List<Property> event = null;
        int inner = 0;
        int count = 0;
        for (String line : lines) {
            Optional<Property> property = property(line);
            if (property.isEmpty()) {
                continue;
            }
            String name = property.get().name();
            boolean ofEvent = property.get().value().strip().equalsIgnoreCase("VEVENT");
            if (name.equals("BEGIN")) {
                if (event != null) {
                    inner++;
                } else if (ofEvent) {
                    event = new ArrayList<>();
                }
            } else if (name.equals("END") && event != null && inner > 0) {
                inner--;
            } else if (name.equals("END") && event != null) {
                count++;
                if (count > MOST_EVENTS) {
                    skipped.add(new Skipped(text(event, "SUMMARY"), Why.TOO_MANY));
                } else {
                    String uid = text(event, "UID");
                    byUid.computeIfAbsent(uid.isEmpty() ? "without " + count : uid, ignored -> new ArrayList<>()).add(event);
                }
                event = null;
            } else if (event != null && inner == 0 && event.size() < MOST_PROPERTIES) {
                event.add(property.get());
            }
        }
        byUid.values().forEach(this::family);
    }

    private static Optional<Property> property(String line) {
        int at = 0;
        boolean quoted = false;
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == ':')) {
                parts.add(part.toString());
                part.setLength(0);
                if (c == ':') {
                    break;
                }
            } else {
                part.append(c);
            }
        }
        if (at == line.length() || parts.getFirst().isBlank()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals).toUpperCase(java.util.Locale.ROOT), parameter.substring(equals + 1));
            }
        }
        return Optional.of(new Property(parts.getFirst().strip().toUpperCase(java.util.Locale.ROOT), parameters, line.substring(at + 1)));
    }

    private static Optional<Property> find(List<Property> event, String name) {
        return event.stream().filter(property -> property.name().equals(name)).findFirst();
    }

    private static String text(List<Property> event, String name) {
        return find(event, name).map(property -> unescaped(property.value())).orElse("");
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char next = text.charAt(i);
                out.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Events of one UID: one that repeats, and those that stand in for some of its dates. */
    private void family(List<List<Property>> events) {
        List<LocalDate> replaced = new ArrayList<>();
        for (List<Property> event : events) {
            find(event, "RECURRENCE-ID").flatMap(this::moment).ifPresent(moment -> replaced.add(moment.local().toLocalDate()));
        }
        for (List<Property> event : events) {
            boolean standsIn = find(event, "RECURRENCE-ID").isPresent();
            event(event, standsIn ? List.of() : replaced, standsIn);
        }
    }

    private void event(List<Property> event, List<LocalDate> replaced, boolean standsIn) {
        String title = text(event, "SUMMARY");
        if (text(event, "STATUS").equalsIgnoreCase("CANCELLED")) {
            skipped.add(new Skipped(title, Why.CANCELLED));
            return;
        }
        Optional<Moment> start = find(event, "DTSTART").flatMap(this::moment);
        if (start.isEmpty()) {
            skipped.add(new Skipped(title, Why.NO_TIME));
            return;
        }
        Moment begins = start.get();
        ZoneSpan zone = ZoneSpan.of(begins.zone(), Math.min(now, begins.local().atZone(begins.zone()).toEpochSecond()));
        long from = zone.instant(begins.local());
        Optional<Long> until = end(event, begins, zone, from);
        if (until.isEmpty() || until.get() <= from || until.get() - from > Times.longest() || from < 0) {
            skipped.add(new Skipped(title, Why.NO_SPAN));
            return;
        }
        Optional<Property> written = standsIn ? Optional.empty() : find(event, "RRULE");
        Optional<Rule> rule = written.flatMap(property -> rule(property.value(), begins, zone));
        if (written.isPresent() && rule.isEmpty()) {
            skipped.add(new Skipped(title, Why.RULE));
            return;
        }
        SortedSet<LocalDate> except = dates(event, "EXDATE", begins);
        except.addAll(replaced);
        SortedSet<LocalDate> extra = dates(event, "RDATE", begins);
        Optional<Times> times = times(begins, until.get() - from, zone, rule, except, extra);
        if (times.isEmpty() || times.get().next(now, LocalDate.ofEpochDay(Math.floorDiv(now, 86_400L)).plusDays(398)).isEmpty()) {
            skipped.add(new Skipped(title, Why.OVER));
            return;
        }
        taken.add(new Event(title, text(event, "DESCRIPTION"), text(event, "LOCATION"), times.get(), begins.guessed()));
    }

    /** RFC 5545 counts the first time even where the rule does not give it; here it then becomes an extra date. */
    private static Optional<Times> times(
            Moment begins, long length, ZoneSpan zone, Optional<Rule> rule, SortedSet<LocalDate> except, SortedSet<LocalDate> extra) {
        LocalDate first = begins.local().toLocalDate();
        LocalDate given = first;
        Optional<Rule> shifted = rule;
        if (rule.isPresent() && !Repeats.dates(rule.get(), first, first).contains(first)) {
            List<LocalDate> dates = Repeats.dates(rule.get(), first, first.plusDays(800));
            if (dates.isEmpty()) {
                return Optional.empty();
            }
            extra.add(first);
            given = dates.getFirst();
            int left = rule.get().count().orElse(2) - 1;
            if (left < 1) {
                shifted = Optional.empty();
                given = first;
            } else if (rule.get().count().isPresent()) {
                Rule old = rule.get();
                shifted = Optional.of(new Rule(old.every(), old.interval(), Optional.of(left), old.until(), old.months(), old.monthDays(), old.weekdays(),
                        old.positions(),
                        old.weekStart()));
            }
        }
        long start = zone.instant(given.atTime(begins.local().toLocalTime()));
        long end = begins.date() ? zone.instant(given.plusDays(length(zone, begins, length)).atStartOfDay()) : start + length;
        return Optional.of(new Times(start, end, zone, shifted, some(except), some(extra)));
    }

    private static long length(ZoneSpan zone, Moment begins, long seconds) {
        return zone.local(zone.instant(begins.local()) + seconds).toLocalDate().toEpochDay() - begins.local().toLocalDate().toEpochDay();
    }

    private static List<LocalDate> some(SortedSet<LocalDate> dates) {
        return dates.stream().limit(100).toList();
    }

    private Optional<Long> end(List<Property> event, Moment begins, ZoneSpan zone, long from) {
        Optional<Moment> end = find(event, "DTEND").flatMap(this::moment);
        if (end.isPresent()) {
            return Optional.of(end.get().date() ? zone.instant(end.get().local())
                    : end.get().local().atZone(end.get().zone()).toEpochSecond());
        }
        Optional<Property> duration = find(event, "DURATION");
        if (duration.isPresent()) {
            return duration(duration.get().value().strip())
                    .map(seconds -> begins.date() ? zone.instant(begins.local().plusDays(seconds / 86_400)) : from + seconds);
        }
        return Optional.of(begins.date() ? zone.instant(begins.local().plusDays(1)) : from + 3_600);
    }

    /** {@code P1W}, {@code P1DT2H30M}; seconds. */
    private static Optional<Long> duration(String text) {
        long seconds = 0;
        boolean time = false;
        int from = text.startsWith("+P") ? 2 : text.startsWith("P") ? 1 : -1;
        for (int i = from; from > 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'T') {
                time = true;
                from = i + 1;
            } else if (c < '0' || c > '9') {
                long unit = switch (c) {
                    case 'W' -> 604_800;
                    case 'D' -> 86_400;
                    case 'H' -> 3_600;
                    case 'M' -> time ? 60 : 0;
                    case 'S' -> 1;
                    default -> 0;
                };
                int number = i - from > 6 || i == from ? -1 : Dates.digits(text, from, i);
                if (number < 0 || unit == 0) {
                    return Optional.empty();
                }
                seconds += number * unit;
                from = i + 1;
            }
        }
        return from == text.length() && seconds > 0 ? Optional.of(seconds) : Optional.empty();
    }

    private Optional<Rule> rule(String value, Moment begins, ZoneSpan zone) {
        Function<String, Optional<LocalDate>> until = text -> moment(new Property("UNTIL", Map.of(), text)).map(last -> {
            boolean utc = text.endsWith("Z");
            LocalDateTime local = utc ? zone.local(last.local().toEpochSecond(java.time.ZoneOffset.UTC)) : last.local();
            boolean before = !last.date() && local.toLocalTime().isBefore(begins.local().toLocalTime());
            return before ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        });
        return RuleReader.read(value.strip().toUpperCase(java.util.Locale.ROOT), until) instanceof Checked.Good<Rule>(Rule rule) ? Optional.of(rule)
                : Optional.empty();
    }

    private SortedSet<LocalDate> dates(List<Property> event, String name, Moment begins) {
        TreeSet<LocalDate> out = new TreeSet<>();
        for (Property property : event) {
            if (property.name().equals(name)) {
                for (String text : property.value().split(",", -1)) {
                    moment(new Property(name, property.parameters(), text.strip())).ifPresent(moment -> out.add(moment.date() ? moment.local().toLocalDate()
                            : moment.local().atZone(moment.zone()).withZoneSameInstant(begins.zone()).toLocalDate()));
                }
            }
        }
        return out;
    }

    private Optional<Moment> moment(Property property) {
        String text = property.value().strip();
        Optional<LocalDate> date = text.length() >= 8 ? Dates.compact(text.substring(0, 8)) : Optional.empty();
        String name = property.parameters().getOrDefault("TZID", "");
        Optional<ZoneId> zone = name.isEmpty() ? Optional.of(here) : zone(name);
        if (text.length() == 8) {
            return date.map(day -> new Moment(day.atStartOfDay(), zone.orElse(here), true, zone.isEmpty()));
        }
        boolean utc = text.length() == 16 && text.charAt(15) == 'Z';
        if (text.length() != 15 && !utc || text.charAt(8) != 'T') {
            return Optional.empty();
        }
        int hour = Dates.digits(text, 9, 11);
        int minute = Dates.digits(text, 11, 13);
        int second = Dates.digits(text, 13, 15);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return Optional.empty();
        }
        ZoneId of = utc ? ZoneId.of("UTC") : zone.orElse(here);
        return date.map(day -> new Moment(day.atTime(LocalTime.of(hour, minute)), of, false, !utc && zone.isEmpty()));
    }

    /** A zone by its name, or by the end of a longer one such as {@code /example.org/20260101/Europe/Paris}. */
    private Optional<ZoneId> zone(String name) {
        Optional<ZoneId> found = zones.apply(name);
        int last = name.lastIndexOf('/');
        int before = last < 1 ? -1 : name.lastIndexOf('/', last - 1);
        return found.isPresent() || before < 0 ? found : zones.apply(name.substring(before + 1));
    }
}
