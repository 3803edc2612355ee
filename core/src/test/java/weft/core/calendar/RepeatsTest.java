package weft.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import weft.wire.json.Checked;

/** The dates of rules beside those of lib-recur, and the hours of zones beside the JDK's. */
class RepeatsTest {
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    private static List<LocalDate> ours(String rule, LocalDate start, LocalDate through) {
        return Repeats.dates(RuleReader.read(rule).orThrow(), start, through);
    }

    /** lib-recur takes the first date for one of the rule; it is looked for here, so that both begin alike. */
    private static List<LocalDate> theirs(String rule, LocalDate start, LocalDate through) throws Exception {
        RecurrenceRuleIterator dates = new RecurrenceRule(rule).iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        List<LocalDate> out = new ArrayList<>();
        while (dates.hasNext()) {
            DateTime next = dates.nextDateTime();
            LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (date.isAfter(through)) {
                return out;
            }
            out.add(date);
        }
        return out;
    }

    private static List<LocalDate> since(LocalDate from, List<LocalDate> dates) {
        return dates.stream().filter(date -> !date.isBefore(from)).toList();
    }

    private static String list(Random random, int most, int bound, boolean negative) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(most); i++) {
            out.add((negative && random.nextInt(4) == 0 ? "-" : "") + (1 + random.nextInt(bound)));
        }
        return String.join(",", out);
    }

    private static String weekdays(Random random, int nth) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String front = nth > 0 && random.nextBoolean() ? (random.nextInt(3) == 0 ? "-" : "") + (1 + random.nextInt(nth)) : "";
            out.add(front + DAYS[random.nextInt(7)]);
        }
        return String.join(",", out);
    }

    private static String rule(Random random, LocalDate start) {
        String every = new String[] {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}[random.nextInt(4)];
        StringBuilder out = new StringBuilder("FREQ=").append(every);
        if (random.nextBoolean()) {
            out.append(";INTERVAL=").append(1 + random.nextInt(4));
        }
        switch (random.nextInt(3)) {
            case 0 -> out.append(";COUNT=").append(1 + random.nextInt(40));
            case 1 -> out.append(";UNTIL=").append(Dates.compact(start.plusDays(random.nextInt(800))));
            default -> { }
        }
        boolean month = random.nextInt(4) == 0;
        boolean monthDay = !every.equals("WEEKLY") && (month || !every.equals("YEARLY")) && random.nextInt(4) == 0;
        boolean weekday = random.nextInt(2) == 0;
        out.append(month ? ";BYMONTH=" + list(random, 3, 12, false) : "");
        out.append(monthDay ? ";BYMONTHDAY=" + list(random, 3, 31, true) : "");
        // With BYMONTHDAY a numbered weekday is read in two ways; without BYMONTH in a year it counts within the year.
        int nth = monthDay ? 0 : every.equals("MONTHLY") ? 5 : every.equals("YEARLY") ? month ? 5 : 53 : 0;
        out.append(weekday ? ";BYDAY=" + weekdays(random, nth) : "");
        boolean picks = (monthDay || weekday) && random.nextInt(4) == 0 && !every.equals("DAILY");
        out.append(picks ? ";BYSETPOS=" + list(random, 2, 4, true) : "");
        return out.append(random.nextInt(4) == 0 ? ";WKST=SU" : "").toString();
    }

    @Test
    void seededRulesGiveTheDatesOfLibRecur() throws Exception {
        Random random = new Random(20261123);
        int compared = 0;
        int dates = 0;
        for (int i = 0; i < 8_000; i++) {
            LocalDate anchor = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800));
            String rule = rule(random, anchor);
            LocalDate far = anchor.plusDays(1500);
            String endless = rule.replaceAll(";(COUNT|UNTIL)=[0-9]+", "");
            List<LocalDate> first = ours(endless, anchor, far);
            if (first.isEmpty()) {
                continue;
            }
            // The first date is one that the rule gives, as in an entry.
            LocalDate start = first.getFirst();
            if (!ours(endless, start, start).contains(start)) {
                continue;
            }
            // lib-recur picks positions of the first period from what is left of it, where RFC 5545 picks from all of it.
            boolean picks = rule.contains("BYSETPOS");
            String asked = picks ? rule.replaceAll(";COUNT=[0-9]+", "") : rule;
            LocalDate from = picks ? start.plusDays(rule.contains("YEARLY") ? 366 : 31) : start;
            List<LocalDate> ours = since(from, ours(RuleReader.read(asked).orThrow().text(), start, far));
            assertThat(ours).as("%s from %s", asked, start).isEqualTo(since(from, theirs(asked, start, far)));
            compared++;
            dates += ours.size();
        }
        assertThat(compared).isGreaterThan(6_000);
        assertThat(dates).isGreaterThan(100_000);
    }

    @Test
    void aRuleIsWrittenInOneWay() {
        Rule rule = RuleReader.read("BYDAY=TH,TU,1MO;FREQ=MONTHLY;WKST=MO;INTERVAL=1;BYMONTH=12,+3,12").orThrow();
        assertThat(rule.text()).isEqualTo("FREQ=MONTHLY;BYMONTH=3,12;BYDAY=TU,TH,1MO");
        assertThat(RuleReader.read(rule.text()).orThrow()).isEqualTo(rule);
    }

    @Test
    void whatIsNotFollowedIsToldApartFromWhatIsBroken() {
        for (String rule : List.of("FREQ=HOURLY", "FREQ=YEARLY;BYWEEKNO=3", "FREQ=YEARLY;BYYEARDAY=100", "FREQ=YEARLY;BYMONTHDAY=3", "FREQ=DAILY;BYHOUR=3")) {
            assertThat(code(rule)).as(rule).isEqualTo("rule-not-followed");
        }
        for (String rule : List.of("", "FREQ", "FREQ=", "FREQ=DAILY;FREQ=DAILY", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;COUNT=3;UNTIL=20270101",
                "FREQ=DAILY;UNTIL=20270230", "FREQ=WEEKLY;BYDAY=2TU", "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=XX",
                "FREQ=MONTHLY;BYSETPOS=1",
                "FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;X=1", "FREQ=DAILY;;", "FREQ=DAILY;BYMONTH=" + "1,".repeat(300), "FREQ=MONTHLY;BYMONTHDAY=99999999999")) {
            assertThat(code(rule)).as(rule).isEqualTo("malformed-rule");
        }
    }

    private static String code(String rule) {
        return RuleReader.read(rule) instanceof Checked.Bad<Rule>(var fault, String ignored) ? fault.code() : "good";
    }

    @Test
    void aRuleThatNeverComesEnds() {
        assertThat(ours("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", LocalDate.of(2026, 1, 1), LocalDate.of(2199, 1, 1))).isEmpty();
    }

    @Test
    void clocksAreSetAsTheJdkSetsThem() {
        Random random = new Random(5);
        for (String name : List.of("Europe/Paris", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo",
                "Africa/Cairo", "UTC", "Asia/Gaza")) {
            ZoneId zone = ZoneId.of(name);
            long from = 1_795_443_900L;
            ZoneSpan span = ZoneSpan.of(zone, from);
            for (int i = 0; i < 20_000; i++) {
                long at = from + random.nextLong(4L * 365 * 86_400);
                assertThat(span.local(at)).as("%s at %d", name, at).isEqualTo(LocalDateTime.ofInstant(java.time.Instant.ofEpochSecond(at), zone));
                LocalDateTime shown = span.local(at).withMinute(random.nextInt(60));
                assertThat(span.instant(shown)).as("%s shows %s", name, shown).isEqualTo(shown.atZone(zone).toEpochSecond());
            }
            for (ZoneSpan.Offset change : span.offsets().subList(1, span.offsets().size())) {
                for (int minutes = -180; minutes <= 180; minutes++) {
                    LocalDateTime shown = LocalDateTime.ofInstant(java.time.Instant.ofEpochSecond(change.from()), zone).plusMinutes(minutes);
                    assertThat(span.instant(shown)).as("%s shows %s", name, shown).isEqualTo(shown.atZone(zone).toEpochSecond());
                }
            }
        }
    }

    @Test
    void aKitchenAtSixStaysAtSixWhenSummerTimeBegins() {
        ZoneSpan paris = ZoneSpan.of(ZoneId.of("Europe/Paris"), 1_795_443_900L);
        long start = paris.instant(LocalDateTime.of(2027, 3, 23, 18, 0));
        Times kitchen = new Times(start, start + 3 * 3600, paris, Optional.of(RuleReader.read("FREQ=WEEKLY;COUNT=3").orThrow()),
                List.of(LocalDate.of(2027, 4, 6)), List.of(LocalDate.of(2027, 4, 8)));
        List<Occurrence> all = kitchen.between(start, start + 30 * 86_400);
        assertThat(all).extracting(Occurrence::date).containsExactly(LocalDate.of(2027, 3, 23), LocalDate.of(2027, 3, 30), LocalDate.of(2027, 4, 8));
        assertThat(all).extracting(Occurrence::start).containsExactly(start, start + 7 * 86_400 - 3600, start + 16 * 86_400 - 3600);
        assertThat(all).allSatisfy(one -> assertThat(one.end() - one.start()).isEqualTo(3 * 3600));
    }

    @Test
    void whatIsMovedKeepsItsDateAndTakesPlaceAtItsNewTime() {
        long start = 1_796_000_400L - 1_796_000_400L % 86_400 + 18 * 3_600;
        LocalDate first = LocalDate.ofEpochDay(start / 86_400);
        Times weekly = new Times(start, start + 7_200, ZoneSpan.utc(), Optional.of(RuleReader.read("FREQ=WEEKLY;COUNT=3").orThrow()), List.of(), List.of());
        Times moved = weekly.moving(first.plusDays(7), start + 15 * 86_400L, start + 15 * 86_400L + 3_600);
        assertThat(moved.between(start, start + 40 * 86_400L)).as("by when they take place").extracting(Occurrence::date)
                .containsExactly(first, first.plusDays(14), first.plusDays(7));
        assertThat(moved.on(first.plusDays(7)).orElseThrow().start()).isEqualTo(start + 15 * 86_400L);
        assertThat(moved.between(start + 7 * 86_400L, start + 8 * 86_400L)).as("not at its old time").isEmpty();
        assertThat(moved.between(start + 15 * 86_400L, start + 16 * 86_400L)).extracting(Occurrence::date).containsExactly(first.plusDays(7));
        Times earlier = weekly.moving(first.plusDays(7), start + 6 * 86_400L, start + 6 * 86_400L + 60);
        assertThat(earlier.between(start + 6 * 86_400L, start + 6 * 86_400L + 120)).as("before the day that its rule has").hasSize(1);
        assertThat(moved.moving(first.plusDays(7), start + 7 * 86_400L, start + 7 * 86_400L + 7_200)).as("and back").isEqualTo(weekly);
        assertThat(moved.without(first.plusDays(7)).moved()).isEmpty();
    }

    @Test
    void aWholeDayIsAsLongAsTheDay() {
        ZoneSpan paris = ZoneSpan.of(ZoneId.of("Europe/Paris"), 1_795_443_900L);
        long start = paris.instant(LocalDateTime.of(2027, 3, 27, 0, 0));
        Times days = new Times(start, start + 86_400, paris, Optional.of(RuleReader.read("FREQ=DAILY;COUNT=2").orThrow()), List.of(), List.of());
        assertThat(days.wholeDays()).isTrue();
        assertThat(days.between(start, start + 9 * 86_400)).extracting(one -> one.end() - one.start()).containsExactly(86_400L, 82_800L);
    }
}
