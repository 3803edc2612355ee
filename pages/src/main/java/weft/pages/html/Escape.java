package weft.pages.html;

/** How characters are written. What no reader can see but what could mislead one is left out. */
final class Escape {
    private Escape() {}

    static void text(String text, StringBuilder out) {
        write(text, out, false);
    }

    static void attribute(String text, StringBuilder out) {
        write(text, out, true);
    }

    private static void write(String text, StringBuilder out, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\'' -> out.append(attribute ? "&#39;" : "'");
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else if (Character.isHighSurrogate(c) || Character.isLowSurrogate(c)) {
                        out.append('\ufffd');
                    } else if (!misleading(c)) {
                        out.append(c);
                    }
                }
            }
        }
    }

    /**
     * Control characters and those that override or isolate direction (a stray end of isolate would break out of
     * {@code bdi}); the harmless marks U+200E, U+200F and U+061C stay.
     */
    static boolean misleading(char c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c <= 0x9f;
        boolean direction = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
        return control || direction || c == '\ufeff' || c >= '\ufff9' && c <= '\ufffb' || c >= '\ufffe';
    }
}
