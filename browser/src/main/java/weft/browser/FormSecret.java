package weft.browser;

import java.nio.charset.StandardCharsets;
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
            int end = end(body, from);
            if (named(body, from, end, name)) {
                return Optional.of(primitives.keep(decoded(body, from + name.length() + 1, end)));
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    /** The same, and blanks the field in the body, so that the rest of it may be read as a text. */
    static Optional<Secret> take(Primitives primitives, byte[] body, String name) {
        Optional<Secret> taken = field(primitives, body, name);
        for (int from = 0; from < body.length; ) {
            int end = end(body, from);
            if (named(body, from, end, name)) {
                Arrays.fill(body, from, end, (byte) '&');
            }
            from = end + 1;
        }
        return taken;
    }

    /** The decoded value of a field that is no secret; empty where it is missing. */
    static String text(byte[] body, String name) {
        for (int from = 0; from < body.length; ) {
            int end = end(body, from);
            if (named(body, from, end, name)) {
                byte[] value = decoded(body, from + name.length() + 1, end);
                return new String(value, StandardCharsets.UTF_8);
            }
            from = end + 1;
        }
        return "";
    }

    private static int end(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != '&') {
            end++;
        }
        return end;
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

    private static byte[] decoded(byte[] body, int from, int end) {
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
        return exact;
    }

    /** Whether two secrets are the same, in a time that does not depend on where they differ. */
    static boolean same(Secret one, Secret other) {
        byte[] a = plain(one);
        byte[] b = plain(other);
        int difference = a.length ^ b.length;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            difference |= a[i] ^ b[i];
        }
        Arrays.fill(a, (byte) 0);
        Arrays.fill(b, (byte) 0);
        return difference == 0;
    }

    /** Code points of a UTF-8 text. */
    static int characters(Secret secret) {
        byte[] plain = plain(secret);
        int count = 0;
        for (byte b : plain) {
            count += (b & 0xc0) == 0x80 ? 0 : 1;
        }
        Arrays.fill(plain, (byte) 0);
        return count;
    }

    private static byte[] plain(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return out;
    }
}
