package weft.practice;

import org.commonmark.node.CustomNode;

/** A box to tick, at the beginning of an item. */
final class Tick extends CustomNode {
    private final boolean done;

    Tick(boolean done) {
        this.done = done;
    }

    boolean done() {
        return done;
    }
}
