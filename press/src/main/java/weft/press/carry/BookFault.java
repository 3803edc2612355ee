package weft.press.carry;

import weft.wire.json.Fault;

/** Why a book or a page that somebody else made is not taken in; one constant per rule of "Books of others" in {@code spec/practice.md}. */
public enum BookFault implements Fault {
    /** Not an archive that can be read to its end, or without what an EPUB must have. */
    DAMAGED,
    /** More bytes than are taken, packed or unpacked, or too many files. */
    TOO_LARGE,
    /** A name of a file that leads out of the book. */
    UNSAFE_NAME,
    /** Elements inside each other, deeper than any text has them. */
    TOO_DEEP,
    /** The text is encrypted. */
    LOCKED,
    /** There is no text in it. */
    NO_TEXT,
    /** Neither an EPUB nor a page of HTML nor text. */
    NOT_A_BOOK
}
