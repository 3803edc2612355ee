package weft.wire.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One pass over one text. The private exception below never leaves this class. */
final class JsonReader {
    /** How deep arrays and objects may nest. */
    static final int DEPTH = 32;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Checked<Json> document() {
        try {
            Json value = value(0);
            blank();
            if (at != text.length()) {
                throw wrong(JsonFault.NOT_JSON, "text after the value");
            }
            return Checked.good(value);
        } catch (Wrong e) {
            return Checked.bad(e.fault, e.detail);
        }
    }

    private Json value(int depth) throws Wrong {
        if (depth > DEPTH) {
            throw wrong(JsonFault.TOO_DEEP, "nested deeper than " + DEPTH);
        }
        blank();
        if (at == text.length()) {
            throw wrong(JsonFault.NOT_JSON, "the text ends early");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", Json.Null.NULL);
            default -> number();
        };
    }

    private Json object(int depth) throws Wrong {
        at++;
        Map<String, Json> members = new LinkedHashMap<>();
        blank();
        if (peek() == '}') {
            at++;
            return new Json.Obj(members);
        }
        while (true) {
            blank();
            if (peek() != '"') {
                throw wrong(JsonFault.NOT_JSON, "a name is missing");
            }
            String name = string();
            blank();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw wrong(JsonFault.DUPLICATE_NAME, "one name twice");
            }
            blank();
            if (peek() == ',') {
                at++;
            } else {
                expect('}');
                return new Json.Obj(members);
            }
        }
    }

    private Json array(int depth) throws Wrong {
        at++;
        List<Json> items = new ArrayList<>();
        blank();
        if (peek() == ']') {
            at++;
            return new Json.Arr(items);
        }
        while (true) {
            items.add(value(depth + 1));
            blank();
            if (peek() == ',') {
                at++;
            } else {
                expect(']');
                return new Json.Arr(items);
            }
        }
    }

    private String string() throws Wrong {
        int start = ++at;
        // Most of a text is inside its strings, so this loop keeps to local variables.
        int length = text.length();
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return text.substring(start, i);
            }
            if (c == '\\' || c < 0x20 || Character.isSurrogate(c)) {
                at = i;
                return stringSlowly(start);
            }
        }
        at = length;
        throw wrong(JsonFault.NOT_JSON, "a string does not end");
    }

    private String stringSlowly(int start) throws Wrong {
        StringBuilder out = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                checkSurrogates(out);
                return out.toString();
            }
            if (c < 0x20) {
                throw wrong(JsonFault.NOT_JSON, "a bare control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        throw wrong(JsonFault.NOT_JSON, "a string does not end");
    }

    private char escape() throws Wrong {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong(JsonFault.NOT_JSON, "an unknown escape");
        };
    }

    private char unicode() throws Wrong {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw wrong(JsonFault.NOT_JSON, "a broken \\u escape");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void checkSurrogates(CharSequence out) throws Wrong {
        int i = 0;
        while (i < out.length()) {
            char c = out.charAt(i++);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c) && i < out.length() && Character.isLowSurrogate(out.charAt(i++));
            if (!pair) {
                throw wrong(JsonFault.LONE_SURROGATE, "half of a surrogate pair");
            }
        }
    }

    private Json word(String word, Json value) throws Wrong {
        if (!text.startsWith(word, at)) {
            throw wrong(JsonFault.NOT_JSON, "an unknown word");
        }
        at += word.length();
        return value;
    }

    private Json number() throws Wrong {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new Json.Num(text.substring(start, at));
    }

    private void digits() throws Wrong {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong(JsonFault.NOT_JSON, "a digit is missing");
        }
    }

    private void blank() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n' || text.charAt(at) == '\r' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void expect(char c) throws Wrong {
        if (peek() != c) {
            throw wrong(JsonFault.NOT_JSON, "'" + c + "' is missing");
        }
        at++;
    }

    /** The next character, or NUL (which no valid text holds outside a string) at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Wrong wrong(JsonFault fault, String detail) {
        return new Wrong(fault, detail + " at character " + at);
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final transient JsonFault fault;
        private final String detail;

        Wrong(JsonFault fault, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
            this.detail = detail;
        }
    }
}
