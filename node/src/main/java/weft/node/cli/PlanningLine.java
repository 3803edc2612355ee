package weft.node.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import weft.rounds.model.Progress;

/** One line on a terminal that says how far the planning is, written over at most five times a second; silent where nobody looks. */
final class PlanningLine implements Consumer<Progress>, AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000;
    private final PrintWriter out;
    private final boolean shown;
    private long last;

    PlanningLine(PrintWriter out, boolean shown) {
        this.out = out;
        this.shown = shown;
        this.last = System.nanoTime();
    }

    /** Whether somebody may be looking: a terminal, and no wish for JSON. */
    static boolean wanted(boolean json) {
        return !json && System.console() != null && System.console().isTerminal();
    }

    @Override
    public void accept(Progress progress) {
        if (!shown || System.nanoTime() - last < EVERY_NANOS) {
            return;
        }
        last = System.nanoTime();
        out.print("\r\033[KPlanning: " + Math.min(100, Math.round(100 * progress.share())) + " %, " + progress.rounds() + " rounds"
                + (progress.left() > 0 ? ", " + progress.left() + " left over" : ""));
        out.flush();
    }

    @Override
    public void close() {
        if (shown) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
