package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/threat-model.md names what shows each claim, and what it names exists. */
class ClaimsTest {
    private static final Path PAGE = Path.of("docs/threat-model.md");
    private static final Pattern SHOWN = Pattern.compile("`(\\w+Test|\\w+Drill|\\./weft drill (\\w+))`");

    private static Set<String> sources() {
        try (Stream<Path> files = Files.walk(House.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java") && file.toString().contains("/src/"))
                    .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTestAndDrillThatIsNamedExists() {
        Set<String> sources = sources();
        String drills = House.text(Path.of("sim/src/main/java/weft/sim/drill/Drills.java"));
        Matcher shown = SHOWN.matcher(House.text(PAGE));
        int found = 0;
        while (shown.find()) {
            found++;
            if (shown.group(2) != null) {
                assertThat(drills).as("%s names the drill %s", PAGE, shown.group(2)).contains("case \"" + shown.group(2) + "\"");
            } else {
                assertThat(sources).as("%s names %s", PAGE, shown.group(1)).contains(shown.group(1));
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void everyClaimNamesWhatShowsIt() {
        List<String> claims = House.text(PAGE).lines().filter(line -> line.startsWith("| can't |")).toList();
        assertThat(claims).hasSizeGreaterThan(15)
                .allSatisfy(claim -> assertThat(SHOWN.matcher(claim).find()).as("name the test or drill that shows: %s", claim).isTrue());
    }
}
