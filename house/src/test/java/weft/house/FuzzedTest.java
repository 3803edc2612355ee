package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reads text or bytes from outside is fuzzed, or read only by what is, or says here why not. Endpoints have a test of their own ({@code HttpCorpusTest}). */
class FuzzedTest {
    private static final Path ROOT = Path.of(System.getProperty("weft.root"));
    private static final List<String> MODULES =
            List.of("wire", "core", "pages", "practice", "press", "rounds", "relay", "node", "store", "roads");
    private static final Pattern READS = Pattern.compile("(?m)^ *(?:public )?static (?:Checked<.*>|Optional<Checked<.*>>) [a-zA-Z]+\\(|throws FormatException");
    /** These read too, and answer in another way. */
    private static final Set<String> OTHERS = Set.of("IcsReader", "DayTable", "Clean", "Request", "SecretForm", "Multipart", "UploadForm", "Folder", "Negentropy",
            "BundleReader");
    /** Not named by a fuzz test, and why that is well. */
    private static final Map<String, String> THROUGH = new TreeMap<>(Map.ofEntries(Map.entry("EventReader", "Event"), Map.entry("TreeForm", "ForgettingTree"),
            Map.entry("Directory", "Atlas"), Map.entry("AtlasHead", "Atlas"), Map.entry("VaultContent", "Peer"), Map.entry("SecretReader", "Peer"),
            Map.entry("DoingRules", "EntryReader"), Map.entry("ThingRules", "EntryReader"), Map.entry("AskRules", "EntryReader"),
            Map.entry("HoursReader", "OpeningHours"), Map.entry("Archive", "Books"), Map.entry("BookReader", "Books"), Map.entry("OtherHeads", "PracticeReader"),
            Map.entry("MapSetting", "Atlas"), Map.entry("Table", "DayTable"), Map.entry("JsonReader", "Json"),
            Map.entry("SyncReader", "Negentropy")));
    private static final Map<String, String> NOT = Map.of(
            "Solve", "a command, which asks the readers of tables and instances",
            "Fitting", "compares two things that are held already",
            "UsedMark", "looks at the five fields of an event, which Event.read has read");

    private static Set<String> readers() throws IOException {
        Set<String> readers = new TreeSet<>(OTHERS);
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    if (name.endsWith("Reader") || READS.matcher(Files.readString(file)).find()) {
                        readers.add(name);
                    }
                }
            }
        }
        return readers;
    }

    private static String fuzzTests() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("sim", "node")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("FuzzTest.java")).toList()) {
                    all.append(Files.readString(file).replaceAll("(?m)^(import|package) .*$", ""));
                }
            }
        }
        return all.toString();
    }

    @Test
    void everyReaderIsFuzzed() throws IOException {
        Set<String> readers = readers();
        assertThat(readers).hasSizeGreaterThan(30);
        String tests = fuzzTests();
        Set<String> missing = new TreeSet<>();
        for (String reader : readers) {
            String named = THROUGH.getOrDefault(reader, reader);
            if (!NOT.containsKey(reader) && !tests.matches("(?s).*\\b" + named + "(\\.|\\().*")) {
                missing.add(reader);
            }
        }
        assertThat(missing).as("read from outside, and no *FuzzTest calls them: add a method with a corpus, or say here why not").isEmpty();
        assertThat(readers).as("named here, and there no more").containsAll(THROUGH.keySet()).containsAll(NOT.keySet());
    }
}
