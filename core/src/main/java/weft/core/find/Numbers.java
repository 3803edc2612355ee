package weft.core.find;

import java.util.Arrays;

/** A list of whole numbers that grows, and leaves nothing behind where it stood before. */
final class Numbers {
    private int[] values;
    private int size;

    Numbers(int room) {
        values = new int[Math.max(4, room)];
    }

    void add(int value) {
        if (size == values.length) {
            values = grown(values, size + 1);
        }
        values[size++] = value;
    }

    int get(int at) {
        return values[at];
    }

    void set(int at, int value) {
        values[at] = value;
    }

    int size() {
        return size;
    }

    int takeLast() {
        int value = values[--size];
        values[size] = 0;
        return value;
    }

    void clear() {
        Arrays.fill(values, 0, size, 0);
        size = 0;
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** At least as long as asked for; what it held before is overwritten there. */
    static int[] grown(int[] old, int least) {
        int[] out = Arrays.copyOf(old, Math.max(least, old.length + (old.length >> 1)));
        Arrays.fill(old, 0);
        return out;
    }
}
