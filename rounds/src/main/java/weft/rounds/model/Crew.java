package weft.rounds.model;

import java.util.List;

/** Who runs pieces of work: a port, because the planner has no threads of its own. */
public interface Crew {
    /** Everything in turn, on the caller's thread. */
    Crew ALONE = work -> work.forEach(Runnable::run);

    /** Runs all of them, in any order and at the same time if it likes; returns when all are done. */
    void all(List<Runnable> work);
}
