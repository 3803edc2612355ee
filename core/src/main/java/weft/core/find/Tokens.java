package weft.core.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes a text apart into the terms under which it is found: words without the endings that make them plural, and for
 * scripts without blanks every two neighbouring letters ({@code spec/find.md}, "Terms").
 */
public final class Tokens {
    /** The most letters of a term; what is longer is cut. */
    public static final int LONGEST = 32;

    private Tokens() {}

    /**
     * A word that is looked for.
     *
     * @param term to be found as it is
     * @param prefix whether what begins with {@code typed} is meant too, because it is still being typed
     * @param typed the folded letters as they were typed
     */
    public record Wanted(String term, boolean prefix, String typed) {}

    /** The terms of a text, each once, in the order in which they first stand there; words that say nothing by themselves are left out. */
    public static List<String> of(String text) {
        Set<String> out = new LinkedHashSet<>();
        each(Folding.fold(text), (run, packed, end) -> {
            if (!packed) {
                if (!Vocabulary.saysNothing(run)) {
                    out.add(stem(run));
                }
                return;
            }
            int[] letters = run.codePoints().toArray();
            for (int i = 0; i < letters.length; i++) {
                out.add(new String(letters, i, Math.min(2, letters.length - i)));
            }
        });
        return List.copyOf(out);
    }

    /**
     * What a person looks for: all of these must be found.
     *
     * @param typing whether the last word may still go on
     */
    public static List<Wanted> wanted(String words, boolean typing) {
        String folded = Folding.fold(words);
        List<Wanted> all = new ArrayList<>();
        List<Wanted> empty = new ArrayList<>();
        each(folded, (run, packed, end) -> {
            if (packed) {
                pairs(run, all);
                return;
            }
            // A word that is still being typed is not yet one that says nothing: "the" may become "theatre".
            boolean last = typing && end == folded.length();
            (Vocabulary.saysNothing(run) && !last ? empty : all).add(new Wanted(stem(run), last, cut(run)));
        });
        if (all.isEmpty()) {
            empty.forEach(word -> all.add(new Wanted(word.term(), true, word.typed())));
        }
        return List.copyOf(all);
    }

    private static void pairs(String run, List<Wanted> out) {
        int[] letters = run.codePoints().toArray();
        for (int i = 0; i + 2 <= letters.length; i++) {
            String two = new String(letters, i, 2);
            out.add(new Wanted(two, false, two));
        }
        if (letters.length == 1) {
            out.add(new Wanted(run, true, run));
        }
    }

    /** Whether a text holds all that is wanted. */
    public static boolean holdAll(String text, List<Wanted> wanted) {
        List<String> terms = of(text);
        return wanted.stream().allMatch(one -> terms.contains(one.term()) || one.prefix() && terms.stream().anyMatch(term -> term.startsWith(one.typed())));
    }

    private interface Runs {
        void take(String run, boolean packed, int end);
    }

    private static void each(String folded, Runs runs) {
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (c == ' ') {
                i++;
                continue;
            }
            boolean packed = Folding.packed(c);
            int from = i;
            while (i < folded.length()) {
                c = folded.codePointAt(i);
                if (c == ' ' || Folding.packed(c) != packed) {
                    break;
                }
                i += Character.charCount(c);
            }
            runs.take(folded.substring(from, i), packed, i);
        }
    }

    private static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** A word without its plural: the final s and then e (or x after au, eu, ou) of Latin letters, the article before Arabic ones. */
    static String stem(String word) {
        String out = cut(word);
        char last = out.charAt(out.length() - 1);
        if (last >= 'a' && last <= 'z') {
            int end = out.length();
            boolean plural = last == 's' && end > 3 && out.charAt(end - 2) != 's' && out.charAt(end - 2) != 'u'
                    || last == 'x' && end > 4 && out.charAt(end - 2) == 'u';
            end -= plural ? 1 : 0;
            end -= end > 3 && out.charAt(end - 1) == 'e' ? 1 : 0;
            return out.substring(0, end);
        }
        return out.length() >= 5 && out.startsWith("ال") ? out.substring(2) : out;
    }

    /** The words of a text whose terms are among those given, as they stand there; for scripts without blanks whole runs. */
    public static List<String> asWritten(String text, Set<String> terms) {
        Set<String> out = new LinkedHashSet<>();
        int from = -1;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            String folded = Folding.fold(c);
            boolean part = !folded.isBlank();
            boolean inside = from >= 0 && folded.isEmpty();
            if (part && from < 0) {
                from = i;
            } else if (!part && !inside && from >= 0) {
                String word = text.substring(from, i);
                if (of(word).stream().anyMatch(terms::contains)) {
                    out.add(word);
                }
                from = -1;
            }
            i += i < text.length() ? Character.charCount(c) : 1;
        }
        return List.copyOf(out);
    }
}
