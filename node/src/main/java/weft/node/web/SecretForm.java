package weft.node.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Reads fields of a posted form straight from its bytes, so that a passphrase never becomes a String. Wiped when closed. */
final class SecretForm implements AutoCloseable {
    private final byte[] body;
    private final Primitives primitives;

    /** Takes the body as its own. */
    SecretForm(byte[] body, Primitives primitives) {
        this.body = body;
        this.primitives = primitives;
    }

    /** The first field of a name, percent-decoded; nothing where it is missing. */
    Optional<Secret> secret(String name) {
        return find(name).map(range -> {
            byte[] decoded = new byte[range.to - range.from];
            int size = decode(range, decoded);
            byte[] exact = Arrays.copyOf(decoded, size);
            Arrays.fill(decoded, (byte) 0);
            return primitives.keep(exact);
        });
    }

    /** The same, and blanks the field in the body, so that the rest of it may be read as a text. */
    Optional<Secret> take(String name) {
        Optional<Secret> taken = secret(name);
        for (Optional<Range> range = find(name); range.isPresent(); range = find(name)) {
            Arrays.fill(body, range.get().from - name.length() - 1, range.get().to, (byte) '&');
        }
        return taken;
    }

    /** The body as it is now. */
    String rest() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same for a field that is no secret. */
    String text(String name) {
        return find(name).map(range -> {
            byte[] decoded = new byte[range.to - range.from];
            return new String(decoded, 0, decode(range, decoded), StandardCharsets.UTF_8);
        }).orElse("");
    }

    private record Range(int from, int to) {}

    private Optional<Range> find(String name) {
        byte[] wanted = (name + "=").getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (from < body.length) {
            int end = from;
            while (end < body.length && body[end] != '&') {
                end++;
            }
            if (end - from >= wanted.length && Arrays.equals(body, from, from + wanted.length, wanted, 0, wanted.length)) {
                return Optional.of(new Range(from + wanted.length, end));
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    private int decode(Range range, byte[] out) {
        int size = 0;
        for (int i = range.from; i < range.to; i++) {
            int high = body[i] == '%' && i + 2 < range.to ? Character.digit(body[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(body[i + 2], 16);
            if (low >= 0) {
                out[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[size++] = body[i] == '+' ? (byte) ' ' : body[i];
            }
        }
        return size;
    }

    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
    }
}
