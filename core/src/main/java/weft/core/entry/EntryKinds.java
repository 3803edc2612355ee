package weft.core.entry;

/** The kinds of events that entries are. Those of public standards first, then Weft's own; the table is in {@code spec/entry.md}. */
public final class EntryKinds {
    /** A need or an offer: a classified listing (NIP-99), never with a price. */
    public static final int POSTED = 30402;
    /** A doing: a calendar event with a time (NIP-52). */
    public static final int DOING = 31923;
    /** Somebody comes to one occurrence of a doing: an RSVP (NIP-52). */
    public static final int JOINING = 31925;
    /** A thing that can be used in common. */
    public static final int THING = 39338;
    /** A place that can be used in common. */
    public static final int PLACE = 39339;
    /** Somebody asks for a thing, or has it. */
    public static final int ASKING = 39340;
    /** An answer, sealed to the first voice. */
    public static final int ANSWERED = 9339;
    /** An aside key, sealed to a voice let in. */
    public static final int ADMITTED = 9340;
    /** Words in the aside. */
    public static final int ASIDE = 9341;
    /** Something of one's own taken back. */
    public static final int WITHDRAWN = 9342;
    /** The thread is over. */
    public static final int CLOSED = 9343;
    /** The thread moves to a later last day. */
    public static final int EXTENDED = 9344;

    /** A practice: a long-form article (NIP-23). */
    public static final int PRACTISED = 30023;
    /** A further part of a practice whose text does not fit into one entry. */
    public static final int PART = 9355;
    /** An account of how a practice went: a comment (NIP-22). */
    public static final int TOLD = 1111;

    private EntryKinds() {}
}
