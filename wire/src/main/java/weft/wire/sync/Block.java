package weft.wire.sync;

/**
 * A run of at most {@link #MOST} items in order: times and ids in flat arrays, and the sums of every {@link #STRIDE}
 * ids, so that the sum of any prefix takes at most so many additions.
 */
final class Block {
    /** How many items a block may hold before it is cut in two. */
    static final int MOST = 1024;
    /** How many ids stand between two kept sums. */
    static final int STRIDE = 16;

    long[] times;
    long[] ids;
    int size;
    private long[] sums = new long[0];
    private boolean summed;

    Block(int capacity) {
        times = new long[capacity];
        ids = new long[capacity * Words.PER_ID];
    }

    /** Compares the item at an index with another item. */
    int compare(int index, long time, long[] id) {
        int order = Long.compareUnsigned(times[index], time);
        return order != 0 ? order : Words.compare(ids, index * Words.PER_ID, id, 0);
    }

    /** The first index whose item is not below the one given. */
    int lowerBound(long time, long[] id) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, time, id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void insert(int index, long time, long[] id) {
        if (size == times.length) {
            int capacity = Math.min(MOST, Math.max(16, size * 2));
            times = java.util.Arrays.copyOf(times, capacity);
            ids = java.util.Arrays.copyOf(ids, capacity * Words.PER_ID);
        }
        System.arraycopy(times, index, times, index + 1, size - index);
        System.arraycopy(ids, index * Words.PER_ID, ids, (index + 1) * Words.PER_ID, (size - index) * Words.PER_ID);
        times[index] = time;
        System.arraycopy(id, 0, ids, index * Words.PER_ID, Words.PER_ID);
        size++;
        summed = false;
    }

    void remove(int index) {
        System.arraycopy(times, index + 1, times, index, size - index - 1);
        System.arraycopy(ids, (index + 1) * Words.PER_ID, ids, index * Words.PER_ID, (size - index - 1) * Words.PER_ID);
        size--;
        summed = false;
    }

    /** Cuts the upper half off into a block of its own. */
    Block split() {
        int half = size / 2;
        Block upper = new Block(MOST);
        upper.size = size - half;
        System.arraycopy(times, half, upper.times, 0, upper.size);
        System.arraycopy(ids, half * Words.PER_ID, upper.ids, 0, upper.size * Words.PER_ID);
        size = half;
        summed = false;
        return upper;
    }

    /** Adds the sum of the first {@code count} ids to a sum. */
    void addPrefix(int count, long[] sum) {
        if (!summed) {
            sumUp();
        }
        int kept = count / STRIDE;
        Words.addSum(sum, 0, sums, kept * Words.PER_ID);
        for (int i = kept * STRIDE; i < count; i++) {
            Words.addId(sum, 0, ids, i * Words.PER_ID);
        }
    }

    private void sumUp() {
        int kept = size / STRIDE + 1;
        if (sums.length < kept * Words.PER_ID) {
            sums = new long[kept * Words.PER_ID];
        }
        long[] running = new long[Words.PER_ID];
        for (int i = 0; i < size; i++) {
            if (i % STRIDE == 0) {
                System.arraycopy(running, 0, sums, i / STRIDE * Words.PER_ID, Words.PER_ID);
            }
            Words.addId(running, 0, ids, i * Words.PER_ID);
        }
        if (size % STRIDE == 0) {
            System.arraycopy(running, 0, sums, size / STRIDE * Words.PER_ID, Words.PER_ID);
        }
        summed = true;
    }
}
