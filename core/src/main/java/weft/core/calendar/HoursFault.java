package weft.core.calendar;

import weft.wire.json.Fault;

/** Why a text is not opening hours of {@code spec/hours.md}; one constant for each reason. */
public enum HoursFault implements Fault {
    /** Nothing stands there, or a rule says nothing. */
    EMPTY,
    /** Longer than the bound. */
    TOO_LONG,
    /** Months, or days of months, that are none. */
    MALFORMED_DATES,
    /** Weekdays that are none. */
    MALFORMED_DAYS,
    /** Times that are none, or that overlap. */
    MALFORMED_TIMES,
    /** A list whose parts do not follow one another, or one of them twice. */
    NOT_IN_ORDER
}
