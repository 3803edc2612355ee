package weft.core.key;

import weft.primitives.Secret;

/**
 * A subtree of which every leaf is still known, through its seed.
 *
 * @param first the path of its first leaf, 48 bits
 * @param depth 0 for the whole tree, 48 for a single leaf
 * @param seed 32 bytes, owned by the tree
 */
record TreeNode(long first, int depth, Secret seed) {
    /** How deep the tree is: 16 bits of day and 32 of slot. */
    static final int DEEPEST = 48;

    /** How many leaves it has. */
    long leaves() {
        return 1L << (DEEPEST - depth);
    }

    /** The path of the first leaf after it. */
    long end() {
        return first + leaves();
    }

    boolean covers(long path) {
        return first <= path && path < end();
    }
}
