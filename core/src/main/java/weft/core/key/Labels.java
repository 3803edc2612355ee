package weft.core.key;

import weft.primitives.Bytes;

/** Every purpose for which a key is derived, in one place. Two uses of one secret never share a label. */
public final class Labels {
    /** From a leaf of the forgetting tree: the key that opens a thread's envelopes. */
    public static final Bytes THREAD = Bytes.utf8("weft/1 thread");
    /** From the leaf of slot 0: the key of a day's header blocks. */
    public static final Bytes HEADER = Bytes.utf8("weft/1 header");
    /** From the secret of a thread's first voice, followed by a generation as one byte: an aside key. */
    public static final Bytes ASIDE = Bytes.utf8("weft/1 aside");
    /** From the leaf of slot 1: the secret key of a day's letterbox. */
    public static final Bytes LETTERBOX = Bytes.utf8("weft/1 letterbox");
    /** The key of proofs to a neighbour, from a circle's secret. */
    public static final Bytes NEAR = Bytes.utf8("weft/1 near");
    /** Salt of the extraction that makes one vault key of the passphrase's key and the file key. */
    public static final Bytes VAULT = Bytes.utf8("weft/1 vault");
    /** What stands before a vault's nonce in the expansion of the vault key. */
    public static final Bytes VAULT_FILE = Bytes.utf8("weft/1 vault file");
    /** Salt of the extraction that makes a file's key of a passphrase, and what its check begins with. */
    public static final Bytes INVITATION_FILE = Bytes.utf8("weft/1 invitation file");
    /** Salt of the extraction that makes a conversation key (NIP-44). */
    public static final Bytes CONVERSATION = Bytes.utf8("nip44-v2");

    private Labels() {}
}
