package weft.core.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * Reads what a {@link SecretWriter} wrote. It never throws on what it reads: the first thing that does not fit makes it
 * {@link #broken()} for good, and from then on it gives zeros and empty values, so that a parser can read a record to
 * its end and look once.
 */
public final class SecretReader implements AutoCloseable {
    private final Primitives primitives;
    private final byte[] bytes;
    private int at;
    private boolean broken;

    /** A reader of a secret, which stays the caller's. */
    public SecretReader(Primitives primitives, Secret content) {
        this.primitives = primitives;
        bytes = new byte[content.size()];
        content.copyTo(bytes, 0);
    }

    /** Whether something did not fit. */
    public boolean broken() {
        return broken;
    }

    /** Whether all was read and fitted. */
    public boolean finished() {
        return !broken && at == bytes.length;
    }

    /** Says that what was read makes no sense. */
    public void breakOff() {
        broken = true;
    }

    /** A whole number of one byte. */
    public int u8() {
        return (int) number(1);
    }

    /** A whole number of two bytes. */
    public int u16() {
        return (int) number(2);
    }

    /** A whole number of four bytes, 0..2^32-1. */
    public long u32() {
        return number(4);
    }

    /** A whole number of eight bytes. */
    public long u64() {
        return number(8);
    }

    /** One byte that is 0 or 1. */
    public boolean truth() {
        int value = u8();
        if (value > 1) {
            broken = true;
        }
        return value == 1;
    }

    /** How many records follow, in four bytes, each of at least so many bytes; 0 where the rest is too short for them. */
    public int count(int leastBytesEach) {
        long count = u32();
        if (count * leastBytesEach > bytes.length - at) {
            broken = true;
        }
        return broken ? 0 : (int) count;
    }

    /** Bytes of a known size. */
    public Bytes bytes(int size) {
        if (!has(size)) {
            return Bytes.wrap(new byte[size]);
        }
        at += size;
        return Bytes.wrap(Arrays.copyOfRange(bytes, at - size, at));
    }

    /** A secret of a known size, to be destroyed by the caller; zeros where broken. */
    public Secret secret(int size) {
        if (!has(size)) {
            return primitives.keep(new byte[size]);
        }
        at += size;
        return primitives.keep(Arrays.copyOfRange(bytes, at - size, at));
    }

    /** A secret with its size before it; empty where broken. */
    public Secret sizedSecret() {
        long size = u32();
        return secret(size <= bytes.length - at ? (int) size : fail());
    }

    /** A text in UTF-8 with its size before it. */
    public String text() {
        int size = u16();
        Bytes utf8 = has(size) ? bytes(size) : Bytes.EMPTY;
        String text = utf8.text();
        if (!Bytes.utf8(text).equals(utf8)) {
            broken = true;
        }
        return text;
    }

    /** A list of texts. */
    public List<String> texts() {
        int count = u8();
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count && !broken; i++) {
            out.add(text());
        }
        return out;
    }

    /** Wipes the copy. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    private int fail() {
        broken = true;
        return 0;
    }

    private boolean has(int size) {
        if (broken || size > bytes.length - at) {
            broken = true;
        }
        return !broken;
    }

    private long number(int size) {
        if (!has(size)) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }
}
