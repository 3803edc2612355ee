package weft.primitives;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * An immutable run of public bytes with value equality. Comparison for equality takes the same time wherever two runs
 * of one length differ; order is unsigned and lexicographic. What must be destroyed is a {@link Secret} instead.
 */
public final class Bytes implements Comparable<Bytes> {
    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final byte[] bytes;
    /** The hash once it was asked for, 0 before: keys of maps are asked for it again and again. */
    private int hash;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the given bytes. */
    public static Bytes of(byte... bytes) {
        return new Bytes(bytes.clone());
    }

    /** A copy of the given values, each 0..255. */
    public static Bytes ofUnsigned(int... values) {
        byte[] copy = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = (byte) values[i];
        }
        return new Bytes(copy);
    }

    /** Takes the array as its own: the caller must not keep or change it. */
    public static Bytes wrap(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** The UTF-8 form of a text. A lone surrogate becomes '?'; callers who must not lose it check first. */
    public static Bytes utf8(String text) {
        return new Bytes(Utf8.encode(text));
    }

    /** A big-endian whole number of {@code size} bytes (1..8). */
    public static Bytes bigEndian(long value, int size) {
        byte[] out = new byte[size];
        for (int i = size - 1; i >= 0; i--) {
            out[i] = (byte) value;
            value >>>= 8;
        }
        return new Bytes(out);
    }

    /**
     * The bytes that a hex text of the project's own names.
     *
     * @throws IllegalArgumentException where the text is not lower-case hex of even length
     */
    public static Bytes hex(String hex) {
        return parseHex(hex).orElseThrow(() -> new IllegalArgumentException("not lower-case hex: " + hex.length() + " characters"));
    }

    /** The bytes that a lower-case hex text from outside names, or nothing where it is not one. */
    public static Optional<Bytes> parseHex(String hex) {
        if (hex.length() % 2 != 0) {
            return Optional.empty();
        }
        byte[] out = new byte[hex.length() / 2];
        for (int i = 0; i < out.length; i++) {
            int high = nibble(hex.charAt(2 * i));
            int low = nibble(hex.charAt(2 * i + 1));
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            out[i] = (byte) (high << 4 | low);
        }
        return Optional.of(new Bytes(out));
    }

    private static int nibble(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** The bytes of canonical, padded base64 (RFC 4648, section 4), or nothing where the text is another. */
    public static Optional<Bytes> parseBase64(String text) {
        try {
            Bytes out = new Bytes(Base64.getDecoder().decode(text));
            return out.base64().equals(text) ? Optional.of(out) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes of canonical base64url without padding (RFC 4648, section 5), or nothing where the text is another. */
    public static Optional<Bytes> parseBase64Url(String text) {
        try {
            Bytes out = new Bytes(Base64.getUrlDecoder().decode(text));
            return out.base64Url().equals(text) ? Optional.of(out) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** The byte at an index, 0..255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** Copies all bytes into an array. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    /** The bytes from an index up to, not including, another. */
    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(bytes, from, checkTo(from, to)));
    }

    private int checkTo(int from, int to) {
        if (from < 0 || to < from || to > bytes.length) {
            throw new IndexOutOfBoundsException(from + ".." + to + " of " + bytes.length);
        }
        return to;
    }

    /** These bytes followed by others. */
    public Bytes then(Bytes... others) {
        int size = bytes.length;
        for (Bytes other : others) {
            size += other.bytes.length;
        }
        byte[] out = Arrays.copyOf(bytes, size);
        int at = bytes.length;
        for (Bytes other : others) {
            System.arraycopy(other.bytes, 0, out, at, other.bytes.length);
            at += other.bytes.length;
        }
        return new Bytes(out);
    }

    /** The unsigned big-endian number that the eight or fewer bytes from an index make. */
    public long bigEndianAt(int index, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | at(index + i);
        }
        return value;
    }

    /** Lower-case hex. */
    public String hex() {
        char[] out = new char[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            out[2 * i] = HEX[(bytes[i] >> 4) & 15];
            out[2 * i + 1] = HEX[bytes[i] & 15];
        }
        return new String(out);
    }

    /** Padded base64 (RFC 4648, section 4). */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Base64url without padding (RFC 4648, section 5). */
    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The text of which these bytes are the UTF-8 form; ill-formed sequences become U+FFFD. */
    public String text() {
        return Utf8.decode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Bytes that) || that.bytes.length != bytes.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < bytes.length; i++) {
            difference |= bytes[i] ^ that.bytes[i];
        }
        return difference == 0;
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = Arrays.hashCode(bytes);
            hash = known;
        }
        return known;
    }

    @Override
    public int compareTo(Bytes that) {
        int common = Math.min(bytes.length, that.bytes.length);
        for (int i = 0; i < common; i++) {
            int difference = (bytes[i] & 0xff) - (that.bytes[i] & 0xff);
            if (difference != 0) {
                return difference;
            }
        }
        return bytes.length - that.bytes.length;
    }

    /** Hex; these bytes are public. */
    @Override
    public String toString() {
        return hex();
    }
}
