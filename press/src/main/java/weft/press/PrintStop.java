package weft.press;

/** A practice that can't be printed as wished; the message is one sentence for a person. */
public final class PrintStop extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    /** With a sentence that says what is wrong and what to do. */
    public PrintStop(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return sentence;
    }
}
