package weft.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weft.core.key.Vectors;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Opening hours by their vectors (which module browser runs in Node too), and what they do not tell. */
class OpeningHoursTest {
    @Test
    void everyReasonHasAVector() {
        Set<HoursFault> seen = EnumSet.noneOf(HoursFault.class);
        for (Json.Obj vector : Vectors.all("hours/reject")) {
            Checked<OpeningHours> read = OpeningHours.read(vector.text("text").orElseThrow());
            assertThat(read).as(vector.write()).isInstanceOf(Checked.Bad.class);
            HoursFault fault = (HoursFault) ((Checked.Bad<OpeningHours>) read).fault();
            assertThat(fault.code()).as(vector.write()).isEqualTo(vector.text("reason").orElseThrow());
            seen.add(fault);
        }
        assertThat(seen).containsExactlyInAnyOrder(HoursFault.values());
    }

    @Test
    void theOneFormReadsAsItself() {
        List<Json.Obj> accepted = Vectors.all("hours/accept");
        assertThat(accepted).hasSizeGreaterThan(15);
        for (Json.Obj vector : accepted) {
            OpeningHours hours = OpeningHours.read(vector.text("text").orElseThrow()).orThrow();
            assertThat(hours.text()).isEqualTo(vector.text("reads").orElseThrow());
            assertThat(OpeningHours.read(hours.text())).isEqualTo(Checked.good(hours));
        }
    }

    @Test
    void openIsUntilTheLastMinuteAndOverMidnight() {
        OpeningHours hours = OpeningHours.read("Fr 22:00-02:00; Sa 10:00-12:00").orThrow();
        assertThat(hours.openAt(LocalDateTime.of(2026, 11, 27, 21, 59))).isFalse();
        assertThat(hours.openAt(LocalDateTime.of(2026, 11, 27, 22, 0))).isTrue();
        assertThat(hours.openAt(LocalDateTime.of(2026, 11, 28, 1, 59))).isTrue();
        assertThat(hours.openAt(LocalDateTime.of(2026, 11, 28, 2, 0))).isFalse();
        assertThat(hours.openAt(LocalDateTime.of(2026, 11, 28, 11, 59))).isTrue();
        assertThat(hours.openAt(LocalDateTime.of(2026, 11, 28, 12, 0))).isFalse();
        assertThat(OpeningHours.read("24/7").orThrow().openAt(LocalDateTime.of(2026, 11, 28, 3, 0))).isTrue();
        assertThat(OpeningHours.read("Su,PH 09:00-12:00").orThrow().namesHolidays()).isTrue();
    }

    @Test
    void noTextMakesItThrow() {
        java.util.Random random = new java.util.Random(5);
        String letters = "MoTuSaPHJanDec0123456789:-,;[]. of/";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            if (OpeningHours.read(text.toString()) instanceof Checked.Good<OpeningHours>(OpeningHours hours)) {
                assertThat(OpeningHours.read(hours.text())).as(text.toString()).isEqualTo(Checked.good(hours));
            }
        }
    }
}
