package weft.browser;

import java.util.Arrays;
import weft.primitives.Bytes;

/**
 * Moves a page under a base path: the pages' own addresses begin with a slash, and a phone's node lives under a folder of
 * somebody's web space. Only addresses in the attributes {@code href}, {@code src} and {@code action} are touched; text
 * between tags can't be mistaken for them, because the pages escape it.
 */
final class Based {
    private static final byte[][] ADDRESSES = {ascii(" href=\"/"), ascii(" src=\"/"), ascii(" action=\"/"), ascii(" data-map=\"/"), ascii(" formaction=\"/")};

    private Based() {}

    private static byte[] ascii(String text) {
        return Bytes.utf8(text).toArray();
    }

    /** The same page, UTF-8, with a base, such as {@code /app}, before each address that begins with a slash. */
    static Bytes html(Bytes html, String base) {
        byte[] in = html.toArray();
        byte[] before = ascii(base);
        byte[] out = new byte[in.length + in.length / 4 + 400];
        int size = 0;
        boolean tag = false;
        boolean quoted = false;
        for (int i = 0; i < in.length; i++) {
            byte c = in[i];
            if (size + before.length + 20 > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            if (!tag) {
                tag = c == '<';
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                tag = false;
            } else if (c == ' ' && !quoted) {
                int length = address(in, i);
                if (length > 0) {
                    System.arraycopy(in, i, out, size, length - 1);
                    System.arraycopy(before, 0, out, size + length - 1, before.length);
                    size += length + before.length;
                    out[size - 1] = '/';
                    i += length - 1;
                    quoted = true;
                    continue;
                }
            }
            out[size++] = c;
        }
        return Bytes.wrap(Arrays.copyOf(out, size));
    }

    private static int address(byte[] html, int at) {
        for (byte[] start : ADDRESSES) {
            if (at + start.length <= html.length && Arrays.equals(html, at, at + start.length, start, 0, start.length)) {
                return start.length;
            }
        }
        return 0;
    }
}
