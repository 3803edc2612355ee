package weft.node.shell;

/** The node is stopping; what was asked was not done. */
public final class ShellClosed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a cause: the person stopped the program. */
    public ShellClosed() {
        super("The node is stopping. Start it again, then try once more.");
    }
}
