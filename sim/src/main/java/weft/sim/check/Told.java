package weft.sim.check;

import weft.primitives.Bytes;

/** What the diary knows of anything that somebody wrote into a circle: a word that nothing else bears, where, who and when. */
public abstract sealed class Told permits Said, Gathering, Lent, Howto {
    final String token;
    final Bytes circle;
    final int by;
    /** Unix seconds on the writer's clock. */
    final long written;
    boolean sure;

    Told(String token, Bytes circle, int by, long written) {
        this.token = token;
        this.circle = circle;
        this.by = by;
        this.written = written;
    }

    /** The word by which it is known. */
    public final String token() {
        return token;
    }

    /** The node said that it is stored. */
    public void stored() {
        sure = true;
    }
}
