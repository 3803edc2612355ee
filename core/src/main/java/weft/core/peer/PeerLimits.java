package weft.core.peer;

/** Every bound that a node sets for itself, in one place. Seconds, days and counts. */
public final class PeerLimits {
    /** Circles that a node may be in, acquaintances among them. */
    public static final int CIRCLES = 500;
    /** Characters of a circle's name. */
    public static final int NAME = 60;
    /** The longest grace in days. */
    public static final int GRACE_DAYS = 28;

    /** New envelopes that one link may bring in an hour. */
    public static final int NEW_PER_LINK_HOUR = 20_000;
    /** New envelopes that a circle takes in a day, from all links. */
    public static final int NEW_PER_CIRCLE_DAY = 60_000;
    /** Over these bounds: envelopes that one known voice may bring in a day. */
    public static final int OVER_PER_VOICE_DAY = 100;
    /** Over these bounds: envelopes of one link and hour that are opened to see who speaks. */
    public static final int LOOKED_AT_PER_LINK_HOUR = 20_000;
    /** What a relay should never have passed on (broken, forged, another circle's): beyond so many in an hour the link is shut. */
    public static final int GARBAGE_PER_LINK_HOUR = 50;
    /** How long a link stays shut after too much garbage. */
    public static final long GARBAGE_PAUSE_SECONDS = 3_600;
    /** Ids of envelopes that members sealed and nobody can read, kept so that they are not verified again; the oldest give way. */
    public static final int UNREADABLE_KEPT = 5_000;
    /** Ids that one link remembers to have seen at the other side while it catches up. */
    public static final int SEEN_PER_LINK = 400_000;

    /** Envelopes wanted in one page of a catch-up. */
    public static final int PAGE = 500;
    /** A page with fewer than this is the last: no relay in use caps pages lower. */
    public static final int SMALL_PAGE = 50;
    /** How long a catch-up waits for the next word before it goes on without. */
    public static final long PAGE_SECONDS = 60;
    /** The most bytes of one message of a comparison (NIP-77) that this node sends. */
    public static final int COMPARE_BYTES = 40_000;
    /** Messages of one comparison, at most. */
    public static final int COMPARE_ROUNDS = 2_000;
    /** How long a relay has to say that it has taken up the subscription before what is stored is compared all the same. */
    public static final long LIVE_SECONDS = 10;
    /** How long a comparison waits for an answer before pages are asked for instead. */
    public static final long COMPARE_SECONDS = 15;
    /** Ids in one message of a comparison by plain lists. */
    public static final int LISTED_AT_ONCE = 500;
    /** Ids that one comparison may find to be new. */
    public static final int NEEDED_AT_ONCE = 200_000;
    /** Ids asked for at once. */
    public static final int FETCHED_AT_ONCE = 200;
    /** How often a link that stays open is compared again, at least and about. */
    public static final long COMPARE_AGAIN_SECONDS = 1_800;
    /** How often it is read by pages again, where there is nothing better. */
    public static final long PAGE_AGAIN_SECONDS = 6 * 3_600;
    /** How often it is compared by plain lists, and how long a relay without NIP-77 is not asked for it again. */
    public static final long LISTS_SECONDS = 86_400;
    /** What one link brought is passed on to the others after so many seconds at least, unless they bring it themselves. */
    public static final long PASS_ON_SECONDS = 2;

    /** How long a link waits for a relay to confirm an envelope before it is sent again. */
    public static final long CONFIRM_SECONDS = 30;
    /** How often one envelope is sent on one connection. */
    public static final int SENDINGS = 3;
    /** Envelopes sent on a link and not yet confirmed. */
    public static final int UNCONFIRMED = 100;
    /** How long to wait after a relay said that it is too much. */
    public static final long RATE_LIMITED_SECONDS = 60;
    /** The number of circles that a node tells a neighbour is padded to a multiple of this. */
    public static final int PROOFS_PADDED = 8;
    /** Proofs that a neighbour may send: all circles that a node may be in, padded. */
    public static final int PROOFS = 504;
    /** Envelopes carried in at once. */
    public static final int CARRIED_AT_ONCE = 500;

