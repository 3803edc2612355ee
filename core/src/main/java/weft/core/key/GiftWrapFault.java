package weft.core.key;

import weft.wire.json.Fault;

/** Why a gift wrap does not open; one constant per rule of {@code spec/giftwrap.md}. */
public enum GiftWrapFault implements Fault {
    /** The outer event is not of kind 1059. */
    WRONG_KIND,
    /** The outer event's id or signature does not hold. */
    WRONG_WRAP,
    /** The outer payload does not open with the receiver's key. */
    UNREADABLE_WRAP,
    /** What was inside is not an event of kind 13 without tags. */
    MALFORMED_SEAL,
    /** The seal's id or signature does not hold. */
    WRONG_SEAL,
    /** The seal's payload does not open with the receiver's key. */
    UNREADABLE_SEAL,
    /** What was inside the seal is not an unsigned event. */
    MALFORMED_RUMOR,
    /** The rumor's id is not that of its content. */
    WRONG_ID,
    /** The rumor names another author than the seal. */
    WRONG_AUTHOR
}
