package weft.core.view;

/** What the reader sees of a voice. */
public sealed interface Name {
    /** The reader's own voice. */
    record Me() implements Name {}

    /** Somebody the reader knows, by the name the reader gave. */
    record Known(String name) implements Name {}

    /**
     * Anybody else: two words drawn from the voice key. The lists are in the pages' texts, in the reader's language.
     *
     * @param first 0..255, an index into the list of first words
     * @param second 0..255, an index into the list of second words
     */
    record Stranger(int first, int second) implements Name {}
}
