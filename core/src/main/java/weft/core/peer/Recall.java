package weft.core.peer;

import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/**
 * A stored envelope and the entry that was in it, as {@link Peer#recall} gives it out and {@link Input.Recalled} takes it back.
 *
 * @param circle the circle's address, 32 bytes
 * @param envelope the envelope's id, 32 bytes
 * @param createdAt the envelope's time, Unix seconds
 * @param leaf under which it was sealed
 * @param entry what was in it: readable, so it may be kept only under a key that is destroyed with every key of the vault; its signature
 *     is not looked at again and may be left out
 */
public record Recall(Bytes circle, Bytes envelope, long createdAt, Leaf leaf, Event entry) {
    /** Without the text. */
    @Override
    public String toString() {
        return "Recall(" + envelope + ")";
    }
}
