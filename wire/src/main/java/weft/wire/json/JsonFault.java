package weft.wire.json;

/** Why a text is not JSON as Weft takes it. */
public enum JsonFault implements Fault {
    /** Not JSON as RFC 8259 defines it. */
    NOT_JSON,
    /** An object has one name twice. */
    DUPLICATE_NAME,
    /** A string holds half of a surrogate pair. */
    LONE_SURROGATE,
    /** Nested deeper than {@link JsonReader#DEPTH}. */
    TOO_DEEP
}
