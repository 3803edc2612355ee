package weft.core.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time zone over some years: its name, and what its clocks are set to from when on. An entry carries it, so that whoever
 * reads it needs no table of time zones, and two that have different tables agree.
 *
 * @param name as the IANA table calls it, or {@code UTC}
 * @param offsets the first from 0 on, then each change, the earliest first
 */
public record ZoneSpan(String name, List<Offset> offsets) {
    /** How many years from the beginning on are carried. */
    public static final int YEARS = 5;
    /** The most changes that are carried. */
    public static final int MOST = 24;

    /** Keeps an unmodifiable copy. */
    public ZoneSpan {
        offsets = List.copyOf(offsets);
    }

    /**
     * What clocks are set to from a moment on.
     *
     * @param from Unix seconds
     * @param minutes east of UTC
     */
    public record Offset(long from, int minutes) {}

    /** UTC. */
    public static ZoneSpan utc() {
        return new ZoneSpan("UTC", List.of(new Offset(0, 0)));
    }

    /** A zone from a moment on for {@link #YEARS} years, from this machine's table. */
    public static ZoneSpan of(ZoneId zone, long from) {
        ZoneRules rules = zone.getRules();
        List<Offset> offsets = new ArrayList<>();
        offsets.add(new Offset(0, minutes(rules.getOffset(Instant.ofEpochSecond(from)))));
        long through = from + YEARS * 366L * 86_400;
        ZoneOffsetTransition next = rules.isFixedOffset() ? null : rules.nextTransition(Instant.ofEpochSecond(from));
        while (next != null && next.toEpochSecond() <= through && offsets.size() < MOST) {
            if (minutes(next.getOffsetAfter()) != offsets.getLast().minutes()) {
                offsets.add(new Offset(next.toEpochSecond(), minutes(next.getOffsetAfter())));
            }
            next = rules.nextTransition(next.getInstant());
        }
        boolean named = !(zone instanceof ZoneOffset) && zone.getId().length() <= 40;
        return new ZoneSpan(named ? zone.getId() : "UTC", named ? offsets : List.of(new Offset(0, minutes(rules.getOffset(Instant.ofEpochSecond(from))))));
    }

    private static int minutes(ZoneOffset offset) {
        return offset.getTotalSeconds() / 60;
    }

    /** What clocks show at a moment. */
    public LocalDateTime local(long unixSeconds) {
        return LocalDateTime.ofEpochSecond(unixSeconds + 60L * minutesAt(unixSeconds), 0, ZoneOffset.UTC);
    }

    /** How many minutes clocks are ahead of UTC at a moment. */
    public int minutesAt(long unixSeconds) {
        int minutes = offsets.getFirst().minutes();
        for (Offset offset : offsets) {
            if (offset.from() <= unixSeconds) {
                minutes = offset.minutes();
            }
        }
        return minutes;
    }

    /**
     * When clocks show something. Where they show it twice the first time counts; where they skip it, what they would have
     * shown had they not been changed yet (RFC 5545, section 3.3.5).
     */
    public long instant(LocalDateTime shown) {
        long plain = shown.toEpochSecond(ZoneOffset.UTC);
        for (int i = 0; i < offsets.size(); i++) {
            long at = plain - 60L * offsets.get(i).minutes();
            boolean last = i == offsets.size() - 1;
            if (last || at < offsets.get(i + 1).from()) {
                return at;
            }
            long after = plain - 60L * offsets.get(i + 1).minutes();
            if (after < offsets.get(i + 1).from()) {
                return at;
            }
        }
        throw new IllegalStateException("a zone without an offset");
    }
}
