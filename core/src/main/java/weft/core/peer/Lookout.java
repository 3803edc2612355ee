package weft.core.peer;

/** When something is to be looked at again: at a moment that is known, or soon after a step that may have changed it. */
final class Lookout {
    private long next;
    private boolean soon;

    /** Something may have changed; what this step says is known at the next. */
    void lookSoon() {
        soon = true;
    }

    /** When to look again, Unix seconds. */
    long next() {
        return next;
    }

    /** Whether it is time to look. */
    boolean isDue(PeerState state, Step step) {
        if (soon) {
            soon = false;
            next = step.now + 1;
        }
        return state.ready && !state.jumped && step.now >= next;
    }

    /** It was looked at, and the next time is known. */
    void looked(long again) {
        next = again;
    }
}
