package weft.sim.check;

import java.util.ArrayList;
import java.util.List;
import weft.primitives.Bytes;

/** A thing of a catalogue as the diary knows it, and who asked for it or said that it is with them. */
public final class Lent extends Told {
    /** One asking. Days since 1970; -1 where it is for whenever the thing is free. */
    public static final class Wish {
        final int node;
        final boolean here;
        final long from;
        final long to;
        final long written;
        boolean sure;

        Wish(int node, boolean here, long from, long to, long written) {
            this.node = node;
            this.here = here;
            this.from = from;
            this.to = to;
            this.written = written;
        }

        /** The node said that it is stored. */
        public void stored() {
            sure = true;
        }
    }

    final List<Wish> wishes = new ArrayList<>();

    Lent(String token, Bytes circle, int by, long written) {
        super(token, circle, by, written);
    }

    /** Somebody is about to ask for it, or to say that it is with them. */
    public Wish wish(int node, boolean here, long from, long to, long seconds) {
        Wish wish = new Wish(node, here, from, to, seconds);
        wishes.add(wish);
        return wish;
    }

    /** Whether somebody said nothing about it after a wish of theirs. */
    boolean isLast(Wish wish) {
        return wishes.subList(wishes.indexOf(wish) + 1, wishes.size()).stream().noneMatch(later -> later.node == wish.node);
    }
}
