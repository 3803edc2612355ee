package weft.core.key;

import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;

/** Signs drafts (NIP-01, BIP-340). */
public final class Signing {
    private Signing() {}

    /**
     * Signs a draft with its author's key.
     *
     * @param auxiliary 32 fresh random bytes
     * @throws IllegalArgumentException where the draft names another author than the key's
     */
    public static Event sign(Primitives p, Draft draft, Secret key, Bytes auxiliary) {
        if (!p.publicKey(key).equals(draft.publicKey())) {
            throw new IllegalArgumentException("the draft's author is not the key's");
        }
        return signAs(p, draft, key, auxiliary);
    }

    /** The same for callers that made the draft's author from the key. */
    static Event signAs(Primitives p, Draft draft, Secret key, Bytes auxiliary) {
        Bytes id = draft.id(p);
        return draft.signed(id, p.sign(key, id, auxiliary));
    }
}
