package weft.core.find;

import java.util.Arrays;

/**
 * All terms, each with a number, in one array of letters: found by a table of hashes, and in order for what begins with
 * some letters. A term that nothing holds any more is overwritten, and its number used again.
 *
 * <pre>
 * letters  b r e a d s o u p ...          starts[term], lengths[term], uses[term]
 * table    hash ──▶ term + 1              0: free
 * order    terms by their letters; fresh ones are sorted in when somebody looks for a beginning
 * </pre>
 */
final class Dictionary {
    private char[] letters = new char[256];
    private int used;
    private int[] starts = new int[32];
    private int[] lengths = new int[32];
    private int[] uses = new int[32];
    private int terms;
    private final Numbers free = new Numbers(4);
    private int[] table = new int[64];
    private int living;
    private int[] order = new int[32];
    private int ordered;
    private final Numbers fresh = new Numbers(16);

    /** The term's number, or -1. */
    int find(String term) {
        int at = slot(term);
        return table[at] == 0 ? -1 : table[at] - 1;
    }

    /** The term's number, one use more. */
    int use(String term) {
        int at = slot(term);
        if (table[at] == 0) {
            at = make(term, at);
        }
        int number = table[at] - 1;
        uses[number]++;
        return number;
    }

    /** How many things bear a term. */
    int uses(int term) {
        return uses[term];
    }

    /** One more than the greatest number in use. */
    int bound() {
        return terms;
    }

    int living() {
        return living;
    }

    private int slot(String term) {
        int mask = table.length - 1;
        for (int at = spread(term.hashCode()) & mask; ; at = (at + 1) & mask) {
            if (table[at] == 0 || is(table[at] - 1, term)) {
                return at;
            }
        }
    }

    private boolean is(int number, String term) {
        if (lengths[number] != term.length()) {
            return false;
        }
        for (int i = 0, at = starts[number]; i < term.length(); i++, at++) {
            if (letters[at] != term.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int spread(int hash) {
        int out = hash * 0x9e3779b9;
        return out ^ (out >>> 15);
    }

    private int hash(int number) {
        int hash = 0;
        for (int i = 0, at = starts[number]; i < lengths[number]; i++, at++) {
            hash = 31 * hash + letters[at];
        }
        return spread(hash);
    }

    private int make(String term, int at) {
        int number = free.size() > 0 ? free.takeLast() : terms++;
        if (number >= starts.length) {
            starts = Numbers.grown(starts, number + 1);
            lengths = Numbers.grown(lengths, number + 1);
            uses = Numbers.grown(uses, number + 1);
        }
        if (used + term.length() > letters.length) {
            room(term.length());
        }
        starts[number] = used;
        lengths[number] = term.length();
        uses[number] = 0;
        for (int i = 0; i < term.length(); i++) {
            letters[used++] = term.charAt(i);
        }
        fresh.add(number);
        living++;
        table[at] = number + 1;
        if (living * 2 > table.length) {
            rehash();
            return slot(term);
        }
        return at;
    }

    /** Puts the letters in use together, into a longer array where that is not enough; the old one is overwritten. */
    private void room(int more) {
        int needed = more;
        for (int i = 0; i < terms; i++) {
            needed += lengths[i];
        }
        char[] next = new char[Math.max(256, needed + (needed >> 1))];
        int to = 0;
        for (int i = 0; i < terms; i++) {
            System.arraycopy(letters, starts[i], next, to, lengths[i]);
            starts[i] = to;
            to += lengths[i];
        }
        Arrays.fill(letters, '\0');
        letters = next;
        used = to;
    }

    private void rehash() {
        int[] old = table;
        table = new int[old.length * 2];
        int mask = table.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int at = hash(entry - 1) & mask;
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = entry;
            }
        }
    }

    /** One use less; the last one overwrites the letters. */
    void release(int term) {
        if (--uses[term] > 0) {
            return;
        }
        unorder(term);
        unhash(term);
        Arrays.fill(letters, starts[term], starts[term] + lengths[term], '\0');
        starts[term] = 0;
        lengths[term] = 0;
        free.add(term);
        living--;
    }

    private void unorder(int term) {
        if (fresh.size() > 64) {
            sortIn();
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i) == term) {
                fresh.set(i, fresh.get(fresh.size() - 1));
                fresh.takeLast();
                return;
            }
        }
        int at = firstNotBefore(order, ordered, starts[term], lengths[term]);
        System.arraycopy(order, at + 1, order, at, ordered - at - 1);
        order[--ordered] = 0;
    }

    /** Takes an entry out of the table and moves those that had to step aside for it (Knuth, algorithm R). */
    private void unhash(int term) {
        int mask = table.length - 1;
        int hole = hash(term) & mask;
        while (table[hole] != term + 1) {
            hole = (hole + 1) & mask;
        }
        for (int at = (hole + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
            int home = hash(table[at] - 1) & mask;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                table[hole] = table[at];
                hole = at;
            }
        }
        table[hole] = 0;
    }

    /** Adds every term that begins with some letters to a list. */
    void beginning(String letters, Numbers out) {
        sortIn();
        char[] wanted = letters.toCharArray();
        int low = 0;
        int high = ordered;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(this.letters, starts[order[middle]], lengths[order[middle]], wanted, 0, wanted.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < ordered && begins(order[i], wanted); i++) {
            out.add(order[i]);
        }
    }

    private boolean begins(int term, char[] wanted) {
        if (lengths[term] < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (letters[starts[term] + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int firstNotBefore(int[] among, int size, int start, int length) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(letters, starts[among[middle]], lengths[among[middle]], letters, start, length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(char[] a, int from, int length, char[] b, int fromB, int lengthB) {
        for (int i = 0; i < Math.min(length, lengthB); i++) {
            int difference = a[from + i] - b[fromB + i];
            if (difference != 0) {
                return difference;
            }
        }
        return length - lengthB;
    }

    private void sortIn() {
        int more = fresh.size();
        if (more == 0) {
            return;
        }
        int[] added = sorted(fresh.toArray());
        fresh.clear();
        if (ordered + more > order.length) {
            order = Numbers.grown(order, ordered + more);
        }
        int left = ordered - 1;
        int right = more - 1;
        for (int to = ordered + more - 1; right >= 0; to--) {
            boolean old = left >= 0 && compareTerms(order[left], added[right]) > 0;
            order[to] = old ? order[left--] : added[right--];
        }
        ordered += more;
    }

    private int compareTerms(int a, int b) {
        return compare(letters, starts[a], lengths[a], letters, starts[b], lengths[b]);
    }

    /** Merge sort, so that no objects are made of a million numbers. */
    private int[] sorted(int[] numbers) {
        int[] from = numbers;
        int[] to = new int[numbers.length];
        for (int width = 1; width < numbers.length; width *= 2) {
            for (int i = 0; i < numbers.length; i += 2 * width) {
                merge(from, to, i, Math.min(i + width, numbers.length), Math.min(i + 2 * width, numbers.length));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void merge(int[] from, int[] to, int left, int middle, int end) {
        int a = left;
        int b = middle;
        for (int i = left; i < end; i++) {
            boolean first = a < middle && (b >= end || compareTerms(from[a], from[b]) <= 0);
            to[i] = first ? from[a++] : from[b++];
        }
    }

    /** Whether some letters stand anywhere in memory of this dictionary: for the tests of forgetting. */
    boolean holds(String text) {
        return new String(letters).contains(text);
    }

    long bytes() {
        return 2L * letters.length + 4L * (starts.length + lengths.length + uses.length + table.length + order.length);
    }
}
