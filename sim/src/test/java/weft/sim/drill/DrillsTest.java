package weft.sim.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small drills hold; a fault that is planted is caught by the same drill. */
class DrillsTest {
    private record Ran(int code, String text) {}

    private static Ran run(BiFunction<List<String>, PrintStream, Integer> drill, String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = drill.apply(List.of(args), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsSeizedCannotBeRead() {
        Ran ran = run(SeizureDrill::run, "--people", "3", "--days", "8");
        assertThat(ran.code()).as(ran.text()).isZero();
        assertThat(ran.text()).contains("readable: 0 of ").contains("plain strings on disk: 0 of ").doesNotContain("readable: 0 of 0");
    }

    @Test
    void aVaultThatKeptWhatItShouldDestroyIsCaught() {
        Ran ran = run(SeizureDrill::run, "--people", "3", "--days", "8", "--fault", "keep");
        assertThat(ran.code()).as(ran.text()).isEqualTo(1);
        assertThat(ran.text()).doesNotContain("readable: 0 of ");
    }

    @Test
    void howWeftWritesLinksNobody() {
        Ran ran = run(LinkingDrill::run, "--people", "120", "--days", "60");
        assertThat(ran.code()).as(ran.text()).isZero();
    }

    @Test
    void aReusedKeyATellingClockAnHourAndLanguagesAreCaught() {
        assertThat(run(LinkingDrill::run, "--people", "24", "--days", "30", "--fault", "reuse").code()).isEqualTo(1);
        assertThat(run(LinkingDrill::run, "--people", "24", "--days", "30", "--fault", "clock").code()).isEqualTo(1);
        assertThat(run(LinkingDrill::run, "--people", "40", "--days", "60", "--fault", "hour").code()).isEqualTo(1);
        assertThat(run(LinkingDrill::run, "--people", "40", "--days", "60", "--fault", "languages").code()).isEqualTo(1);
    }

    @Test
    void nothingAddsUpToAPerson() {
        Ran ran = run(LedgerDrill::run);
        assertThat(ran.code()).as(ran.text()).isZero();
        // Accounts, practices, asks, doings, comings, things, places and askings were all there.
        assertThat(ran.text()).contains("[1111, 30023, 30402, 31923, 31925, 39338, 39339, 39340]");
        assertThat(ran.text()).as("pages and JSON were asked").containsPattern("[1-9][0-9]{2,} addresses of [5-9][0-9] shapes, [1-9][0-9]* names");
        assertThat(run(LedgerDrill::run, "--fault", "reuse").code()).isEqualTo(1);
        Ran planted = run(LedgerDrill::run, "--fault", "reuse");
        assertThat(planted.code()).isEqualTo(1);
        assertThat(planted.text()).contains("entry.pubkey", "page /");
    }

    @Test
    void othersAreHeardThroughAFlood() {
        Ran ran = run(FloodDrill::run, "--envelopes", "1500");
        assertThat(ran.code()).as(ran.text()).isZero();
    }

    @Test
    void plainStringsAreFoundInEitherWidth(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a"), ("....." + Traces.text(7) + "..").getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("b"), ("x" + Traces.text(8)).getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("c"), ("x" + Traces.text(9)).getBytes(StandardCharsets.UTF_16BE));
        assertThat(Traces.inFolder(folder)).containsExactly(7, 8, 9);
    }

    @Test
    void aWordThatIsNotUnderstoodSaysSo() {
        assertThat(Drills.run(List.of("nothing"))).isEqualTo(2);
        assertThat(Drills.run(List.of("flood", "--envelopes", "many"))).isEqualTo(2);
        assertThat(Drills.run(List.of("flood", "--nothing"))).isEqualTo(2);
    }
}
