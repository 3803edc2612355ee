package weft.primitives;

/**
 * Bytes that are wiped when they are no longer needed: keys, seeds, passphrases. An implementation of
 * {@link Primitives} makes them, so that a computer can keep them outside the garbage-collected heap. There is no
 * {@code equals}, no {@code hashCode} and nothing of the content in {@link #toString()}.
 */
public abstract class Secret implements AutoCloseable {
    /** For implementations of {@link Primitives} only. */
    protected Secret() {}

    /** How many bytes there are; stays known after destruction. */
    public abstract int size();

    /** Whether the bytes have been wiped. */
    public abstract boolean destroyed();

    /**
     * Copies the bytes out. Who calls this wipes the copy.
     *
     * @throws IllegalStateException once destroyed
     */
    public abstract void copyTo(byte[] target, int at);

    /** A copy that lives on its own and is destroyed on its own. */
    public abstract Secret copy();

    /** Wipes the bytes. Doing it again changes nothing. */
    public abstract void destroy();

    @Override
    public final void close() {
        destroy();
    }

    @Override
    public final String toString() {
        return destroyed() ? "Secret(destroyed)" : "Secret(" + size() + " bytes)";
    }
}
