package weft.core.entry;

import weft.wire.json.Fault;

/** Why a text is not an entry that Weft takes; one constant per rule of {@code spec/entry.md}. */
public enum EntryFault implements Fault {
    /** More than {@link weft.wire.event.Limits#ENTRY_BYTES} bytes. */
    TOO_LARGE,
    /** Not the JSON of an event; the detail names the event's fault. */
    NOT_AN_EVENT,
    /** The JSON of an event, but not as NIP-01 serialises one: other order of members, blanks, other escapes. */
    NOT_CANONICAL,
    /** The id is not that of the content. */
    WRONG_ID,
    /** The signature does not hold. */
    WRONG_SIGNATURE,
    /** Signed with the circle's key, which every member holds, so that it is nobody's voice. */
    NO_VOICE,
    /** A kind that this version does not know. */
    UNKNOWN_KIND,
    /** A need or an offer bears a price. */
    PRICED,
    /** A tag is missing, is one too many, stands in another place or holds another number of texts. */
    WRONG_TAGS,
    /** Made for another circle. */
    WRONG_CIRCLE,
    /** The slot tag is not eight hex digits and the number of a day. */
    MALFORMED_SLOT,
    /** Sealed under another leaf than the entry names. */
    WRONG_LEAF,
    /** Sealed in a slot that is reserved. */
    RESERVED_SLOT,
    /** The time of writing is finer than a day. */
    TIME_TOO_FINE,
    /** Written before 2020 or after the end of its own last day. */
    TIME_OUT_OF_RANGE,
    /** The root, or the entry replied to, is not the id of an event. */
    MALFORMED_REFERENCE,
    /** The name is not 16 hex digits. */
    MALFORMED_NAME,
    /** The revision is not a whole number within its bound. */
    MALFORMED_REVISION,
    /** Neither need nor offer. */
    MALFORMED_SIDE,
    /** The title is missing, too long, or no single plain line. */
    MALFORMED_TITLE,
    /** The text is too long, holds control characters, or stands where there should be none. */
    MALFORMED_TEXT,
    /** The kind of help is empty, too long, or no single plain line. */
    MALFORMED_HELP,
    /** A beginning or an end is not a full minute of the calendar. */
    MALFORMED_SPAN,
    /** It would end before it begins. */
    ENDS_BEFORE_IT_BEGINS,
    /** A time zone has no name, or its offsets do not follow one another from 0 on. */
    MALFORMED_ZONE,
    /** A rule of repetition is not one, not in its one form, or does not give the first date. */
    MALFORMED_RULE,
    /** Something is moved that is none of the doing's dates, or to where it can't be. */
    MALFORMED_MOVED,
    /** A date is none, stands twice or out of order, or there are too many. */
    MALFORMED_DATE,
    /** A shift has no number of its own in order, no title, or lies out of bounds. */
    MALFORMED_SHIFT,
    /** A thing to bring has no number of its own in order, or no title. */
    MALFORMED_THING,
    /** An alert is not some hours ahead. */
    MALFORMED_ALERT,
    /** Somebody comes for what is neither a shift, nor a thing to bring, nor simply being there. */
    MALFORMED_COMING,
    /** Who comes would be kept longer than the occurrence can last. */
    KEPT_TOO_LONG,
    /** An asking says neither that a thing is wanted nor that it is there. */
    MALFORMED_STAGE,
    /** An asking's days are too many, backwards, or missing. */
    MALFORMED_DAYS,
    /** Opening hours are not in their one form. */
    MALFORMED_HOURS,
    /** What comes with a thing, or is at a place, is too much or no plain lines. */
    MALFORMED_LINES,
    /** The name of a place is empty, too long, or no single plain line. */
    MALFORMED_PLACE,
    /** A point is not two whole numbers of millionths of a degree. */
    MALFORMED_POINT,
    /** A point is not the centre of a cell: it would tell more than roughly where. */
    POINT_TOO_FINE,
    /** A language is no BCP 47 tag, is listed twice or out of order, or there are too many. */
    MALFORMED_LANGUAGE,
    /** A photo is not a small JPEG or WebP in base64, or there are too many. */
    MALFORMED_PHOTO,
    /** What should be sealed has not the shape of a NIP-44 version 2 payload. */
    NOT_SEALED,
    /** The voice let in is not a public key. */
    MALFORMED_VOICE,
    /** The generation is not a whole number within its bound. */
    MALFORMED_GENERATION,
    /** The step is not a whole number within its bound. */
    MALFORMED_STEP,
    /** The ending is neither of the two there are. */
    MALFORMED_ENDING,
    /** The later day is not the number of a day. */
    MALFORMED_DAY,
    /** The later day is not later, or too much later. */
    NOT_LATER,
    /** A field of a practice is empty, too long, not of its form, or there too often. */
    MALFORMED_FIELD,
    /** The number of parts, or which part it is, is not a whole number within its bound. */
    MALFORMED_PART
}
