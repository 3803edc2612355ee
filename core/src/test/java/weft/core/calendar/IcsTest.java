package weft.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import weft.primitives.Bytes;

/** Calendar files beside biweekly, and files that mean no good. */
class IcsTest {
    private static final long NOW = 1_795_443_900L; // 2026-11-23
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static IcsReader.Read read(String text) {
        return IcsReader.read(text, IcsTest::zone, PARIS, NOW);
    }

    private static IcsReader.Read event(String... lines) {
        return read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static Times times(String... lines) {
        return event(lines).taken().getFirst().times();
    }

    private static String clock(Times times) {
        return times.zone().name() + " " + times.localStart();
    }

    @Test
    void whatIsWrittenIsReadByAnotherProgram() {
        Random random = new Random(3);
        String[] pieces = {"soup, bread; ", "C:\\x ", "مطبخ ", "two\nlines ", "🍲", "\"quoted\" ", "a long line that goes on and on and on and on and on "};
        for (int i = 0; i < 300; i++) {
            List<IcsWriter.Event> events = new ArrayList<>();
            for (int j = 0; j < 1 + random.nextInt(5); j++) {
                StringBuilder text = new StringBuilder("t");
                for (int k = random.nextInt(12); k > 0; k--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                long start = NOW + 60L * random.nextInt(500_000);
                String words = text.toString().strip();
                events.add(new IcsWriter.Event("u" + i + "-" + j, words.replace('\n', ' '), words, "",
                        new Occurrence(LocalDate.of(2026, 12, 1), start, start + 5_400), 0));
            }
            String file = IcsWriter.write("Weft", events, NOW);
            assertThat(file.split("\r\n", -1)).allSatisfy(line -> assertThat(Bytes.utf8(line).size()).isLessThanOrEqualTo(75));
            List<VEvent> there = Biweekly.parse(file).first().getEvents();
            assertThat(there).hasSameSizeAs(events);
            for (int j = 0; j < events.size(); j++) {
                assertThat(there.get(j).getSummary().getValue()).isEqualTo(events.get(j).title());
                assertThat(there.get(j).getDescription().getValue()).isEqualTo(events.get(j).text());
                assertThat(there.get(j).getDateStart().getValue().getTime() / 1000).isEqualTo(events.get(j).when().start());
            }
            IcsReader.Read back = read(file);
            assertThat(back.taken()).extracting(IcsReader.Event::text).containsExactlyElementsOf(events.stream().map(IcsWriter.Event::text).toList());
            assertThat(back.taken()).extracting(event -> event.times().start())
                    .containsExactlyElementsOf(events.stream().map(event -> event.when().start()).toList());
        }
    }

    @Test
    void whatAnotherProgramWritesIsRead() {
        ICalendar calendar = new ICalendar();
        calendar.getTimezoneInfo().setDefaultTimezone(new biweekly.io.TimezoneAssignment(TimeZone.getTimeZone("America/New_York"), "America/New_York"));
        VEvent event = new VEvent();
        event.setSummary("Potluck; with friends");
        event.setDateStart(Date.from(Instant.ofEpochSecond(NOW + 86_400)), true);
        event.setDuration(new Duration.Builder().hours(2).minutes(30).build());
        event.setRecurrenceRule(new biweekly.util.Recurrence.Builder(biweekly.util.Frequency.WEEKLY).interval(2).count(5).build());
        calendar.addEvent(event);
        IcsReader.Read read = read(Biweekly.write(calendar).go());
        assertThat(read.skipped()).isEmpty();
        Times times = read.taken().getFirst().times();
        assertThat(read.taken().getFirst().title()).isEqualTo("Potluck; with friends");
        assertThat(times.zone().name()).isEqualTo("America/New_York");
        assertThat(times.start()).isEqualTo(NOW + 86_400);
        assertThat(times.end() - times.start()).isEqualTo(9_000);
        assertThat(times.rule().orElseThrow().text()).isEqualTo("FREQ=WEEKLY;INTERVAL=2;COUNT=5");
    }

    @Test
    void zonesAreToldByNameByTheEndOfANameOrGuessed() {
        assertThat(clock(times("DTSTART;TZID=America/New_York:20261201T180000"))).isEqualTo("America/New_York 2026-12-01T18:00");
        assertThat(clock(times("DTSTART;TZID=\"/citadel.org/20250101_1/Asia/Tokyo\":20261201T180000"))).isEqualTo("Asia/Tokyo 2026-12-01T18:00");
        assertThat(clock(times("DTSTART:20261201T180000Z"))).isEqualTo("UTC 2026-12-01T18:00");
        assertThat(clock(times("DTSTART:20261201T180000"))).isEqualTo("Europe/Paris 2026-12-01T18:00");
        IcsReader.Read guessed = event("DTSTART;TZID=Romance Standard Time:20261201T180000");
        assertThat(guessed.taken().getFirst().zoneGuessed()).isTrue();
        assertThat(clock(guessed.taken().getFirst().times())).isEqualTo("Europe/Paris 2026-12-01T18:00");
    }

    @Test
    void exceptionsAndStandInsAreMinded() {
        Times times = times("DTSTART;TZID=Europe/Paris:20261201T180000", "RRULE:FREQ=WEEKLY;UNTIL=20270105T170000Z",
                "EXDATE;TZID=Europe/Paris:20261208T180000,20261215T180000",
                "EXDATE:20261222T170000Z", "RDATE;VALUE=DATE:20261224");
        assertThat(times.dates(LocalDate.of(2028, 1, 1)))
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 29), LocalDate.of(2027, 1, 5));
        IcsReader.Read family = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Choir\nDTSTART:20261201T180000\nRRULE:FREQ=WEEKLY;COUNT=3\nBEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\n"
                + "BEGIN:VEVENT\nUID:a\nSUMMARY:Choir in the park\nRECURRENCE-ID:20261208T180000\nDTSTART:20261209T190000\nEND:VEVENT\nEND:VCALENDAR\n");
        assertThat(family.taken()).extracting(IcsReader.Event::title).containsExactly("Choir", "Choir in the park");
        assertThat(family.taken().getFirst().times().dates(LocalDate.of(2028, 1, 1))).containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 15));
    }

    @Test
    void aFirstTimeThatTheRuleDoesNotGiveIsTakenBesides() {
        Times times = times("DTSTART:20261202T180000", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        assertThat(times.dates(LocalDate.of(2028, 1, 1))).containsExactly(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 15));
    }

    @Test
    void wholeDays() {
        Times times = times("DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270329");
        assertThat(times.wholeDays()).isTrue();
        assertThat(times.between(NOW, NOW + 200 * 86_400).getFirst().end() - times.start()).as("summer time begins").isEqualTo(47 * 3_600);
    }

    @Test
    void whatIsLeftOutHasItsReason() {
        assertThat(why("DTSTART:soon")).isEqualTo(IcsReader.Why.NO_TIME);
        assertThat(why("SUMMARY:x")).isEqualTo(IcsReader.Why.NO_TIME);
        assertThat(why("DTSTART:20261301T000000Z")).isEqualTo(IcsReader.Why.NO_TIME);
        assertThat(why("DTSTART:20261201T250000Z")).isEqualTo(IcsReader.Why.NO_TIME);
        assertThat(why("DTSTART:20261201T180000Z", "DTEND:20261201T170000Z")).isEqualTo(IcsReader.Why.NO_SPAN);
        assertThat(why("DTSTART:20261201T180000Z", "DTEND:20271201T170000Z")).isEqualTo(IcsReader.Why.NO_SPAN);
        assertThat(why("DTSTART:20261201T180000Z", "DURATION:P99999999999999D")).isEqualTo(IcsReader.Why.NO_SPAN);
        assertThat(why("DTSTART:20261201T180000Z", "RRULE:FREQ=SECONDLY")).isEqualTo(IcsReader.Why.RULE);
        assertThat(why("DTSTART:20261201T180000Z", "STATUS:CANCELLED")).isEqualTo(IcsReader.Why.CANCELLED);
        assertThat(why("DTSTART:20200101T180000Z")).isEqualTo(IcsReader.Why.OVER);
        assertThat(why("DTSTART:20200101T180000Z", "RRULE:FREQ=DAILY;COUNT=5")).isEqualTo(IcsReader.Why.OVER);
        String one = "BEGIN:VEVENT\nDTSTART:20261201T180000Z\nEND:VEVENT\n";
        IcsReader.Read many = read("BEGIN:VCALENDAR\n" + one.repeat(IcsReader.MOST_EVENTS + 3) + "END:VCALENDAR");
        assertThat(many.taken()).hasSize(IcsReader.MOST_EVENTS);
        assertThat(many.skipped()).extracting(IcsReader.Skipped::why).containsExactly(IcsReader.Why.TOO_MANY, IcsReader.Why.TOO_MANY, IcsReader.Why.TOO_MANY);
    }

    private static IcsReader.Why why(String... lines) {
        return event(lines).skipped().getFirst().why();
    }

    @Test
    void noFileMakesItThrowOrLoseTime() {
        String good = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Choir\\, twice\r\nDTSTART;TZID=Europe/Paris:20261201T180000\r\nDURATION:PT2H\r\n"
                + "RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231T000000Z\r\nEXDATE:20261225T180000\r\nRDATE:20261226T180000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        Random random = new Random(9);
        String letters = "BEGIN:VEVENT;=,\"\\\r\n \t0123456789TZPWDHMS-+é😀";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int k = 1 + random.nextInt(6); k > 0; k--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            IcsReader.Read read = read(text.toString());
            read.taken().forEach(event -> event.times().between(NOW, NOW + 400 * 86_400L));
        }
        for (String bomb : List.of("BEGIN:VEVENT\n".repeat(50_000), "BEGIN:VCALENDAR\n" + " x".repeat(900_000), "BEGIN:VCALENDAR\n" + "\n ".repeat(600_000),
                "x".repeat(3_000_000),
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201T180000Z\n" + "RDATE:20270101T180000Z\n".repeat(60_000) + "END:VEVENT\n", "", "\u0000",
                "BEGIN:VCALENDAR")) {
            assertThat(read(bomb).taken().size()).isLessThan(2);
        }
    }
}
