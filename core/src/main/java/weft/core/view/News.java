package weft.core.view;

/** What is worth telling a person; written into the vault as its place in this list, which only grows at its end. */
public enum News {
    /** Somebody answered. */
    ANSWERED,
    /** The reader was let in. */
    LET_IN,
    /** Somebody who was let in can't after all. */
    CANT_AFTER_ALL,
    /** New words in the aside. */
    SAID_ASIDE,
    /** Somebody can't come after all to an occurrence that the reader comes to, or to a doing of the reader's. */
    CANT_COME,
    /** A doing that the reader comes to was changed. */
    DOING_CHANGED,
    /** A doing that the reader comes to was called off. */
    CALLED_OFF,
    /** A shift is near and nobody has joined it. */
    NOBODY_YET,
    /** Somebody asks for a thing that is with the reader, or that the reader wrote down. */
    ASKED_FOR,
    /** A thing that the reader asked for was handed on or brought back. */
    FREE_NOW,
    /** It is the last day for which a thing is with the reader. */
    BRING_BACK
}
