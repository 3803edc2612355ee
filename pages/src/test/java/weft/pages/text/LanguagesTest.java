package weft.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts are complete, used, and nowhere but in their files. */
class LanguagesTest {
    private static final Path SOURCE = Path.of(System.getProperty("weft.root", ".."), "pages/src/main/java/weft/pages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many", "other");

    private static String base(String key) {
        int dot = key.lastIndexOf('.');
        return dot > 0 && FORMS.contains(key.substring(dot + 1)) ? key.substring(0, dot) : key;
    }

    private static Set<String> bases(Language language) {
        return language.keys().stream().map(key -> counted(language, key) ? base(key) : key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a key is a form of a plural: then its "one" is there beside it. */
    private static boolean counted(Language language, String key) {
        return !base(key).equals(key) && language.has(base(key) + ".one");
    }

    @Test
    void everyLanguageHasTheSameTexts() {
        for (Language language : RoundWords.all()) {
            assertThat(bases(language)).as(language.tag()).isEqualTo(bases(RoundWords.all().getFirst()));
            assertThat(language.keys()).allSatisfy(key -> assertThat(language.say(key)).as(key).isNotBlank());
        }
    }

    @Test
    void placeholdersAreTheSameInEveryLanguage() {
        Language english = RoundWords.all().getFirst();
        for (Language language : RoundWords.all()) {
            for (String key : language.keys()) {
                String original = counted(language, key) ? base(key) + ".other" : key;
                Set<String> wanted = placeholders(english.say(original));
                Set<String> there = placeholders(language.say(key));
                if (counted(language, key)) {
                    there.add("n");
                    wanted.add("n");
                }
                if (!key.startsWith("date.with")) {
                    assertThat(there).as(key + " in " + language.tag()).isEqualTo(wanted);
                }
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> out = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            out.add(matcher.group(1));
        }
        return out;
    }

    @Test
    void everyPluralHasTheFormsThatItsLanguageNeeds() {
        for (Language language : RoundWords.all()) {
            Plural plural = Plural.valueOf(language.say("language.plural"));
            Set<String> needed = new HashSet<>();
            for (long n = 0; n <= 1000; n++) {
                needed.add(plural.form(n));
            }
            for (String key : bases(language)) {
                if (language.has(key + ".one")) {
                    assertThat(needed).as(key + " in " + language.tag()).allSatisfy(form -> assertThat(language.has(key + '.' + form)).as(form).isTrue());
                }
            }
        }
    }

    @Test
    void pluralsFollowCldr() {
        assertThat(forms(Plural.ONE_OTHER, 0, 1, 2, 11)).containsExactly("other", "one", "other", "other");
        assertThat(forms(Plural.FRENCH, 0, 1, 2, 1_000_000, 1_000_001)).containsExactly("one", "one", "other", "many", "other");
        assertThat(forms(Plural.SPANISH, 0, 1, 2, 2_000_000)).containsExactly("other", "one", "other", "many");
        assertThat(forms(Plural.ARABIC, 0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111)).containsExactly("zero", "one", "two", "few", "few", "many", "many",
                "other", "other", "other", "few", "many");
    }

    private static List<String> forms(Plural plural, long... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(plural::form).toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.getParent().endsWith("text") && !file.getParent().endsWith("asset"))
                    .toList();
        }
    }

    @Test
    void noTextIsUnused() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path file : pages()) {
            code.append(Files.readString(file));
        }
        code.append(Files.readString(SOURCE.resolve("text/Language.java")));
        // Keys made of a prefix and a code: the prefix stands in the source with a dot at its end.
        List<String> prefixes = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z-]+)*\\.)\"").matcher(code);
        while (matcher.find()) {
            prefixes.add(matcher.group(1));
        }
        Language english = RoundWords.all().getFirst();
        List<String> unused = bases(english).stream()
                .filter(key -> code.indexOf('"' + key + '"') < 0)
                .filter(key -> prefixes.stream().noneMatch(prefix -> key.startsWith(prefix) && !prefix.equals("fault.")))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void noTextIsHardCoded() throws IOException {
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
        List<String> found = new ArrayList<>();
        for (Path file : pages()) {
            for (String line : Files.readAllLines(file)) {
                boolean code = !line.strip().startsWith("*") && !line.strip().startsWith("/") && !line.contains("Exception(");
                Matcher matcher = literal.matcher(line);
                while (code && matcher.find()) {
                    // A sentence or a capitalised word would be a text; header names and media types are not shown.
                    boolean words = matcher.group(1).matches(".*[a-z]{2,} [a-z]{2,}.*") && !matcher.group(1).startsWith("<!doctype")
                            && !file.endsWith("Response.java");
                    if (words && !matcher.group(1).matches("[a-z -]+") || matcher.group(1).matches("[A-Z][a-z]+ .*")) {
                        found.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyLanguageFileIsRegistered() throws IOException {
        try (Stream<Path> files = Files.list(SOURCE.resolve("text"))) {
            long written = files.filter(file -> {
                try {
                    return Files.readString(file).contains("return Language.read(");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).count();
            assertThat((long) Languages.all().size()).as("a language file is missing from Languages.ALL").isEqualTo(written);
        }
    }

    @Test
    void strangersHave256WordsOfEachKind() {
        for (Language language : Languages.all()) {
            assertThat(language.firstWords()).as(language.tag()).hasSize(Language.WORDS).doesNotHaveDuplicates();
            assertThat(language.secondWords()).as(language.tag()).hasSize(Language.WORDS).doesNotHaveDuplicates();
        }
    }

    @Test
    void checkWordsAre2048ToldApartByFourLetters() {
        assertThat(CheckWords.all()).hasSize(2048).isSorted();
        assertThat(CheckWords.all().stream().map(word -> word.substring(0, Math.min(4, word.length())))).doesNotHaveDuplicates();
        assertThat(CheckWords.all()).allMatch(word -> word.matches("[a-z]{3,10}"));
    }

    @Test
    void theHeaderIsUnderstood() {
        assertThat(choose("fr-BE,fr;q=0.9,en;q=0.8")).isEqualTo("fr");
        assertThat(choose("de, ar;q=0.5, es;q=0.7")).isEqualTo("es");
        assertThat(choose("es;q=0, *")).isEqualTo("en");
        assertThat(choose("AR-EG")).isEqualTo("ar");
        assertThat(choose("fr;q=NaN,es;q=x,;;;,")).isEqualTo("en");
        assertThat(Languages.choose(Optional.of("ar"), Optional.of("fr"), "es").tag()).isEqualTo("ar");
        assertThat(Languages.choose(Optional.of("xx"), Optional.of("fr"), "es").tag()).isEqualTo("fr");
    }

    private static String choose(String header) {
        return Languages.choose(Optional.empty(), Optional.empty(), header).tag();
    }

    @Test
    void datesAreSaidAsTheLanguageSaysThem() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        List<String> said = Languages.all().stream().map(language -> language.date(LocalDate.of(2027, 1, 6), today)).toList();
        assertThat(said).contains("Wednesday 6 January 2027", "mercredi 6 janvier 2027", "miércoles, 6 de enero de 2027", "الأربعاء 6 يناير 2027");
        assertThat(Languages.all().getFirst().date(today.plusDays(1), today)).isEqualTo("tomorrow");
    }
}
