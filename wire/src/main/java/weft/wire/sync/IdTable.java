package weft.wire.sync;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import weft.primitives.Bytes;

/** The ids of one list of a message, found by content: an open table of positions in the message. */
final class IdTable {
    private int[] slots = new int[128];
    private int mask;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private int begin;
    private int count;

    /** Takes in the {@code count} ids that stand from {@code begin} on. Ids that stand twice count once. */
    void fill(ByteBuffer bytes, int begin, int count) {
        this.message = bytes;
        this.begin = begin;
        this.count = count;
        int wanted = Math.max(128, Integer.highestOneBit(Math.max(1, count * 2 - 1)) * 2);
        if (slots.length < wanted) {
            slots = new int[wanted];
        }
        mask = wanted - 1;
        Arrays.fill(slots, 0, wanted, 0);
        for (int i = 0; i < count; i++) {
            int at = begin + 32 * i;
            int slot = slot(bytes.getLong(at));
            while (slots[slot] > 0 && !same(bytes, slots[slot] - 1, at)) {
                slot = slot + 1 & mask;
            }
            slots[slot] = at + 1;
        }
    }

    private static boolean same(ByteBuffer bytes, int left, int right) {
        for (int i = 0; i < 32; i += 8) {
            if (bytes.getLong(left + i) != bytes.getLong(right + i)) {
                return false;
            }
        }
        return true;
    }

    private int slot(long word) {
        long mixed = word * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 32) & mask;
    }

    /** Marks an id as met; false where the list does not hold it. */
    boolean meet(long[] ids, int idAt) {
        int slot = slot(ids[idAt]);
        while (slots[slot] != 0) {
            int at = Math.abs(slots[slot]) - 1;
            if (ids[idAt] == message.getLong(at) && ids[idAt + 1] == message.getLong(at + 8)
                    && ids[idAt + 2] == message.getLong(at + 16) && ids[idAt + 3] == message.getLong(at + 24)) {
                slots[slot] = -(at + 1);
                return true;
            }
            slot = slot + 1 & mask;
        }
        return false;
    }

    /** Adds the ids that were not met, in the order of the list. */
    void unmet(List<Bytes> out) {
        for (int i = 0; i < count; i++) {
            int at = begin + 32 * i;
            int slot = slot(message.getLong(at));
            while (Math.abs(slots[slot]) != at + 1 && slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            if (slots[slot] == at + 1) {
                byte[] id = new byte[32];
                for (int j = 0; j < 32; j++) {
                    id[j] = message.get(at + j);
                }
                out.add(Bytes.wrap(id));
            }
        }
    }
}
