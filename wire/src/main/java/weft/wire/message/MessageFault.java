package weft.wire.message;

import weft.wire.json.Fault;

/** Why a frame is not a relay message; one constant per rule of {@code spec/messages.md}. */
public enum MessageFault implements Fault {
    /** More than {@link weft.wire.event.Limits#MESSAGE_BYTES} bytes. */
    TOO_LARGE,
    /** Not JSON, or not strictly. */
    NOT_JSON,
    /** Not a list that begins with a known word. */
    UNKNOWN_MESSAGE,
    /** The list's members are not those of the message. */
    WRONG_MEMBERS,
    /** The name of a subscription is not 1..64 characters. */
    MALFORMED_SUBSCRIPTION,
    /** A filter is not as NIP-01 wants it, or there are too many. */
    MALFORMED_FILTER,
    /** The event within is malformed. */
    MALFORMED_EVENT
}
