package weft.core.entry;

/** Whether something is wanted or offered. */
public enum Side {
    /** Something wanted. */
    NEED,
    /** Something someone is glad to do or give. */
    OFFER
}
