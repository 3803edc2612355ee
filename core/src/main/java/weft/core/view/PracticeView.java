package weft.core.view;

import java.util.List;
import weft.primitives.Bytes;

/**
 * A practice, and how it went for people.
 *
 * @param circle its circle
 * @param card the practice
 * @param accounts newest first
 */
public record PracticeView(CircleCard circle, PracticeCard card, List<Account> accounts) {
    /** Keeps an unmodifiable copy. */
    public PracticeView {
        accounts = List.copyOf(accounts);
    }

    /**
     * How it went for somebody.
     *
     * @param voice who tells it, here and nowhere else
     * @param by how the reader sees that voice
     * @param text the words
     * @param writtenAt Unix seconds, coarse
     * @param mine whether the reader wrote it, so that they can take it back
     */
    public record Account(Bytes voice, Name by, String text, long writtenAt, boolean mine) {}
}
