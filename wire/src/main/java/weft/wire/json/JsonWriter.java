package weft.wire.json;

import java.util.Iterator;
import java.util.Map;

/** Writes compact JSON. Strings are escaped as NIP-01 prescribes, which is also what {@code JSON.stringify} does. */
public final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonWriter() {}

    /** Appends a value. */
    public static void value(Json value, StringBuilder out) {
        switch (value) {
            case Json.Null ignored -> out.append("null");
            case Json.Bool(boolean truth) -> out.append(truth);
            case Json.Num(String literal) -> out.append(literal);
            case Json.Text(String text) -> string(text, out);
            case Json.Arr(var items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    value(items.get(i), out);
                }
                out.append(']');
            }
            case Json.Obj(var members) -> {
                out.append('{');
                Iterator<Map.Entry<String, Json>> each = members.entrySet().iterator();
                while (each.hasNext()) {
                    Map.Entry<String, Json> member = each.next();
                    string(member.getKey(), out);
                    out.append(':');
                    value(member.getValue(), out);
                    if (each.hasNext()) {
                        out.append(',');
                    }
                }
                out.append('}');
            }
        }
    }

    /** Appends a string in quotes. Runs without escapes, which are nearly everything, are appended whole. */
    public static void string(String text, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, from, i);
                escape(c, out);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
