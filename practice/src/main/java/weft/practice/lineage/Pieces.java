package weft.practice.lineage;

import java.util.ArrayList;
import java.util.List;

/** What changed inside a paragraph, word by word. */
public final class Pieces {
    /** Paragraphs with more words are shown whole, as taken out and put in. */
    private static final int WORDS = 600;

    private Pieces() {}

    /** What became of a piece of text. */
    public enum Change {
        /** It is in both. */
        KEPT,
        /** Only the old text has it. */
        OUT,
        /** Only the new text has it. */
        IN
    }

    /**
     * A run of words with the blanks behind them.
     *
     * @param change what became of it
     * @param text as it stands
     */
    public record Piece(Change change, String text) {}

    /** The pieces of two texts in order; those kept and taken out make the old text, those kept and put in the new one. */
    public static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() > WORDS || now.size() > WORDS) {
            return List.of(new Piece(Change.OUT, before), new Piece(Change.IN, after));
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Piece> out = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(out, Change.KEPT, old.get(i++));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(out, Change.OUT, old.get(i++));
            } else {
                add(out, Change.IN, now.get(j++));
            }
        }
        return out;
    }

    private static void add(List<Piece> out, Change change, String word) {
        if (!out.isEmpty() && out.getLast().change() == change) {
            out.set(out.size() - 1, new Piece(change, out.getLast().text() + word));
        } else {
            out.add(new Piece(change, word));
        }
    }

    /** Words, each with the blanks behind it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }
}
