package weft.core.view;

/** "Is it handled yet?", at a glance. */
public enum Stage {
    /** Nobody has answered. */
    OPEN,
    /** Somebody has answered; the first voice has let nobody in yet. Only the first voice can tell this from OPEN. */
    ANSWERED,
    /** Somebody was let in: it is being seen to. */
    IN_HAND,
    /** The first voice said it is done. */
    DONE,
    /** The first voice said it is no longer wanted or on offer. */
    NO_LONGER,
    /** Its last day has ended: condemned, about to be forgotten. */
    FADING
}
