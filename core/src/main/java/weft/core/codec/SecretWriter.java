package weft.core.codec;

import java.util.Arrays;
import java.util.List;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Writes whole numbers (big endian), bytes, texts and secrets one after the other; each buffer outgrown is wiped. */
public final class SecretWriter implements AutoCloseable {
    private byte[] buffer = new byte[512];
    private int size;

    /** A writer that has written nothing. */
    public SecretWriter() {}

    /** A whole number of one byte. */
    public SecretWriter u8(int value) {
        return number(value, 1);
    }

    /** A whole number of two bytes. */
    public SecretWriter u16(int value) {
        return number(value, 2);
    }

    /** A whole number of four bytes. */
    public SecretWriter u32(long value) {
        return number(value, 4);
    }

    /** A whole number of eight bytes. */
    public SecretWriter u64(long value) {
        return number(value, 8);
    }

    /** One byte, 1 for true and 0 for false. */
    public SecretWriter truth(boolean value) {
        return u8(value ? 1 : 0);
    }

    /** Bytes of a size that the reader knows. */
    public SecretWriter bytes(Bytes value) {
        int at = room(value.size());
        value.copyTo(buffer, at);
        return this;
    }

    /** A secret of a size that the reader knows. */
    public SecretWriter secret(Secret value) {
        int at = room(value.size());
        value.copyTo(buffer, at);
        return this;
    }

    /** A secret of any size: its size in four bytes, then itself. */
    public SecretWriter sizedSecret(Secret value) {
        return u32(value.size()).secret(value);
    }

    /** A text: the size of its UTF-8 form in two bytes, then that. */
    public SecretWriter text(String value) {
        Bytes utf8 = Bytes.utf8(value);
        return u16(utf8.size()).bytes(utf8);
    }

    /** A list of texts: how many in one byte, then each. */
    public SecretWriter texts(List<String> values) {
        u8(values.size());
        values.forEach(this::text);
        return this;
    }

    /** Everything written; the writer is wiped. */
    public Secret finish(Primitives primitives) {
        Secret out = primitives.keep(Arrays.copyOf(buffer, size));
        close();
        return out;
    }

    /** Wipes what was written. */
    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
        size = 0;
    }

    private SecretWriter number(long value, int bytes) {
        int at = room(bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            buffer[at + i] = (byte) value;
            value >>>= 8;
        }
        return this;
    }

    private int room(int more) {
        if (size + more > buffer.length) {
            byte[] larger = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
            Arrays.fill(buffer, (byte) 0);
            buffer = larger;
        }
        size += more;
        return size - more;
    }
}
