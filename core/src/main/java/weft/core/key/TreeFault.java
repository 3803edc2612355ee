package weft.core.key;

import weft.wire.json.Fault;

/** Why bytes are not the state of a forgetting tree; one constant per rule of {@code spec/tree.md}. */
public enum TreeFault implements Fault {
    /** The first byte names another version than 1, or there is none. */
    WRONG_VERSION,
    /** More than {@link ForgettingTree#STATE_BYTES} bytes. */
    TOO_LARGE,
    /** The shape or the seeds end early. */
    TRUNCATED,
    /** A leaf is split. */
    TOO_DEEP,
    /** Both halves of a split are whole seeds, or both are forgotten: it must not be split. */
    NOT_MINIMAL,
    /** The bits that fill the last byte of the shape are not zeros. */
    WRONG_PADDING,
    /** Something follows the last seed. */
    TRAILING_BYTES
}
