package weft.press;

/** Told how far printing has come. */
@FunctionalInterface
public interface Progress {
    /** What is being done. */
    enum Stage {
        /** Breaking text into lines and pages. */
        LAYOUT,
        /** Writing pages. */
        PAGES,
        /** Putting pages on sheets. */
        SHEETS
    }

    /** So many done; {@code of} is 0 while nobody knows how many there will be. */
    void at(Stage stage, int done, int of);
}
