package weft.core.view;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;

/**
 * One thread as its reader may see it: an answer only by the first voice and by who wrote it, the aside only by those
 * who are in it.
 *
 * @param circle its circle
 * @param card its line on the board
 * @param answers the answers the reader may read, oldest first
 * @param aside what is said in the aside, oldest first; empty for those outside
 * @param may what the reader can do now
 */
public record ThreadView(CircleCard circle, ThreadCard card, List<AnswerView> answers, List<AsideView> aside, May may) {
    /** Keeps unmodifiable copies. */
    public ThreadView {
        answers = List.copyOf(answers);
        aside = List.copyOf(aside);
    }

    /**
     * An answer.
     *
     * @param entry the entry's id
     * @param voice who wrote it
     * @param by how the reader sees that voice
     * @param text the words
     * @param writtenAt Unix seconds, coarse
     * @param admitted whether its voice is in the aside
     * @param withdrawn whether its voice took it back ("can't after all")
     */
    public record AnswerView(Bytes entry, Bytes voice, Name by, String text, long writtenAt, boolean admitted, boolean withdrawn) {}

    /**
     * Words in the aside.
     *
     * @param entry the entry's id
     * @param by how the reader sees its voice
     * @param text the words, such as an address
     * @param writtenAt Unix seconds, coarse
     */
    public record AsideView(Bytes entry, Name by, String text, long writtenAt) {}

    /**
     * What the reader can do with the thread now.
     *
     * @param revise change the words, extend or close it: the first voice
     * @param answer answer it: everybody else, once
     * @param speakAside write in the aside: those inside
     * @param withdraw the reader's own answer, if it can be taken back
     */
    public record May(boolean revise, boolean answer, boolean speakAside, Optional<Bytes> withdraw) {}
}
