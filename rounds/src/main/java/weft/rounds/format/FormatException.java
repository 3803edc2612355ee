package weft.rounds.format;

import java.util.Optional;

/** A text that is not what it says it is; the message is one sentence that names the row and what to do. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 2;
    private final int row;
    private final transient Optional<Slip> slip;

    FormatException(int row, String message) {
        super("row " + row + ": " + message);
        this.row = row;
        slip = Optional.empty();
    }

    FormatException(int row, Slip slip) {
        super("row " + row + ": " + slip.text());
        this.row = row;
        this.slip = Optional.of(slip);
    }

    /** The row in the text, counted from 1. */
    public int row() {
        return row;
    }

    /** What is wrong, where it is something that pages can say in other languages. */
    Optional<Slip> slip() {
        return slip;
    }
}
