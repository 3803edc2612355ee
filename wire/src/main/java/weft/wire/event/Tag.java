package weft.wire.event;

import java.util.List;

/**
 * One tag of an event: a name and its values.
 *
 * @param values at least one text, the first being the name
 */
public record Tag(List<String> values) {
    /** Keeps an unmodifiable copy. */
    public Tag {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a tag needs a name");
        }
    }

    /** A tag of these texts. */
    public static Tag of(String... values) {
        return new Tag(List.of(values));
    }

    /** The name. */
    public String name() {
        return values.getFirst();
    }

    /** The first value, or an empty text where the tag is only a name. */
    public String value() {
        return values.size() > 1 ? values.get(1) : "";
    }
}
