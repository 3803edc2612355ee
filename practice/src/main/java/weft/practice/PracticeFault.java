package weft.practice;

import weft.wire.json.Fault;

/** Why a text is not taken as a practice; one constant per rule of {@code spec/practice.md}. */
public enum PracticeFault implements Fault {
    /** More than {@link PracticeReader#CHARACTERS} characters. */
    TOO_LONG,
    /** A control character other than tab and line break. */
    CONTROL_CHARACTER,
    /** The text does not begin with a line of three hyphens. */
    NO_FRONT_MATTER,
    /** The front matter has no end, or a line that is not {@code name: value}. */
    BAD_FRONT_MATTER,
    /** The front matter has a field that the format does not know. */
    UNKNOWN_FIELD,
    /** The front matter has one field twice. */
    FIELD_TWICE,
    /** No title, an empty one or one that is too long. */
    NO_TITLE,
    /** No language. */
    NO_LANGUAGE,
    /** A language that is not a tag such as {@code en} or {@code pt-BR}. */
    BAD_LANGUAGE,
    /** A "for" that is not a whole number from 1 to 100,000. */
    BAD_FOR,
    /** An origin that is neither a name nor an address of an article. */
    BAD_LINEAGE,
    /** Hashes of source paragraphs that are not as many as the paragraphs, or not hashes. */
    BAD_PARAGRAPHS,
    /** Nothing follows the front matter. */
    NO_TEXT,
    /** An event that is not of kind 30023, or has no {@code d} tag. */
    NOT_AN_ARTICLE,
    /** A text that is not an {@code naddr} of NIP-19. */
    BAD_NADDR
}
