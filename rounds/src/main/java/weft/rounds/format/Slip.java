package weft.rounds.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import weft.rounds.model.Note;

/**
 * What is wrong with a row of a table: a stable code and the words that go into its sentence, so that pages can say it in any language.
 *
 * @param code one of those in {@code spec/rounds.md}
 * @param words by the names used in the sentence
 */
public record Slip(String code, Map<String, String> words) {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("empty-table", "the table is empty: start from the example"),
            Map.entry("too-many-rows", "a table can have at most {most} rows, this one has {rows}"),
            Map.entry("too-many-stops", "a day can have at most {most} stops, these are {stops} (what goes from one place to another counts twice): "
                    + "plan it in parts"),
            Map.entry("one-column", "all is in one column: between the cells there has to be a comma, a semicolon or a tab"),
            Map.entry("column-missing", "the column \"{column}\" is missing; there are: {columns}"),
            Map.entry("column-unknown", "the column \"{column}\" is not known; amounts are columns such as \"amount crates\""),
            Map.entry("too-many-cells", "the row has {cells} cells, the first row names {columns} columns: is a comma, such as a decimal one, in a cell "
                    + "without quotes around it?"),
            Map.entry("open-quote", "a quote is opened here and never closed: close it, or take it out"),
            Map.entry("name-missing", "the name is missing"),
            Map.entry("no-spot", "{name} has no latitude or no longitude: without them nobody can be sent there"),
            Map.entry("not-on-earth", "{name} is not on earth: the latitude is from -90 to 90, the longitude from -180 to 180"),
            Map.entry("in-the-sea", "{name} is in the sea off Africa, at 0, 0: the place was not found when the table was made"),
            Map.entry("far-away", "{name} is {km} km from the other stops: are latitude and longitude swapped, or is a sign missing?"),
            Map.entry("same-place", "two places are called {name}: give one of them another name"),
            Map.entry("same-stop", "two rows are called {name}: give one of them another name"),
            Map.entry("same-driver", "two drivers are called {name}: give one of them another name"),
            Map.entry("kind", "kind has to be bring, fetch or place, not \"{cell}\""),
            Map.entry("no-place", "there is no place called \"{place}\": add a row of the kind place"),
            Map.entry("no-depot", "{column}: there is no place called \"{place}\" in the table of stops"),
            Map.entry("no-such-driver", "it is locked to \"{driver}\", who is not in the table of drivers"),
            Map.entry("no-way", "there is no way by {means} from {from} to {to}: is one of them in the water, or missing from the distances?"),
            Map.entry("means", "means has to be bike, car or foot, not \"{cell}\""),
            Map.entry("speed", "kmh has to be from 1 to 130, not {cell}"),
            Map.entry("not-a-number", "{column} has to be a number such as 3.5 or 3,5, not \"{cell}\""),
            Map.entry("below-nought", "{column} has to be 0 or more, not \"{cell}\""),
            Map.entry("not-a-time", "{column} has to be a time such as 9:30, not \"{cell}\""),
            Map.entry("not-yes-or-no", "{column} has to be yes or no, not \"{cell}\""),
            Map.entry("window", "the window ends before it starts: from {from} until {until}"));

    /** Copies the words. */
    public Slip {
        words = Map.copyOf(words);
        if (!ENGLISH.containsKey(code)) {
            throw new IllegalArgumentException("there is no slip " + code);
        }
    }

    /** A slip with its words given as name, value, name, value. */
    static Slip of(String code, String... namesAndValues) {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            words.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Slip(code, words);
    }

    /** Every code there is. */
    public static Set<String> codes() {
        return ENGLISH.keySet();
    }

    /** The sentence in English. */
    public String text() {
        return Note.filled(Objects.requireNonNull(ENGLISH.get(code)), words);
    }
}
