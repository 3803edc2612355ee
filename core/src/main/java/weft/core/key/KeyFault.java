package weft.core.key;

import weft.wire.json.Fault;

/** Why an envelope does not open for a member; one constant per rule of {@code spec/seal.md}. */
public enum KeyFault implements Fault {
    /** It is another circle's. */
    FOREIGN_CIRCLE,
    /** The keys of its last day are forgotten. */
    DAY_FORGOTTEN,
    /** The header names a slot that no thread can have. */
    RESERVED_SLOT,
    /** The keys of its thread are forgotten. */
    THREAD_FORGOTTEN,
    /** The payload does not open with the key that the header names. */
    UNREADABLE,
    /** The entry has more than {@link weft.wire.event.Limits#ENTRY_BYTES} bytes. */
    TOO_LARGE
}
