package weft.wire.sync;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weft.primitives.Bytes;

/**
 * A set of (time, id) items in order, made for reconciliation: ids and times in flat arrays of at most
 * {@link Block#MOST} items, with sums over ids kept per block and, lazily, over all blocks before it. A fingerprint over
 * any range takes two binary searches among the blocks and at most 30 additions; an insertion or a removal moves at most
 * one block's items. Items take 42 bytes each. Not safe for use by several threads at once.
 */
public final class SyncIndex {
    private final List<Block> blocks = new ArrayList<>();
    /** For each block, how many items stand before it; one more entry for the total. */
    private int[] starts = new int[1];
    /** For each block, the sum of all ids before it. */
    private long[] sums = new long[Words.PER_ID];
    /** Blocks from this one on have stale entries in {@link #starts} and {@link #sums}. */
    private int fresh;

    private int size;

    /** How many items there are. */
    public int size() {
        return size;
    }

    /**
     * Puts an item in.
     *
     * @param time unsigned seconds, below 2^64-1
     * @param id 32 bytes
     * @return false where it was there already
     */
    public boolean add(long time, Bytes id) {
        long[] words = words(id);
        if (time == -1L) {
            throw new IllegalArgumentException("the largest time stands for infinity");
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block(16));
        }
        int number = blockFor(time, words);
        Block block = blocks.get(number);
        int at = block.lowerBound(time, words);
        if (at < block.size && block.compare(at, time, words) == 0) {
            return false;
        }
        if (block.size == Block.MOST) {
            // Appending in order, as a restore does, leaves full blocks behind instead of half-full ones.
            Block upper = at == block.size && number == blocks.size() - 1 ? new Block(Block.MOST) : block.split();
            blocks.add(number + 1, upper);
            if (at >= block.size && (at > block.size || upper.size == 0)) {
                upper.insert(at - block.size, time, words);
            } else {
                block.insert(at, time, words);
            }
        } else {
            block.insert(at, time, words);
        }
        size++;
        fresh = Math.min(fresh, number);
        return true;
    }

    /** Takes an item out; false where it was not there. */
    public boolean remove(long time, Bytes id) {
        if (blocks.isEmpty()) {
            return false;
        }
        long[] words = words(id);
        int number = blockFor(time, words);
        Block block = blocks.get(number);
        int at = block.lowerBound(time, words);
        if (at == block.size || block.compare(at, time, words) != 0) {
            return false;
        }
        block.remove(at);
        if (block.size == 0) {
            blocks.remove(number);
        }
        size--;
        fresh = Math.min(fresh, number);
        return true;
    }

    /** Whether an item is there. */
    public boolean contains(long time, Bytes id) {
        if (blocks.isEmpty()) {
            return false;
        }
        long[] words = words(id);
        Block block = blocks.get(blockFor(time, words));
        int at = block.lowerBound(time, words);
        return at < block.size && block.compare(at, time, words) == 0;
    }

    /** All ids in order. */
    public List<Bytes> ids() {
        List<Bytes> all = new ArrayList<>(size);
        visit(0, size, (block, at) -> all.add(id(block, at)));
        return all;
    }

    private static long[] words(Bytes id) {
        if (id.size() != 32) {
            throw new IllegalArgumentException("an id has 32 bytes, not " + id.size());
        }
        return new long[] {id.bigEndianAt(0, 8), id.bigEndianAt(8, 8), id.bigEndianAt(16, 8), id.bigEndianAt(24, 8)};
    }

    /** The last block whose first item is not above the one given, or the first block. */
    private int blockFor(long time, long[] id) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).compare(0, time, id) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void refresh() {
        if (fresh == blocks.size() && starts.length > fresh) {
            return;
        }
        int wanted = blocks.size() + 1;
        if (starts.length < wanted) {
            int capacity = wanted + wanted / 2;
            starts = Arrays.copyOf(starts, capacity);
            sums = Arrays.copyOf(sums, capacity * Words.PER_ID);
        }
        long[] running = Arrays.copyOfRange(sums, fresh * Words.PER_ID, (fresh + 1) * Words.PER_ID);
        for (int i = fresh; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            starts[i + 1] = starts[i] + block.size;
            block.addPrefix(block.size, running);
            System.arraycopy(running, 0, sums, (i + 1) * Words.PER_ID, Words.PER_ID);
        }
        fresh = blocks.size();
    }

    /** The number of the block in which the item of an index stands; the last one for the index past the end. */
    private int blockOf(int index) {
        refresh();
        int found = Arrays.binarySearch(starts, 0, blocks.size(), index);
        return found >= 0 ? found : -found - 2;
    }

    /** Puts the sum of the ids from an index up to, not including, another into four little-endian limbs. */
    void sum(int from, int to, long[] sum) {
        long[] below = new long[Words.PER_ID];
        prefix(to, sum);
        prefix(from, below);
        Words.subtractSum(sum, 0, below, 0);
    }

    private void prefix(int count, long[] sum) {
        Arrays.fill(sum, 0);
        if (count > 0) {
            int number = blockOf(count);
            System.arraycopy(sums, number * Words.PER_ID, sum, 0, Words.PER_ID);
            if (number < blocks.size()) {
                blocks.get(number).addPrefix(count - starts[number], sum);
            }
        }
    }

    /** The first index from {@code from} on whose item is not below a bound. */
    int lowerBound(int from, long time, long[] id) {
        if (time == -1L || blocks.isEmpty()) {
            return size;
        }
        refresh();
        int number = blockFor(time, id);
        return Math.max(from, starts[number] + blocks.get(number).lowerBound(time, id));
    }

    /** The time of the item at an index. */
    long time(int index) {
        int number = blockOf(index);
        return blocks.get(number).times[index - starts[number]];
    }

    /** Copies the id at an index into four words. */
    void id(int index, long[] words) {
        int number = blockOf(index);
        System.arraycopy(blocks.get(number).ids, (index - starts[number]) * Words.PER_ID, words, 0, Words.PER_ID);
    }

    static Bytes id(Block block, int at) {
        ByteBuffer out = ByteBuffer.allocate(32);
        for (int i = 0; i < Words.PER_ID; i++) {
            out.putLong(8 * i, block.ids[at * Words.PER_ID + i]);
        }
        return Bytes.wrap(out.array());
    }

    /** What is done with an item; false ends the walk. */
    interface Visitor {
        boolean visit(Block block, int at);
    }

    /** Walks over the items from an index up to another; returns the index at which the walk ended. */
    int visit(int from, int to, Visitor visitor) {
        int index = from;
        if (from >= to) {
            return index;
        }
        int number = blockOf(from);
        int at = from - starts[number];
        while (index < to) {
            Block block = blocks.get(number);
            for (; at < block.size && index < to; at++, index++) {
                if (!visitor.visit(block, at)) {
                    return index;
                }
            }
            number++;
            at = 0;
        }
        return index;
    }
}
