package weft.wire.sync;

import java.nio.ByteBuffer;
import java.util.Arrays;
import weft.primitives.Bytes;

/** A message being written. Bounds are written as differences, so the writer remembers the last time. */
final class SyncWriter {
    private byte[] bytes = new byte[512];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int size;
    private long lastTime;

    int size() {
        return size;
    }

    /** Goes back to an earlier size. Only an infinite bound may follow, since the last time is not brought back. */
    void cut(int earlier) {
        size = earlier;
    }

    void octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void varint(long value) {
        int digits = Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
        room(digits);
        for (int i = digits - 1; i > 0; i--) {
            bytes[size++] = (byte) (value >>> 7 * i | 0x80);
        }
        bytes[size++] = (byte) (value & 0x7f);
    }

    void infinity() {
        lastTime = -1L;
        varint(0);
        varint(0);
    }

    void bound(long time, long[] id, int prefix) {
        if (time == -1L) {
            infinity();
            return;
        }
        varint(time - lastTime + 1);
        lastTime = time;
        varint(prefix);
        room(32);
        for (int i = 0; i < Words.PER_ID; i++) {
            view.putLong(size + 8 * i, id[i]);
        }
        size += prefix;
    }

    void id(long[] ids, int at) {
        room(32);
        for (int i = 0; i < Words.PER_ID; i++) {
            view.putLong(size + 8 * i, ids[at + i]);
        }
        size += 32;
    }

    /** Eight bytes, little endian. */
    void limb(long limb) {
        room(8);
        view.putLong(size, Long.reverseBytes(limb));
        size += 8;
    }

    void bytes(Bytes other) {
        room(other.size());
        other.copyTo(bytes, size);
        size += other.size();
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            view = ByteBuffer.wrap(bytes);
        }
    }

    Bytes done() {
        return Bytes.wrap(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
    }
}
