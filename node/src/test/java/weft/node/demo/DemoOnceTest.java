package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.demo.Week.Row;
import weft.primitives.Bytes;

/** The main job from end to end, and that who judges its end can judge. */
class DemoOnceTest {
    @TempDir Path folder;

    @Test
    void theStoryIsToldAndNothingIsReadableAfterwards() {
        StringWriter out = new StringWriter();
        int code = new Story(folder.resolve("story"), new PrintWriter(out)).play();
        String told = out.toString();
        assertThat(code).as(told).isZero();
        assertThat(told).containsPattern("readable after forgetting: 0 of [1-9][0-9]+\n");
        Matcher before = Pattern.compile("readable before forgetting: (\\d+) of (\\d+) envelopes").matcher(told);
        assertThat(before.find()).isTrue();
        // All but what is gone once it was used (wraps of invitations, hand-overs) and names of threads that are over: nine in ten at least.
        assertThat(Integer.parseInt(before.group(1))).isGreaterThanOrEqualTo(Integer.parseInt(before.group(2)) * 9 / 10).isGreaterThan(100);
        List<String> chidi = told.lines().filter(line -> line.startsWith("     Chidi") && line.contains("the need:")).toList();
        assertThat(chidi).hasSize(4).allSatisfy(line -> assertThat(line).contains("aside: closed").contains("answers: none"));
        assertThat(told.lines().filter(line -> line.startsWith("     Bruno")).toList().get(4)).contains("41 Tollgate Passage");
    }

    @Test
    void theSheetHoldsAWeekInFourLanguages() {
        List<Row> rows = Week.rows();
        assertThat(rows).hasSize(60);
        assertThat(rows.stream().map(Row::language).distinct()).containsExactlyInAnyOrder("en", "fr", "es", "ar");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.title()).isNotBlank();
            assertThat(row.after().toDays()).isBetween(0L, 6L);
            String address = row.aside().lines().toList().get(1);
            assertThat(row.title() + row.text() + row.where()).doesNotContain(address);
        });
        assertThat(rows.stream().filter(Row::need)).hasSizeBetween(25, 35);
    }

    @Test
    void tracesAreFoundInEveryForm() throws Exception {
        String line = "3 Mill Lane, red door";
        Files.write(folder.resolve("plain"), ("xx" + line).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("wide"), line.getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("hex"), Bytes.utf8(line).hex());
        for (int before = 0; before < 3; before++) {
            Files.writeString(folder.resolve("base64-" + before), Bytes.utf8("x".repeat(before) + line + "and more").base64());
        }
        Files.writeString(folder.resolve("other"), "4 Mill Lane, red door");
        assertThat(Traces.find(folder, List.of(line))).hasSize(6).noneMatch(found -> found.startsWith("other"));
    }
}
