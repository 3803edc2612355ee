package weft.sim.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weft.primitives.Bytes;

/** A practice of one shelf as the diary knows it: who keeps it, and how it went for whom. */
public final class Howto extends Told {
    /** Kept for sure and by nobody's wish no more. */
    final Set<Integer> keepers = new LinkedHashSet<>();
    final List<Said.Words> accounts = new ArrayList<>();

    Howto(String token, Bytes circle, int by, long written) {
        super(token, circle, by, written);
    }

    /** The node said that it is stored; whoever writes it keeps it. */
    @Override
    public void stored() {
        super.stored();
        keepers.add(by);
    }

    /** Somebody keeps it for sure. */
    public void keeps(int node) {
        keepers.add(node);
    }

    /** Somebody is about to keep it no more. */
    public void keepsNoMore(int node) {
        keepers.remove(node);
    }

    /** Somebody is about to tell how it went. */
    public Said.Words tells(int node, long seconds) {
        Said.Words words = new Said.Words("went-" + token + "-" + node + "-" + accounts.size(), node, seconds);
        accounts.add(words);
        return words;
    }
}
