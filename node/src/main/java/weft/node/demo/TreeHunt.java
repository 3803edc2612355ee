package weft.node.demo;

import java.util.ArrayList;
import java.util.List;
import weft.node.demo.Adversary.Seed;
import weft.primitives.Bytes;

/** Looks for serialised forgetting trees ({@code spec/tree.md}) anywhere in some bytes, whatever stands around them. */
final class TreeHunt {
    private static final int DEEPEST = 48;

    private final Bytes bytes;
    private final int start;
    private final List<Long> firsts = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private int bit;

    private TreeHunt(Bytes bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    /** The seeds of every tree that begins at any byte. */
    static List<Seed> seeds(Bytes bytes) {
        List<Seed> found = new ArrayList<>();
        for (int at = 0; at + 34 <= bytes.size(); at++) {
            if (bytes.at(at) == 1) {
                found.addAll(new TreeHunt(bytes, at + 1).tree());
            }
        }
        return found;
    }

    private List<Seed> tree() {
        if (!node(0, 0) || firsts.isEmpty()) {
            return List.of();
        }
        int at = start + (bit + 7) / 8;
        if (at + 32L * firsts.size() > bytes.size()) {
            return List.of();
        }
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            seeds.add(new Seed(firsts.get(i), depths.get(i), bytes.slice(at + 32 * i, at + 32 * i + 32)));
        }
        return seeds;
    }

    /** Bits of the shape: 0 split, 10 a seed, 11 forgotten. */
    private boolean node(long first, int depth) {
        if (start + bit / 8 + 1 >= bytes.size()) {
            return false;
        }
        if (!next()) {
            return depth < DEEPEST && node(first, depth + 1) && node(first | 1L << (DEEPEST - depth - 1), depth + 1);
        }
        if (!next()) {
            firsts.add(first);
            depths.add(depth);
        }
        return true;
    }

    private boolean next() {
        boolean one = (bytes.at(start + bit / 8) >> (7 - bit % 8) & 1) == 1;
        bit++;
        return one;
    }
}
