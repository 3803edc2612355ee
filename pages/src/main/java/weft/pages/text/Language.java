package weft.pages.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weft.pages.html.Html;

/** One language: all texts by key, its plurals, its way of writing dates, its words for strangers. */
public final class Language {
    /** How many first words, and second words, there are for strangers. */
    public static final int WORDS = 256;

    private final String tag;
    private final Supplier<String> later;
    private @Nullable Content content;

    /** What is in a language's file. */
    private record Content(Map<String, String> texts, Plural plural, List<String> firstWords, List<String> secondWords) {
        static Content of(String texts, String firstWords, String secondWords) {
            Map<String, String> lines = lines(new LinkedHashMap<>(), texts);
            String plural = Objects.requireNonNull(lines.get("language.plural"), "language.plural");
            return new Content(lines, Plural.valueOf(plural), List.of(firstWords.strip().split("\\s+")),
                    List.of(secondWords.strip().split("\\s+")));
        }
    }

    private Language(String tag, Supplier<String> later, @Nullable Content content) {
        this.tag = tag;
        this.later = later;
        this.content = content;
    }

    /** A language from its file: lines {@code key = text}, and two lists of words parted by white space. */
    static Language read(String tag, String texts, String firstWords, String secondWords) {
        return new Language(tag, () -> "", Content.of(texts, firstWords, secondWords));
    }

    /**
     * A language whose texts come later, on phones that fetch them once they are wanted: {@code later} gives what {@link #file}
     * gave, or an empty text as long as it is not there.
     */
    public static Language late(String tag, Supplier<String> later) {
        return new Language(tag, later, null);
    }

    /** All of it as one text, for {@link #late}: its lines, and the two lists of words, parted by form feeds. */
    public String file() {
        StringBuilder out = new StringBuilder();
        content().texts.forEach((key, text) -> out.append(key).append(" = ").append(text).append('\n'));
        return out.append('\f').append(String.join(" ", firstWords())).append('\f').append(String.join(" ", secondWords())).toString();
    }

    /** Whether its texts are here. */
    boolean ready() {
        if (content == null) {
            String[] parts = later.get().split("\f");
            if (parts.length == 3) {
                content = Content.of(parts[0], parts[1], parts[2]);
            }
        }
        return content != null;
    }

    private Content content() {
        if (!ready()) {
            throw new IllegalStateException("the texts of " + tag + " are not here yet");
        }
        return Objects.requireNonNull(content);
    }

    /** The same language with more texts, for pages that not every shell has. */
    Language with(String more) {
        Content known = content();
        Map<String, String> lines = lines(new LinkedHashMap<>(known.texts), more);
        return new Language(tag, () -> "", new Content(lines, known.plural, known.firstWords, known.secondWords));
    }

    private static Map<String, String> lines(Map<String, String> out, String texts) {
        for (String line : texts.split("\n")) {
            int equals = line.indexOf(" = ");
            if (equals > 0 && out.put(line.substring(0, equals).strip(), line.substring(equals + 3)) != null) {
                throw new IllegalStateException("twice: " + line.substring(0, equals));
            }
        }
        return out;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return Tongues.ownName(tag);
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return Tongues.direction(tag);
    }

    /** With which day a week begins. */
    public DayOfWeek firstDay() {
        return DayOfWeek.valueOf(say("language.firstDay"));
    }

    /** All keys, with the plural's form where there is one. */
    public java.util.Set<String> keys() {
        return content().texts.keySet();
    }

    List<String> firstWords() {
        return content().firstWords;
    }

    List<String> secondWords() {
        return content().secondWords;
    }

    /**
     * A text.
     *
     * @param key which
     * @param namesAndValues what stands for {@code {name}}, in turn; a name without a value stays as it is
     * @throws IllegalArgumentException for a key that the language's file does not have
     */
    public String say(String key, Object... namesAndValues) {
        String text = content().texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + tag);
        }
        return fill(text, namesAndValues);
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return content().texts.containsKey(key);
    }

    /** A text in the form that goes with a number, which stands for {@code {n}}. */
    public String count(String key, long n) {
        String form = key + '.' + content().plural.form(n);
        return say(has(form) ? form : key + ".other", "n", n);
    }

    /** A text in which pieces of a page stand for {@code {name}}. */
    public Html rich(String key, Map<String, Html> values) {
        List<Html> out = new ArrayList<>();
        parts(say(key), literal -> out.add(Html.text(literal)), name -> out.add(values.getOrDefault(name, Html.text('{' + name + '}'))));
        return Html.many(out);
    }

    private static String fill(String text, Object... namesAndValues) {
        if (namesAndValues.length == 0) {
            return text;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        StringBuilder out = new StringBuilder();
        parts(text, out::append, name -> out.append(values.getOrDefault(name, '{' + name + '}')));
        return out.toString();
    }

    /** One pass, so that a value that looks like a placeholder is not filled in turn. */
    private static void parts(String text, java.util.function.Consumer<String> literal, java.util.function.Consumer<String> placeholder) {
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int shut = text.indexOf('}', open);
            if (shut < 0) {
                break;
            }
            literal.accept(text.substring(from, open));
            placeholder.accept(text.substring(open + 1, shut));
            from = shut + 1;
        }
        literal.accept(text.substring(from));
    }

    /** Two words for a stranger, each 0..255. */
    public String stranger(int first, int second) {
        return say("name.stranger", "first", firstWords().get(first & 255), "second", secondWords().get(second & 255));
    }

    /** A date as one says it: today, tomorrow, a weekday within the week, else in full; the year where it is another. */
    public String date(LocalDate date, LocalDate today) {
        long days = date.toEpochDay() - today.toEpochDay();
        if (days >= -1 && days <= 1) {
            return say(days == 0 ? "date.today" : days < 0 ? "date.yesterday" : "date.tomorrow");
        }
        return fullDate(date, date.getYear() != today.getYear());
    }

    /** A date in full. */
    public String fullDate(LocalDate date, boolean withYear) {
        String weekday = say("date.weekdays").split("\\|")[date.getDayOfWeek().getValue() - 1];
        String month = say("date.months").split("\\|")[date.getMonthValue() - 1];
        return say(withYear ? "date.withYear" : "date.withoutYear", "weekday", weekday, "day", date.getDayOfMonth(), "month", month, "year",
                date.getYear());
    }

    /** The name of a day of the week. */
    public String weekday(DayOfWeek day) {
        return say("date.weekdays").split("\\|")[day.getValue() - 1];
    }

    /** The name of a date's month, with the year. */
    public String month(LocalDate date) {
        return say("date.month", "month", say("date.months").split("\\|")[date.getMonthValue() - 1], "year", date.getYear());
    }

    /** A time of day, in 24 hours. */
    public String time(LocalTime time) {
        return time.getHour() + (time.getMinute() < 10 ? ":0" : ":") + time.getMinute();
    }

    /** The language of a tag, by its first part. */
    static Optional<Language> find(List<Language> all, String tag) {
        String wanted = tag.strip().toLowerCase(Locale.ROOT);
        int dash = wanted.indexOf('-');
        String first = dash < 0 ? wanted : wanted.substring(0, dash);
        return all.stream().filter(language -> language.tag.equals(first)).findFirst();
    }

    /** Something of each. */
    static <T> List<T> each(List<Language> all, Function<Language, T> what) {
        return all.stream().map(what).toList();
    }
}
