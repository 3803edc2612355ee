package weft.pages;

/** The most characters (code points) of each field; those of {@code spec/entry.md}. */
final class Bounds {
    static final int TITLE = 200;
    static final int TEXT = 10_000;
    static final int KIND = 60;
    static final int PLACE = 200;
    static final int LANGUAGES = 10;

    private Bounds() {}
}
