package weft.wire.event;

import weft.wire.json.Fault;

/** Why something is not an event that Weft takes; one constant per rule of {@code spec/event.md}. */
public enum EventFault implements Fault {
    /** More than {@link Limits#EVENT_BYTES} bytes. */
    TOO_LARGE,
    /** Not JSON, or not strictly. */
    NOT_JSON,
    /** Not an object with exactly the seven members of NIP-01. */
    WRONG_MEMBERS,
    /** The id is not 64 lower-case hex digits. */
    MALFORMED_ID,
    /** The public key is not 64 lower-case hex digits. */
    MALFORMED_KEY,
    /** The time is not a whole number from 0 to 2^53-1. */
    MALFORMED_TIME,
    /** The kind is not a whole number from 0 to 65535. */
    MALFORMED_KIND,
    /** The tags are not lists of texts, or too many. */
    MALFORMED_TAGS,
    /** The content is not a text. */
    MALFORMED_CONTENT,
    /** The signature is not 128 lower-case hex digits. */
    MALFORMED_SIGNATURE,
    /** A text holds a control character whose canonical form implementations disagree about. */
    CONTROL_CHARACTER,
    /** The id is not that of the content. */
    WRONG_ID,
    /** The signature does not hold. */
    WRONG_SIGNATURE
}
