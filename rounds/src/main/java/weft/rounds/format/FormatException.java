package weft.rounds.format;

/** A text that is not what it says it is; the message is one sentence that names the row and what to do. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int row;

    FormatException(int row, String message) {
        super("row " + row + ": " + message);
        this.row = row;
    }

    /** The row in the text, counted from 1. */
    public int row() {
        return row;
    }
}
