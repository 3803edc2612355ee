package weft.core.peer;

import weft.wire.json.Fault;

/** Why a vault's content can't be read; one constant per rule of {@code spec/vaultcontent.md}. */
public enum VaultContentFault implements Fault {
    /** A version that this program does not know: a newer Weft wrote it. */
    NEWER_VERSION,
    /** Something is missing, left over, twice, or out of its range. */
    MALFORMED
}
