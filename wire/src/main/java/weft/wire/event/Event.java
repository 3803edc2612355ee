package weft.wire.event;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.Checked;
import weft.wire.json.JsonWriter;

/**
 * A signed event (NIP-01). {@link #read} checks its shape, {@link #verify} its id and signature; what a record holds
 * has only the shape of an event until it is verified.
 *
 * @param id 32 bytes
 * @param publicKey the author's x-only public key, 32 bytes
 * @param createdAt Unix time in seconds
 * @param kind 0..65535
 * @param tags in order
 * @param content any text without control characters that JSON writers disagree about
 * @param signature 64 bytes (BIP-340)
 */
public record Event(Bytes id, Bytes publicKey, long createdAt, int kind, List<Tag> tags, String content, Bytes signature) {
    /** Keeps an unmodifiable copy of the tags. */
    public Event {
        tags = List.copyOf(tags);
    }

    /** Reads an event's JSON; nothing but the shape is checked. */
    public static Checked<Event> read(String json) {
        return EventReader.read(json);
    }

    /** Whether the id is that of the content and the signature is the author's; the event itself where it is. */
    public Checked<Event> verify(Primitives primitives) {
        if (!draft().id(primitives).equals(id)) {
            return Checked.bad(EventFault.WRONG_ID, "the id is not that of the content");
        }
        if (!primitives.verify(publicKey, id, signature)) {
            return Checked.bad(EventFault.WRONG_SIGNATURE, "the signature does not hold");
        }
        return Checked.good(this);
    }

    /** The part that is signed. */
    public Draft draft() {
        return new Draft(publicKey, createdAt, kind, tags, content);
    }

    /** The first tag of a name. */
    public Optional<Tag> tag(String name) {
        for (Tag tag : tags) {
            if (tag.name().equals(name)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /** The first value of the first tag of a name. */
    public Optional<String> value(String name) {
        return tag(name).map(Tag::value);
    }

    /** When the event is over (NIP-40): Unix seconds, where it bears a well-formed expiration. */
    public Optional<Long> expiration() {
        return value("expiration").flatMap(EventReader::decimal);
    }

    /** Compact JSON, members in the order of NIP-01. */
    public String json() {
        StringBuilder out = new StringBuilder(content.length() + 400);
        json(out);
        return out.toString();
    }

    /** Appends {@link #json()}. */
    public void json(StringBuilder out) {
        out.append("{\"id\":\"").append(id.hex()).append("\",\"pubkey\":\"").append(publicKey.hex());
        out.append("\",\"created_at\":").append(createdAt).append(",\"kind\":").append(kind).append(",\"tags\":");
        tags(tags, out);
        out.append(",\"content\":");
        JsonWriter.string(content, out);
        out.append(",\"sig\":\"").append(signature.hex()).append("\"}");
    }

    static void tags(List<Tag> tags, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < tags.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            List<String> values = tags.get(i).values();
            out.append('[');
            for (int j = 0; j < values.size(); j++) {
                if (j > 0) {
                    out.append(',');
                }
                JsonWriter.string(values.get(j), out);
            }
            out.append(']');
        }
        out.append(']');
    }
}
