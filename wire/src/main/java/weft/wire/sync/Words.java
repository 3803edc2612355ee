package weft.wire.sync;

/**
 * Ids as four 64-bit words and their sums modulo 2^256. Words are big endian as they stand in the id, so that their
 * unsigned order is the ids' order; the protocol adds ids as little-endian numbers, so sums turn each word around.
 */
final class Words {
    /** How many words an id has. */
    static final int PER_ID = 4;

    private Words() {}

    /** Compares two ids, each four words from an index. */
    static int compare(long[] left, int leftAt, long[] right, int rightAt) {
        for (int i = 0; i < PER_ID; i++) {
            int order = Long.compareUnsigned(left[leftAt + i], right[rightAt + i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Adds an id to a sum of four little-endian limbs. */
    static void addId(long[] sum, int sumAt, long[] ids, int idAt) {
        long carry = 0;
        for (int i = 0; i < PER_ID; i++) {
            carry = addLimb(sum, sumAt + i, Long.reverseBytes(ids[idAt + i]), carry);
        }
    }

    /** Adds a sum to a sum. */
    static void addSum(long[] sum, int sumAt, long[] other, int otherAt) {
        long carry = 0;
        for (int i = 0; i < PER_ID; i++) {
            carry = addLimb(sum, sumAt + i, other[otherAt + i], carry);
        }
    }

    private static long addLimb(long[] sum, int at, long limb, long carry) {
        long before = sum[at];
        long added = before + limb;
        long carried = Long.compareUnsigned(added, before) < 0 ? 1 : 0;
        long result = added + carry;
        sum[at] = result;
        return carried | (carry == 1 && result == 0 ? 1 : 0);
    }

    /** Takes a sum away from a sum. */
    static void subtractSum(long[] sum, int sumAt, long[] other, int otherAt) {
        long borrow = 0;
        for (int i = 0; i < PER_ID; i++) {
            long before = sum[sumAt + i];
            long taken = before - other[otherAt + i];
            long borrowed = Long.compareUnsigned(before, other[otherAt + i]) < 0 ? 1 : 0;
            sum[sumAt + i] = taken - borrow;
            borrow = borrowed | (borrow == 1 && taken == 0 ? 1 : 0);
        }
    }
}
