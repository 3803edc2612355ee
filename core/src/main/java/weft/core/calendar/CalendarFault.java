package weft.core.calendar;

import weft.wire.json.Fault;

/** Why a rule or a time is not one that Weft takes. */
public enum CalendarFault implements Fault {
    /** Not a rule of repetition as RFC 5545 writes one, or one of its numbers is out of bounds. */
    MALFORMED_RULE,
    /** A rule of RFC 5545 that Weft does not follow: more often than daily, by week number or day of the year. */
    RULE_NOT_FOLLOWED,
    /** A date that is none. */
    MALFORMED_DATE
}
