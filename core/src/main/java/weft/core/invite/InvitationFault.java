package weft.core.invite;

import weft.wire.json.Fault;

/** Why a text is not an invitation's link, or a part of one does not hold; one constant per rule of {@code spec/invitation.md}. */
public enum InvitationFault implements Fault {
    /** It does not begin with {@code weft:} or is too long. */
    NOT_A_LINK,
    /** What follows is not canonical base64url, is too short, or its check does not hold: letters are missing or changed. */
    ALTERED,
    /** The check holds, but the version is not 1. */
    NEWER_VERSION,
    /** The key is no point of the curve. */
    MALFORMED_KEY,
    /** The relays are too many, or one is no address. */
    MALFORMED_RELAYS,
    /** Something follows the relays. */
    TRAILING_BYTES,
    /** A file's passphrase would take too much or too little work. */
    MALFORMED_LOCK,
    /** The passphrase does not open the file. */
    WRONG_PASSPHRASE,
    /** A knock does not hold the invitation's secret, or is none. */
    WRONG_KNOCK,
    /** A used mark is not as it should be. */
    MALFORMED_MARK,
    /** A part of a hand-over is not as it should be. */
    MALFORMED_PART,
    /** The parts together are not a circle. */
    MALFORMED_CIRCLE
}
