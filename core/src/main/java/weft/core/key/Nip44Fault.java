package weft.core.key;

import weft.wire.json.Fault;

/** Why a payload does not open; one constant per rule of {@code spec/nip44.md}. */
public enum Nip44Fault implements Fault {
    /** Another version of the encryption than 2, or a mark for one that is not base64. */
    UNKNOWN_VERSION,
    /** Not 132..87,472 characters or not 99..65,603 bytes. */
    WRONG_LENGTH,
    /** Not canonical, padded base64. */
    NOT_BASE64,
    /** The authentication tag is another: wrong key or altered text. */
    WRONG_MAC,
    /** The padding is not the one that the length asks for. */
    WRONG_PADDING,
    /** The plain text is not well-formed UTF-8. */
    NOT_UTF8
}
