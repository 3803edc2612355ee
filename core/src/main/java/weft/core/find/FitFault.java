package weft.core.find;

import weft.wire.json.Fault;

/** Why two don't fit ({@code spec/find.md}). */
public enum FitFault implements Fault {
    /** Both are needs, or both offers, or one is neither. */
    NOT_NEED_AND_OFFER,
    /** One ends before the other begins. */
    OTHER_DAYS,
    /** More than 25 km apart. */
    TOO_FAR,
    /** No kind, no means and too few words in common. */
    NOTHING_IN_COMMON
}
