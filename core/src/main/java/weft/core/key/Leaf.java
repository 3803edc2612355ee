package weft.core.key;

import weft.wire.event.Day;

/**
 * A leaf of the forgetting tree: a day and a slot in it. A thread has one leaf on each last day it has ever had.
 *
 * @param day the last day
 * @param slot unsigned 32 bits; 0..255 are reserved, 0 for headers and 1 for the letterbox
 */
public record Leaf(Day day, int slot) {
    /** The slot whose leaf makes the header key of a day. */
    public static final int HEADER_SLOT = 0;
    /** The slot whose leaf makes the letterbox key of a day. */
    public static final int LETTERBOX_SLOT = 1;
    /** The first slot that a thread may have. */
    public static final int FIRST_THREAD_SLOT = 256;

    /** The 48 bits of the path from the root, as the low bits of a long. */
    public long path() {
        return (long) day.number() << 32 | slot & 0xffff_ffffL;
    }

    /** Whether a thread may live here. */
    public boolean forThread() {
        return Integer.compareUnsigned(slot, FIRST_THREAD_SLOT) >= 0;
    }
}
