package weft.browser;

import java.util.Arrays;
import java.util.Optional;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Takes a field out of a posted form without its value ever becoming a String. */
final class FormSecret {
    private FormSecret() {}

    /** The decoded value of a field (WHATWG URL, section 5.1); nothing where it is missing. The body is left as it is. */
    static Optional<Secret> field(Primitives primitives, byte[] body, String name) {
        for (int from = 0; from < body.length; ) {
            int end = from;
            while (end < body.length && body[end] != '&') {
                end++;
            }
            if (named(body, from, end, name)) {
                return Optional.of(decoded(primitives, body, from + name.length() + 1, end));
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    private static boolean named(byte[] body, int from, int end, String name) {
        if (end - from <= name.length() || body[from + name.length()] != '=') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (body[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Secret decoded(Primitives primitives, byte[] body, int from, int end) {
        byte[] out = new byte[end - from];
        int size = 0;
        for (int i = from; i < end; i++) {
            int high = body[i] == '%' && i + 2 < end ? Character.digit(body[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(body[i + 2], 16);
            if (low >= 0) {
                out[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[size++] = body[i] == '+' ? (byte) ' ' : body[i];
            }
        }
        byte[] exact = Arrays.copyOf(out, size);
        Arrays.fill(out, (byte) 0);
        return primitives.keep(exact);
    }
}
