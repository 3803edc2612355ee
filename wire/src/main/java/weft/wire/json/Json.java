package weft.wire.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value (RFC 8259). Numbers keep their literal, so that no precision is lost at the edge. */
public sealed interface Json {
    /** {@code null}. */
    enum Null implements Json {
        /** The one null. */
        NULL
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** A number as it was written. */
    record Num(String literal) implements Json {
        /** The whole number this is, where it is written as one and fits a long. */
        public Optional<Long> whole() {
            int digits = literal.startsWith("-") ? literal.length() - 1 : literal.length();
            // "-0" is a number to JSON, but no whole number that anybody writes.
            if (digits > 19 || literal.equals("-0")) {
                return Optional.empty();
            }
            long value = 0;
            for (int i = literal.length() - digits; i < literal.length(); i++) {
                char c = literal.charAt(i);
                if (c < '0' || c > '9') {
                    return Optional.empty();
                }
                value = value * 10 + (c - '0');
            }
            if (digits > 0 && digits < 19) {
                return Optional.of(digits == literal.length() ? value : -value);
            }
            try {
                return Optional.of(Long.parseLong(literal));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** A string. */
    record Text(String value) implements Json {}

    /** An array. */
    record Arr(List<Json> items) implements Json {
        /** Keeps an unmodifiable copy. */
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** An object; names keep their order. */
    record Obj(Map<String, Json> members) implements Json {
        /** The member of a name, if there is one. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The text of a name, if there is one and it is a string. */
        public Optional<String> text(String name) {
            return members.get(name) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
        }

        /** The whole number of a name, if there is one. */
        public Optional<Long> whole(String name) {
            return members.get(name) instanceof Num number ? number.whole() : Optional.empty();
        }
    }

    /** A string value. */
    static Json of(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Json of(long value) {
        return new Num(Long.toString(value));
    }

    /** A truth value. */
    static Json of(boolean value) {
        return new Bool(value);
    }

    /** An array of values. */
    static Json array(List<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    /** An array of strings. */
    static Json texts(List<String> items) {
        return array(items.stream().map(Json::of).toList());
    }

    /** An object of names and values in turn; a value is a Json, a String, a whole number, a Boolean or a List of Json. */
    static Obj object(Object... namesAndValues) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], lift(namesAndValues[i + 1]));
        }
        return new Obj(members);
    }

    private static Json lift(Object value) {
        return switch (value) {
            case Json json -> json;
            case String text -> of(text);
            case Boolean truth -> of(truth);
            case Number number -> of(number.longValue());
            case List<?> list -> array(list.stream().map(Json::lift).toList());
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
        };
    }

    /** Reads one value, or says what is wrong with the text. */
    static Checked<Json> read(String text) {
        return new JsonReader(text).document();
    }

    /** Compact JSON; strings are escaped as NIP-01 prescribes for event ids. */
    default String write() {
        StringBuilder out = new StringBuilder();
        JsonWriter.value(this, out);
        return out.toString();
    }
}
