package weft.core.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Tag;
import weft.wire.json.Json;

/**
 * A practice as entries carry it: what it says about itself, and its Markdown. What the fields mean beyond their shape is
 * for who reads practices ({@code spec/practice.md}).
 *
 * @param title one line
 * @param language a BCP 47 tag
 * @param fields further tags in the order of {@code spec/entry.md}: summary, t, season, material, for, licence, derived-from, translation-of,
 *     source-paragraphs
 * @param text Markdown
 */
public record Writing(String title, String language, List<Tag> fields, String text) {
    /** Keeps an unmodifiable copy. */
    public Writing {
        fields = List.copyOf(fields);
    }

    /** The value of a field that is there once; empty where it is not. */
    public String field(String name) {
        return fields.stream().filter(tag -> tag.name().equals(name)).map(Tag::value).findFirst().orElse("");
    }

    /** The values of a field that may be there often. */
    public List<String> words(String name) {
        return fields.stream().filter(tag -> tag.name().equals(name)).map(Tag::value).toList();
    }

    /** The second value of a field: for an origin the version it was made from. */
    public Optional<Bytes> version(String name) {
        return fields.stream().filter(tag -> tag.name().equals(name) && tag.values().size() > 2).map(tag -> tag.values().get(2)).findFirst()
                .flatMap(Bytes::parseHex);
    }

    /** What tells this very text from every other, 32 bytes: SHA-256 over the JSON list of title, language, fields and text. */
    public Bytes version(Primitives primitives) {
        List<String> all = new ArrayList<>(List.of(title, language));
        for (Tag tag : fields) {
            all.add(Json.texts(tag.values()).write());
        }
        all.add(text);
        return primitives.sha256(Bytes.utf8(Json.texts(all).write()));
    }
}
