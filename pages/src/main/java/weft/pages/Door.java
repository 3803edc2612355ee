package weft.pages;

/**
 * What is shown while the vault is shut, or when its passphrase is changed. The shell owns these paths because the passphrase never becomes a String: a
 * POST to {@code /unlock} with field {@code passphrase}, or to {@code /begin} with {@code passphrase} and {@code again}.
 */
public enum Door {
    /** First start: choose a passphrase. */
    BEGIN,
    /** First start: the two passphrases are not the same. */
    BEGIN_DIFFERENT,
    /** First start: the passphrase is shorter than {@link Pages#SHORTEST_PASSPHRASE} characters. */
    BEGIN_SHORT,
    /** First start: the vault could not be written; the disk is full or read-only. */
    BEGIN_NOT_STORED,
    /** The vault is locked. */
    LOCKED,
    /** The passphrase was wrong. */
    LOCKED_WRONG,
    /** No file of the vault can be read; a backup has to be put back. */
    LOCKED_DAMAGED,
    /** The vault is being opened, or what is stored is being read back: the page looks again by itself. */
    OPENING,
    /** The vault is open and another passphrase is to be chosen: a POST to {@code /passphrase} with {@code passphrase} and {@code again}. */
    CHANGE,
    /** The two new passphrases are not the same. */
    CHANGE_DIFFERENT,
    /** The new passphrase is shorter than {@link Pages#SHORTEST_PASSPHRASE} characters. */
    CHANGE_SHORT,
    /** The vault could not be written under the new passphrase; the one before still opens it. */
    CHANGE_NOT_STORED,
    /** The new passphrase holds. */
    CHANGED
}
