package weft.core.atlas;

import weft.primitives.Bytes;

/** A run of bytes read from its beginning to its end, in the ways of protocol buffers. What can't be read makes it {@link #broken}. */
final class Varints {
    private final byte[] bytes;
    private int at;
    private final int end;
    private boolean broken;

    Varints(Bytes bytes) {
        this(bytes.toArray(), 0, bytes.size());
    }

    private Varints(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean broken() {
        return broken;
    }

    boolean more() {
        return !broken && at < end;
    }

    int left() {
        return end - at;
    }

    /** A number of at most 64 bits; 0 where there is none. */
    long next() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= end || shift == 63 && bytes[at] > 1) {
                broken = true;
                return 0;
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        broken = true;
        return 0;
    }

    /** A number of at most 31 bits. */
    int small() {
        long value = next();
        if (value < 0 || value > Integer.MAX_VALUE) {
            broken = true;
            return 0;
        }
        return (int) value;
    }

    /** What follows a length, as a run of its own. */
    Varints part() {
        int length = small();
        if (broken || length > end - at) {
            broken = true;
            return new Varints(bytes, 0, 0);
        }
        at += length;
        return new Varints(bytes, at - length, at);
    }

    /** All that is left, as a text. */
    String text() {
        return Bytes.wrap(java.util.Arrays.copyOfRange(bytes, at, end)).text();
    }

    /** A little-endian number of a fixed size. */
    long fixed(int size) {
        if (size > end - at) {
            broken = true;
            return 0;
        }
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        at += size;
        return value;
    }

    /** Passes over a field whose wire type is known, and whose meaning is not wanted. */
    void skip(int wire) {
        switch (wire) {
            case 0 -> next();
            case 1 -> fixed(8);
            case 2 -> part();
            case 5 -> fixed(4);
            default -> broken = true;
        }
    }
}
