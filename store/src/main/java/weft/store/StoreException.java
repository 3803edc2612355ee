package weft.store;

/** A store could not do what was asked; the message is a sentence for a person. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is the matter. */
    public enum Code {
        /** The disk or the quota is full; nothing of the batch was kept. */
        DISK_FULL,
        /** The file or its folder can't be written. */
        READ_ONLY,
        /** The file is not what this program wrote. */
        DAMAGED,
        /** Another process holds the file or the folder. */
        BUSY,
        /** The file was written by a newer version of the program. */
        TOO_NEW,
        /** The file or the folder can't be reached. */
        UNREACHABLE
    }

    private final Code code;

    /** With a sentence that says what is wrong and what to do. */
    public StoreException(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /** With a sentence that says what is wrong and what to do. */
    public StoreException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** What is the matter. */
    public Code code() {
        return code;
    }
}
