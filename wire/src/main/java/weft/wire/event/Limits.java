package weft.wire.event;

/** Every bound that the formats of this module set, in one place. */
public final class Limits {
    /** Bytes of JSON that one event may take: an entry of 40,000 bytes, encrypted, in base64, with its head. */
    public static final int EVENT_BYTES = 65_536;
    /** Bytes of JSON that one entry may take. */
    public static final int ENTRY_BYTES = 40_000;
    /** Bytes of one relay message: an event and its frame. */
    public static final int MESSAGE_BYTES = 131_072;
    /** How many tags one event may bear. */
    public static final int TAGS = 1_000;
    /** How many texts one tag may hold. */
    public static final int TAG_VALUES = 100;
    /** The largest number that JSON carries exactly everywhere (2^53 - 1). */
    public static final long LARGEST_WHOLE = 9_007_199_254_740_991L;
    /** How many days ahead the last day of an envelope may lie. */
    public static final int DAYS_AHEAD = 400;
    /** How many seconds an event's time may lie ahead of the reader's clock. */
    public static final int SECONDS_AHEAD = 900;
    /** How many filters one subscription may bear. */
    public static final int FILTERS = 20;
    /** How many values one field of a filter may list. */
    public static final int FILTER_VALUES = 2_000;
    /** How many characters the name of a subscription may have (NIP-01). */
    public static final int SUBSCRIPTION_CHARACTERS = 64;

    private Limits() {}
}
