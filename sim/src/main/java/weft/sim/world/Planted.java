package weft.sim.world;

/**
 * Faults planted on purpose, at the edges of the machines, to see that the checkers find them. None is on unless a test says so.
 */
public enum Planted {
    /** A node's vault is never really synced. */
    SKIPS_SYNC,
    /** A node's store forgets what it said was durable when the process ends. */
    LOSES_COMMITTED,
    /** What is overwritten stays on the medium beside the new, file keys too, so that old vaults can be opened. */
    KEEPS_OLD_KEYS,
    /** A vault that destroys is not written: the punctured tree lives in memory alone. */
    DROPS_PUNCTURE,
    /** A node comes back from a copy of its disk made days ago. */
    RESTORES_BACKUP,
    /** Threads get their voices from worn-out dice, so that two threads share one. */
    REUSES_VOICE,
    /** A node that moved to another day destroys all it has at once. */
    DESTROYS_EARLY,
    /** Somebody reads out the aside where everybody hears it. */
    TELLS_ASIDE,
    /** One node shows other last days than all others. */
    FOLDS_DIFFERENTLY,
    /** The relays swallow envelopes, from the third day on and for ever, and say that they keep them. */
    SWALLOWS,
    /** A step throws at a peer's input. */
    THROWS,
    /** Dead envelopes are never removed from the store of a node; nor from those of the relays. */
    HOARDS,
    /** A node's shell remembers everything it ever heard. */
    HOARDS_MEMORY,
    /** A node that leaves a circle says so, and keeps its keys on the disk. */
    KEEPS_LEFT,
    /** Every node's clock is a little slower than people think. */
    SLOW,
    /** Somebody's whole disk is copied, and the copy is started as another node. */
    CLONED,
    /** Somebody who was left behind is handed the fresh circle. */
    LETS_IN,
    /** A node's shell leaves the padding out of what it proves to a neighbour. */
    TELLS_CIRCLES,
    /** Every node says that it keeps a practice, and does not. */
    KEEPS_NOTHING,
    /** Every node's own threads stay behind when it follows into a fresh circle. */
    CARRIES_NOTHING
}
