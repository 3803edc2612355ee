package weft.press;

import java.util.Locale;

/** A practice that can't be printed as wished; the message is one sentence for a person. */
public final class PrintStop extends Exception {
    private static final long serialVersionUID = 1;

    /** Why not; each has a text in every language of the pages. */
    public enum Reason {
        /** A script that can't be set on this machine. */
        SCRIPT,
        /** No font has all letters; the detail names the files that are missing. */
        FONT,
        /** Too long for one sheet. */
        LEAFLET,
        /** The link is too long for a code. */
        LINK;

        /** The stable name in texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final String detail;
    private final String sentence;

    /**
     * With a sentence that says what is wrong and what to do.
     *
     * @param detail the names that a sentence in another language needs too, or empty
     */
    public PrintStop(Reason reason, String detail, String sentence) {
        super(sentence);
        this.reason = reason;
        this.detail = detail;
        this.sentence = sentence;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }

    /** The names that the sentence bears, or empty. */
    public String detail() {
        return detail;
    }

    /** What is wrong and what to do, in English. */
    public String sentence() {
        return sentence;
    }
}
