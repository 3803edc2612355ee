package weft.core.find;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether what different people wrote means the same, in any language of the vocabulary ({@code spec/find.md}, "What is at hand"). */
public final class Likeness {
    private Likeness() {}

    /** Whether two name one kind of help: the same words, or words of two languages for a kind that is known. */
    public static boolean sameKind(String one, String other) {
        String kind = Vocabulary.kind(one);
        return !kind.isEmpty() && kind.equals(Vocabulary.kind(other));
    }

    /**
     * Whether something that is there may be what is wanted: of the words of the shorter text, numbers left out, at least half stand in the
     * other too.
     *
     * @param wanted as a practice names it: "two 25-litre pots"
     * @param there as people call it: "Large pots"
     */
    public static boolean atHand(String wanted, String there) {
        Set<String> one = meant(wanted);
        Set<String> other = meant(there);
        int least = Math.min(one.size(), other.size());
        one.retainAll(other);
        return !one.isEmpty() && one.size() * 2 >= least;
    }

    /** Whether a text holds all the words that somebody looks for, as the index would find it. */
    public static boolean holds(String text, String words) {
        List<Tokens.Wanted> wanted = Tokens.wanted(words, false);
        return !wanted.isEmpty() && Tokens.holdAll(text, wanted);
    }

    private static Set<String> meant(String text) {
        Set<String> out = new HashSet<>();
        for (String term : Tokens.of(text)) {
            if (!Character.isDigit(term.charAt(0))) {
                out.add(Vocabulary.meansOf(term).orElse(term));
            }
        }
        return out;
    }
}
