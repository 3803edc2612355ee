package weft.core.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * The serialised state of a forgetting tree ({@code spec/tree.md}).
 *
 * <pre>
 * version  1 byte, 1
 * shape    the tree from the root, each node before its halves, the 0 half first, as bits, highest first:
 *          0 split, 10 whole (a seed stands here), 11 forgotten; zeros up to a full byte
 * seeds    32 bytes each, in the order of the shape
 * </pre>
 */
final class TreeForm {
    private static final int VERSION = 1;
    private static final int SEED = 32;

    private TreeForm() {}

    /** What a node turned out to be. */
    private enum Shape {
        SPLIT,
        WHOLE,
        FORGOTTEN
    }

    /** Where the shape breaks a rule; never leaves this class. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final TreeFault fault;

        Wrong(TreeFault fault) {
            super(fault.code(), null, false, false);
            this.fault = fault;
        }
    }

    static Checked<List<TreeNode>> read(Primitives p, Secret state) {
        if (state.size() > ForgettingTree.STATE_BYTES) {
            return Checked.bad(TreeFault.TOO_LARGE, state.size() + " bytes");
        }
        byte[] bytes = new byte[state.size()];
        state.copyTo(bytes, 0);
        try {
            return read(p, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Checked<List<TreeNode>> read(Primitives p, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            return Checked.bad(TreeFault.WRONG_VERSION, bytes.length == 0 ? "no bytes" : "version " + (bytes[0] & 0xff));
        }
        Reader reader = new Reader(bytes);
        try {
            reader.node(0, 0);
            reader.padding();
        } catch (Wrong e) {
            return Checked.bad(e.fault, "bit " + reader.at + " of the shape");
        }
        int at = 1 + reader.at / 8;
        long wanted = at + (long) SEED * reader.places.size();
        if (wanted != bytes.length) {
            return Checked.bad(wanted > bytes.length ? TreeFault.TRUNCATED : TreeFault.TRAILING_BYTES, bytes.length + " bytes, not " + wanted);
        }
        List<TreeNode> nodes = new ArrayList<>(reader.places.size());
        for (Place place : reader.places) {
            nodes.add(new TreeNode(place.first(), place.depth(), p.keep(Arrays.copyOfRange(bytes, at, at + SEED))));
            at += SEED;
        }
        return Checked.good(nodes);
    }

    /** Where a seed stands. */
    private record Place(long first, int depth) {}

    /** Reads the shape's bits. */
    private static final class Reader {
        private final byte[] bytes;
        private final List<Place> places = new ArrayList<>();
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private boolean bit() throws Wrong {
            int index = 1 + at / 8;
            if (index >= bytes.length) {
                throw new Wrong(TreeFault.TRUNCATED);
            }
            return (bytes[index] >> (7 - at++ % 8) & 1) == 1;
        }

        private Shape node(long first, int depth) throws Wrong {
            if (bit()) {
                if (bit()) {
                    return Shape.FORGOTTEN;
                }
                places.add(new Place(first, depth));
                return Shape.WHOLE;
            }
            if (depth == TreeNode.DEEPEST) {
                throw new Wrong(TreeFault.TOO_DEEP);
            }
            Shape zero = node(first, depth + 1);
            Shape one = node(first | 1L << (TreeNode.DEEPEST - depth - 1), depth + 1);
            if (zero == one && zero != Shape.SPLIT) {
                throw new Wrong(TreeFault.NOT_MINIMAL);
            }
            return Shape.SPLIT;
        }

        private void padding() throws Wrong {
            while (at % 8 != 0) {
                if (bit()) {
                    throw new Wrong(TreeFault.WRONG_PADDING);
                }
            }
        }
    }

    /** Writes nodes that stand in the order of their paths. */
    static Secret write(Primitives p, List<TreeNode> nodes) {
        Writer writer = new Writer(nodes);
        writer.node(0, 0, 0, nodes.size());
        byte[] shape = writer.shape();
        byte[] out = new byte[1 + shape.length + SEED * nodes.size()];
        out[0] = VERSION;
        System.arraycopy(shape, 0, out, 1, shape.length);
        int at = 1 + shape.length;
        for (TreeNode node : nodes) {
            node.seed().copyTo(out, at);
            at += SEED;
        }
        return p.keep(out);
    }

    /** Writes the shape's bits. */
    private static final class Writer {
        private final List<TreeNode> nodes;
        private byte[] bits = new byte[64];
        private int at;

        Writer(List<TreeNode> nodes) {
            this.nodes = nodes;
        }

        private void bit(int bit) {
            if (at / 8 == bits.length) {
                bits = Arrays.copyOf(bits, 2 * bits.length);
            }
            bits[at / 8] |= (byte) (bit << (7 - at++ % 8));
        }

        /** Writes the subtree that begins at a path and in which the nodes of these indices lie. */
        void node(long first, int depth, int from, int to) {
            if (from == to) {
                bit(1);
                bit(1);
            } else if (nodes.get(from).depth() == depth) {
                bit(1);
                bit(0);
            } else {
                bit(0);
                long middle = first | 1L << (TreeNode.DEEPEST - depth - 1);
                int parting = parting(middle, from, to);
                node(first, depth + 1, from, parting);
                node(middle, depth + 1, parting, to);
            }
        }

        /** The index of the first node of these that begins at a path or after it. */
        private int parting(long path, int from, int to) {
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (nodes.get(middle).first() < path) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }

        byte[] shape() {
            return Arrays.copyOf(bits, (at + 7) / 8);
        }
    }
}
