package weft.wire.sync;

import weft.wire.json.Fault;

/** Why a negentropy message is not taken; one constant per rule of {@code spec/negentropy.md}. */
public enum SyncFault implements Fault {
    /** The message has no version byte, or one outside 0x60..0x6f. */
    NOT_NEGENTROPY,
    /** The other side speaks another version and began; there is no common one. */
    OTHER_VERSION,
    /** The message ends in the middle of something. */
    TRUNCATED,
    /** A varint has leading zero digits or more than 64 bits. */
    MALFORMED_VARINT,
    /** A bound's id prefix is longer than 32 bytes. */
    MALFORMED_BOUND,
    /** A bound lies before the one it follows. */
    BOUND_OUT_OF_ORDER,
    /** A mode other than 0, 1 and 2. */
    UNKNOWN_MODE
}
