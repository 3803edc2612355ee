package weft.core.circle;

import java.util.List;
import weft.core.entry.Writing;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * One voice's practice as its entries make it.
 *
 * @param voice whose it is; who keeps a practice that another wrote does so with a voice of their own
 * @param name the name that the practice bears with everybody who keeps it
 * @param revision that in force: the greatest whose parts are all here
 * @param id the id of its first entry
 * @param writing with its whole text
 * @param version what tells these very words from others, 32 bytes
 * @param writtenAt Unix seconds, as coarse as entries tell it
 * @param leaves under which it was sealed, the earliest last day first
 */
public record PracticeState(Bytes voice, String name, int revision, Bytes id, Writing writing, Bytes version, long writtenAt, List<Leaf> leaves) {
    /** Keeps an unmodifiable copy. */
    public PracticeState {
        leaves = List.copyOf(leaves);
    }

    /** The day with which the words in force fade, unless somebody keeps them. */
    public Day lastDay() {
        return leaves.getLast().day();
    }

    /**
     * How a practice went for somebody.
     *
     * @param voice who tells it, in nothing else
     * @param id the id of the entry in force
     * @param revision that in force
     * @param text empty where it was taken back
     * @param writtenAt Unix seconds, coarse
     * @param leaf under which it was sealed
     */
    public record Account(Bytes voice, Bytes id, int revision, String text, long writtenAt, Leaf leaf) {}
}
