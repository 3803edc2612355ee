package weft.node.link;

/** The stable codes of what can be wrong with a link; the pages have a sentence for each. */
final class Trouble {
    /** Not a {@code ws:} or {@code wss:} address. */
    static final String BAD_ADDRESS = "bad-address";
    /** {@code ws:} to a host that is not on the local network. */
    static final String NOT_ENCRYPTED = "not-encrypted";
    /** Nobody answers there. */
    static final String UNREACHABLE = "unreachable";
    /** It took too long to answer, or fell silent. */
    static final String SILENT = "silent";
    /** Something answers there, but not a relay. */
    static final String NO_RELAY = "no-relay";
    /** Its certificate is not to be trusted. */
    static final String BAD_CERTIFICATE = "bad-certificate";
    /** The relay closed the connection. */
    static final String CLOSED = "closed";
    /** It reads too slowly what is sent to it. */
    static final String TOO_SLOW = "too-slow";
    /** It sent more than a message may hold. */
    static final String TOO_LARGE = "too-large";

    private Trouble() {}
}
