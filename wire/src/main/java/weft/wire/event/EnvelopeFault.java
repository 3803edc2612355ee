package weft.wire.event;

import weft.wire.json.Fault;

/** Why an event is not an envelope, or not one to take now; one constant per rule of {@code spec/envelope.md}. */
public enum EnvelopeFault implements Fault {
    /** The kind is not 9338. */
    WRONG_KIND,
    /** The time of writing is finer than an hour. */
    TIME_TOO_FINE,
    /** There is not exactly one tag, the expiration. */
    WRONG_TAGS,
    /** The expiration is not 00:00:00 UTC of a day from 2020-01-02 on. */
    MALFORMED_EXPIRATION,
    /** The content is not header, dot, payload. */
    MALFORMED_CONTENT,
    /** The header is not 16 bytes in canonical base64url. */
    MALFORMED_HEADER,
    /** The payload is not shaped as NIP-44 version 2. */
    MALFORMED_PAYLOAD,
    /** The last day has ended. */
    OVER,
    /** Written later than the reader's clock allows. */
    FROM_THE_FUTURE,
    /** The last day lies more than {@link Limits#DAYS_AHEAD} days ahead. */
    LASTS_TOO_LONG
}
