package weft.core.peer;

import weft.core.key.Leaf;

/** What a node remembers of a stored envelope; the envelope itself is in the store. */
final class Held {
    /** Under which it was sealed. */
    final Leaf leaf;
    /** The hour that its envelope bears, Unix seconds. */
    final long createdAt;
    /** Whether a voice of this node wrote what is in it. */
    final boolean mine;
    /** Whether some relay is known to have it. */
    boolean confirmed;

    Held(Leaf leaf, long createdAt, boolean mine) {
        this.leaf = leaf;
        this.createdAt = createdAt;
        this.mine = mine;
    }
}