    /** The longest wait before a link is opened again. */
    public static final long BACK_OFF_SECONDS = 300;

    /** How far the clock may move between two looks before a person is asked. */
    public static final long CLOCK_JUMP_SECONDS = 3 * 86_400L;
    /** How long a node must have run since something was condemned, before it is destroyed. */
    public static final long RUN_BEFORE_DESTROYING_SECONDS = 3_600;
    /** The most that two looks count as having run between them. */
    public static final long LOOK_SECONDS = 900;
    /** A node that is called so much later than it asked to be has slept. */
    public static final long SLEPT_SECONDS = 60;
    /** How long a node that has slept waits to hear which of its connections are dead. */
    public static final long AFTER_SLEEP_SECONDS = 30;
    /** How often a node looks while something is condemned. */
    public static final long LOOK_AGAIN_SECONDS = 600;
    /** How long after its closing a thread is shown. */
    public static final long CLOSED_SHOWN_SECONDS = 86_400;
    /** While something closed is shown, the most that two looks count as having run between them, and how often a node looks. */
    public static final long CLOSED_LOOK_SECONDS = 3_600;
    /** How long what could not be stored waits. */
    public static final long AGAIN_SECONDS = 60;

    /** How long an invitation may be used. */
    public static final long INVITATION_SECONDS = 7 * 86_400L;
    /** How many days ahead a hand-over lasts. */
    public static final int HAND_OVER_DAYS = 7;
    /** Invitations that a node keeps, made and followed, over or not. */
    public static final int INVITATIONS = 200;
    /** Knocks that one invitation looks at in an hour; each costs two agreements of keys. */
    public static final int KNOCKS_PER_HOUR = 200;

    /** The least and the most seconds after which an acquaintance is told of a new voice: not at once, so that a relay sees no pair. */
    public static final long TELL_AFTER_SECONDS = 20;
    /** See {@link #TELL_AFTER_SECONDS}. */
    public static final int TELL_WITHIN_SECONDS = 300;
    /** Voices that one acquaintance may have told, and parts of circles that it may have on the way. */
    public static final int TOLD = 20_000;
    /** Fresh circles that wait for a person's word. */
    public static final int OFFERS = 50;
    /** After how many days a renewal is offered. */
    public static final int RENEW_DAYS = 90;
    /** Within what time a node carries its open threads into a fresh circle, each at a moment of its own. */
    public static final int CARRY_WITHIN_SECONDS = 12 * 3_600;

    /** How many days ahead a node puts its person down for what they come to each time. */
    public static final int STANDING_DAYS = 10;
    /** Within what time it does so, each at a moment of its own. */
    public static final int JOIN_WITHIN_SECONDS = 6 * 3_600;
    /** Things that a person may want to be put down for each time. */
    public static final int STANDING = 200;
    /** How many days ahead a doing that goes on lasts at most; a day of grace is left to the bound of an envelope. */
    public static final int DOING_DAYS = 398;
    /** When the last day of an own doing that goes on is moved further. */
    public static final int DOING_RENEW_DAYS = 200;
    /** How many days ahead what stands in the catalogue lasts. */
    public static final int LISTED_DAYS = 365;
    /** So many days before it fades, the node that wrote it moves its last day. */
    public static final int LISTED_RENEW_DAYS = 60;
    /** How many days what was told is kept, unless its thread is forgotten before. */
    public static final int NEWS_DAYS = 14;
    /** How much of it; the oldest gives way. */
    public static final int NEWS = 500;
    /** How many days somebody waits for a thing without naming days. */
    public static final int WAITING_DAYS = 30;
    /** Doings begun at once. */
    public static final int DOINGS_AT_ONCE = 500;

    private PeerLimits() {}
}
