package weft.sim.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;

/** One thread as the diary knows it. "Wanted" is what a person tried, "sure" what their node said is done and durable. */
public final class Said extends Told {
    /** Words in a thread that not everybody may read. */
    public static final class Words {
        final String token;
        final int by;
        /** Unix seconds on the writer's clock, 0 where nobody asks. */
        final long written;
        boolean sure;

        Words(String token, int by, long written) {
            this.token = token;
            this.by = by;
            this.written = written;
        }

        /** The words themselves. */
        public String token() {
            return token;
        }

        /** The node said that they are stored. */
        public void stored() {
            sure = true;
        }
    }

    final long firstLast;
    /** Days since 1970, the least and the greatest that the thread may have as its last by now. */
    long leastLast;
    long greatestLast;
    /** What it was carried over from, where it was. */
    @Nullable Said over;
    boolean closeWanted;
    /** Unix seconds on the writer's clock, 0 where it was not closed for sure. */
    long closed;
    /** The same in the world's time. */
    long closedReally;
    final Map<Integer, Words> answers = new LinkedHashMap<>();
    final Set<Integer> letInWanted = new LinkedHashSet<>();
    final Set<Integer> letIn = new LinkedHashSet<>();
    final List<Words> aside = new ArrayList<>();

    /** What tells it from all others in all circles. */
    String key() {
        return token + "@" + circle.hex().substring(0, 8);
    }

    Said(String token, Bytes circle, int by, long written, long lastDay) {
        super(token, circle, by, written);
        this.firstLast = lastDay;
        this.leastLast = lastDay;
        this.greatestLast = lastDay;
    }

    /** Somebody answers. */
    public Words answer(int node) {
        Words words = new Words("answer-" + token + "-" + node, node, 0);
        answers.put(node, words);
        return words;
    }

    /** Somebody says something in the aside. */
    public Words sayAside(int node) {
        Words words = new Words("aside-" + token + "-" + node + "-" + aside.size(), node, 0);
        aside.add(words);
        return words;
    }

    /** Who answered is about to be let in. */
    public void letInWanted(int node) {
        letInWanted.add(node);
    }

    /** Who answered is let in for sure. */
    public void letIn(int node) {
        letIn.add(node);
    }

    /** Its end is about to be said. */
    public void closeWanted() {
        closeWanted = true;
    }

    /** Its end is said, at Unix seconds on the writer's clock and in the world's time. */
    public void closed(long seconds, long really) {
        closed = seconds;
        closedReally = really;
    }

    /** A later last day is about to be said; days since 1970. */
    public void extendWanted(long day) {
        greatestLast = Math.max(greatestLast, day);
    }

    /** A later last day is said. */
    public void extended(long day) {
        leastLast = Math.max(leastLast, day);
    }

    boolean moved() {
        return greatestLast != firstLast;
    }

    /** Whether somebody may be in the aside: let in here, or by words that were carried over. */
    boolean mayHaveLetIn(int node) {
        return letInWanted.contains(node);
    }

    /** Whether somebody may have been about to close it, here or where it was carried from. */
    boolean mayBeClosed() {
        return closeWanted || over != null && over.mayBeClosed();
    }

    /** Unix seconds of the beginning of the day from which nothing of it may be read, with a grace of so many days. */
    long over(int grace) {
        return (greatestLast + grace + 1) * 86_400L;
    }
}
