package weft.wire.sync;

import java.nio.ByteBuffer;
import java.util.Arrays;
import weft.primitives.Bytes;

/** A message being read. Every read checks what it takes; the exception never leaves this package. */
final class SyncReader {
    private final byte[] bytes;
    private final ByteBuffer view;
    private final byte[] padded = new byte[32];
    private final ByteBuffer paddedView = ByteBuffer.wrap(padded);
    private int at;

    /** The bound read last. */
    long time;
    final long[] id = new long[Words.PER_ID];
    int prefix;

    /** The bound read before it. */
    long earlierTime;
    final long[] earlierId = new long[Words.PER_ID];
    int earlierPrefix;

    private long lastTime;

    SyncReader(Bytes message) {
        bytes = message.toArray();
        view = ByteBuffer.wrap(bytes);
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    ByteBuffer view() {
        return view;
    }

    /** Passes over bytes and says where they begin. */
    int take(long count) throws Wrong {
        if (count < 0 || count > bytes.length - at) {
            throw new Wrong(SyncFault.TRUNCATED, "at byte " + at);
        }
        int begin = at;
        at += (int) count;
        return begin;
    }

    int octet() throws Wrong {
        return bytes[take(1)] & 0xff;
    }

    /** An unsigned 64-bit number. */
    long varint() throws Wrong {
        long value = 0;
        for (int i = 0; ; i++) {
            int digit = octet();
            boolean leadingZero = i == 0 && digit == 0x80;
            if (leadingZero || value >>> 57 != 0) {
                throw new Wrong(SyncFault.MALFORMED_VARINT, "at byte " + (at - 1));
            }
            value = value << 7 | digit & 0x7f;
            if (digit < 0x80) {
                return value;
            }
        }
    }

    /** A number that has to fit what is left of the message, so that a huge one is named as truncation at once. */
    int count(int itemSize) throws Wrong {
        long count = varint();
        if (count < 0 || count > (bytes.length - at) / itemSize) {
            throw new Wrong(SyncFault.TRUNCATED, "a count of more items than there are bytes");
        }
        return (int) count;
    }

    /** Reads a bound into the fields. */
    void bound() throws Wrong {
        System.arraycopy(id, 0, earlierId, 0, Words.PER_ID);
        earlierTime = time;
        earlierPrefix = prefix;
        long difference = varint();
        if (difference == 0 || lastTime == -1L) {
            lastTime = -1L;
        } else {
            long sum = lastTime + (difference - 1);
            if (Long.compareUnsigned(sum, lastTime) < 0) {
                throw new Wrong(SyncFault.BOUND_OUT_OF_ORDER, "a time beyond 64 bits");
            }
            lastTime = sum;
        }
        time = lastTime;
        long length = varint();
        if (length < 0 || length > 32) {
            throw new Wrong(SyncFault.MALFORMED_BOUND, "an id prefix of more than 32 bytes");
        }
        prefix = (int) length;
        Arrays.fill(padded, (byte) 0);
        System.arraycopy(bytes, take(length), padded, 0, prefix);
        for (int i = 0; i < Words.PER_ID; i++) {
            id[i] = paddedView.getLong(8 * i);
        }
        int order = Long.compareUnsigned(time, earlierTime);
        if (order < 0 || order == 0 && Words.compare(id, 0, earlierId, 0) < 0) {
            throw new Wrong(SyncFault.BOUND_OUT_OF_ORDER, "at byte " + at);
        }
    }

    /** Why reading ended. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        final transient SyncFault fault;
        final String detail;

        Wrong(SyncFault fault, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
            this.detail = detail;
        }
    }
}
