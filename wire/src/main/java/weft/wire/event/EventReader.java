package weft.wire.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Reads the shape of an event, strictly. */
public final class EventReader {
    private static final Set<String> MEMBERS = Set.of("id", "pubkey", "created_at", "kind", "tags", "content", "sig");

    private EventReader() {}

    static Checked<Event> read(String text) {
        // A char is at most three bytes of UTF-8, so the exact count is only needed near the bound.
        if (text.length() > Limits.EVENT_BYTES || text.length() * 3L > Limits.EVENT_BYTES && Bytes.utf8(text).size() > Limits.EVENT_BYTES) {
            return Checked.bad(EventFault.TOO_LARGE, "more than " + Limits.EVENT_BYTES + " bytes");
        }
        return switch (Json.read(text)) {
            case Checked.Good<Json>(Json json) -> read(json, text.indexOf('\\') >= 0);
            case Checked.Bad<Json>(var fault, String detail) -> Checked.bad(EventFault.NOT_JSON, fault.code() + ": " + detail);
        };
    }

    /** Reads an event that is already JSON, such as one inside a relay message. */
    public static Checked<Event> read(Json json) {
        return read(json, true);
    }

    /** Control characters come by escapes alone, so where a text has none they need not be looked for. */
    private static Checked<Event> read(Json json, boolean escapes) {
        if (!(json instanceof Json.Obj object) || !object.members().keySet().equals(MEMBERS)) {
            return Checked.bad(EventFault.WRONG_MEMBERS, "exactly id, pubkey, created_at, kind, tags, content and sig are wanted");
        }
        Optional<Bytes> id = hex(object, "id", 32);
        if (id.isEmpty()) {
            return Checked.bad(EventFault.MALFORMED_ID, "id");
        }
        Optional<Bytes> key = hex(object, "pubkey", 32);
        if (key.isEmpty()) {
            return Checked.bad(EventFault.MALFORMED_KEY, "pubkey");
        }
        Optional<Bytes> signature = hex(object, "sig", 64);
        if (signature.isEmpty()) {
            return Checked.bad(EventFault.MALFORMED_SIGNATURE, "sig");
        }
        Optional<Long> time = object.whole("created_at").filter(t -> t >= 0 && t <= Limits.LARGEST_WHOLE);
        if (time.isEmpty()) {
            return Checked.bad(EventFault.MALFORMED_TIME, "created_at");
        }
        Optional<Long> kind = object.whole("kind").filter(k -> k >= 0 && k <= 0xffff);
        if (kind.isEmpty()) {
            return Checked.bad(EventFault.MALFORMED_KIND, "kind");
        }
        Optional<String> content = object.text("content");
        if (content.isEmpty()) {
            return Checked.bad(EventFault.MALFORMED_CONTENT, "content");
        }
        if (escapes && ambiguous(content.get())) {
            return Checked.bad(EventFault.CONTROL_CHARACTER, "content");
        }
        return tags(object.members().get("tags"), escapes)
                .then(tags -> sized(new Event(id.get(), key.get(), time.get(), kind.get().intValue(), tags, content.get(), signature.get())));
    }

    /** A message may be larger than an event; an event inside it may not. The exact size is only counted near the bound. */
    private static Checked<Event> sized(Event event) {
        long characters = event.content().length() + 400L;
        for (Tag tag : event.tags()) {
            characters += 3;
            for (String value : tag.values()) {
                characters += value.length() + 3;
            }
        }
        if (characters * 3 > Limits.EVENT_BYTES && Bytes.utf8(event.json()).size() > Limits.EVENT_BYTES) {
            return Checked.bad(EventFault.TOO_LARGE, "more than " + Limits.EVENT_BYTES + " bytes");
        }
        return Checked.good(event);
    }

    private static Optional<Bytes> hex(Json.Obj object, String name, int size) {
        return object.text(name).filter(text -> text.length() == 2 * size).flatMap(Bytes::parseHex);
    }

    private static Checked<List<Tag>> tags(@org.jspecify.annotations.Nullable Json json, boolean escapes) {
        if (!(json instanceof Json.Arr(List<Json> items)) || items.size() > Limits.TAGS) {
            return Checked.bad(EventFault.MALFORMED_TAGS, "tags");
        }
        List<Tag> tags = new ArrayList<>(items.size());
        for (Json item : items) {
            if (!(item instanceof Json.Arr(List<Json> values)) || values.isEmpty() || values.size() > Limits.TAG_VALUES) {
                return Checked.bad(EventFault.MALFORMED_TAGS, "tag " + tags.size());
            }
            List<String> texts = new ArrayList<>(values.size());
            for (Json value : values) {
                if (!(value instanceof Json.Text(String text))) {
                    return Checked.bad(EventFault.MALFORMED_TAGS, "tag " + tags.size());
                }
                if (escapes && ambiguous(text)) {
                    return Checked.bad(EventFault.CONTROL_CHARACTER, "tag " + tags.size());
                }
                texts.add(text);
            }
            tags.add(new Tag(texts));
        }
        return Checked.good(tags);
    }

    /**
     * NIP-01 lists seven escapes and wants all else verbatim, while JSON forbids bare control characters; writers
     * differ, so one event would have two ids. Such texts are refused.
     */
    private static boolean ambiguous(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\b' && c != '\f') {
                return true;
            }
        }
        return false;
    }

    /** A whole number in canonical decimal form, 0 to 2^53-1. */
    static Optional<Long> decimal(String text) {
        return new Json.Num(text).whole().filter(value -> value >= 0 && value <= Limits.LARGEST_WHOLE && Long.toString(value).equals(text));
    }
}
