package weft.sim.world;

/** One number that stands for all that happened, in order: two runs of one seed have the same. */
public final class Trace {
    private long sum = 0x9e3779b97f4a7c15L;

    void add(long what) {
        sum = Long.rotateLeft(sum ^ what, 23) * 0xbf58476d1ce4e5b9L + 0x94d049bb133111ebL;
    }

    /** The number, in hex. */
    public String text() {
        return Long.toHexString(sum);
    }
}
