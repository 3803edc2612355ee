package weft.browser;

/**
 * Moves a page under a base path: the pages' own addresses begin with a slash, and a phone's node lives under a folder of
 * somebody's web space. Only addresses in the attributes {@code href}, {@code src} and {@code action} are touched; text
 * between tags can't be mistaken for them, because the pages escape it.
 */
final class Based {
    private static final String[] ADDRESSES = {" href=\"/", " src=\"/", " action=\"/", " data-map=\"/", " formaction=\"/"};

    private Based() {}

    /** The same page with a base, such as {@code /app}, before each address that begins with a slash. */
    static String html(String html, String base) {
        StringBuilder out = new StringBuilder(html.length() + 400);
        boolean tag = false;
        boolean quoted = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (!tag) {
                tag = c == '<';
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                tag = false;
            } else if (c == ' ' && !quoted) {
                int length = address(html, i);
                if (length > 0) {
                    out.append(html, i, i + length - 1).append(base).append('/');
                    i += length - 1;
                    quoted = true;
                    continue;
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    private static int address(String html, int at) {
        for (String start : ADDRESSES) {
            if (html.startsWith(start, at)) {
                return start.length();
            }
        }
        return 0;
    }
}
