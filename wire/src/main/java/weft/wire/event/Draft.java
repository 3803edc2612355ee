package weft.wire.event;

import java.util.List;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.JsonWriter;

/**
 * An event before it is signed (NIP-01).
 *
 * @param publicKey the author's x-only public key, 32 bytes
 * @param createdAt Unix time in seconds
 * @param kind 0..65535
 * @param tags in order
 * @param content any text
 */
public record Draft(Bytes publicKey, long createdAt, int kind, List<Tag> tags, String content) {
    /** Keeps an unmodifiable copy of the tags. */
    public Draft {
        tags = List.copyOf(tags);
    }

    /** The event's id: SHA-256 of the canonical serialisation {@code [0,pubkey,created_at,kind,tags,content]}. */
    public Bytes id(Primitives primitives) {
        StringBuilder out = new StringBuilder(content.length() + 256);
        out.append("[0,\"").append(publicKey.hex()).append("\",").append(createdAt).append(',').append(kind).append(',');
        Event.tags(tags, out);
        out.append(',');
        JsonWriter.string(content, out);
        out.append(']');
        return primitives.sha256(Bytes.utf8(out.toString()));
    }

    /** The event that these fields and a signature over {@link #id} make. */
    public Event signed(Bytes id, Bytes signature) {
        return new Event(id, publicKey, createdAt, kind, tags, content, signature);
    }
}
