package weft.node.cli;

/** The end of a command that could not do what was asked: one sentence for a person, and an exit code. */
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The node refused, or no node is running. */
    public static final int REFUSED = 1;
    /** The command line was not understood. */
    public static final int USAGE = 2;
    /** The machine is not as it has to be: a port in use, a folder that can't be written, a broken vault. */
    public static final int MACHINE = 3;

    private final int code;

    /** With a sentence that says what is wrong and what to do. */
    public Stop(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }
}
