package weft.core.key;

import weft.wire.json.Fault;

/** Why a sealed vault does not open; one constant per rule of {@code spec/vault.md}. */
public enum VaultFault implements Fault {
    /** The first eight bytes are not those of a vault of version 1. */
    NOT_A_VAULT,
    /** Its size is none that a vault can have. */
    WRONG_SIZE,
    /** The lock asks for more, or less, work than version 1 allows. */
    WRONG_LOCK,
    /** The digest is not that of the bytes before it: the file is damaged. */
    DAMAGED,
    /** The tag does not fit: the passphrase or the file key is another. */
    WRONG_KEY,
    /** The padding is not the one that the length asks for. */
    WRONG_PADDING
}
