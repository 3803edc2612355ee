package weft.core.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.json.Checked;

/**
 * The forgetting tree: a puncturable pseudo-random function over 2^48 leaves, after Goldreich, Goldwasser and Micali
 * (1986) and Green and Miers (2015).
 *
 * <pre>
 * leaf   day (16 bits) ‖ slot (32 bits), the path from the root, highest bit first
 * child  HMAC-SHA256(key = seed, message = the bit as one byte)
 * state  for each leaf not forgotten, exactly one of its ancestors' seeds (or its own), and no seed that could be higher
 * </pre>
 *
 * <p>What is forgotten can't be computed from what stays, since HMAC can't be turned round and no seed above a forgotten
 * leaf is kept. Which seeds there are depends only on which leaves have been forgotten, not on the order, so that one
 * state has one serialisation (see {@link TreeForm} and {@code spec/tree.md}).
 *
 * <p>Confined to one thread, like the step machine that owns it. It also keeps what it derived lately (see
 * {@link Derived}) and wipes that together with the seeds above it.
 */
public final class ForgettingTree implements AutoCloseable {
    /** The largest serialised state that is read: some 500,000 seeds. */
    public static final int STATE_BYTES = 16 * 1024 * 1024;

    private final Primitives p;
    private final TreeMap<Long, TreeNode> nodes = new TreeMap<>();
    private final Derived derived;

    private ForgettingTree(Primitives p) {
        this.p = p;
        this.derived = new Derived(p);
    }

    /** A tree that knows every leaf. */
    public static ForgettingTree create(Primitives p, Entropy entropy) {
        return of(p, List.of(new TreeNode(0, 0, p.fresh(entropy, 32))));
    }

    /** A tree that knows every leaf, from its root seed of 32 bytes, which becomes the tree's own. */
    public static ForgettingTree from(Primitives p, Secret root) {
        if (root.size() != 32) {
            throw new IllegalArgumentException("a root seed has 32 bytes");
        }
        return of(p, List.of(new TreeNode(0, 0, root)));
    }

    /** Reads a serialised state; the secret given stays the caller's. */
    public static Checked<ForgettingTree> read(Primitives p, Secret state) {
        return TreeForm.read(p, state).then(nodes -> Checked.good(of(p, nodes)));
    }

    private static ForgettingTree of(Primitives p, List<TreeNode> nodes) {
        ForgettingTree tree = new ForgettingTree(p);
        nodes.forEach(tree::keep);
        return tree;
    }

    private void keep(TreeNode node) {
        nodes.put(node.first(), node);
    }

    /** The serialised state, which the caller destroys. */
    public Secret write() {
        return TreeForm.write(p, new ArrayList<>(nodes.values()));
    }

    /** A leaf's value, 32 bytes, which the caller destroys; nothing where it is forgotten. */
    public Optional<Secret> leaf(Leaf leaf) {
        TreeNode node = covering(leaf.path());
        if (node == null) {
            return Optional.empty();
        }
        TreeNode nearer = derived.nearer(node, leaf.day());
        return Optional.of(p.descend(nearer.seed(), leaf.path(), TreeNode.DEEPEST - nearer.depth()));
    }

    /** Whether a leaf is not forgotten. */
    public boolean knows(Leaf leaf) {
        return covering(leaf.path()) != null;
    }

    private @Nullable TreeNode covering(long path) {
        Map.Entry<Long, TreeNode> below = nodes.floorEntry(path);
        return below != null && below.getValue().covers(path) ? below.getValue() : null;
    }

    /** The key that opens a thread's envelopes. It stays this tree's: use it at once and do not destroy it. */
    Optional<Secret> threadKey(Leaf leaf) {
        return derived.threadKey(leaf, () -> leaf(leaf));
    }

    /** The key of a day's header blocks. It stays this tree's: use it at once and do not destroy it. */
    Optional<Secret> headerKey(Day day) {
        return derived.headerKey(day, () -> leaf(new Leaf(day, Leaf.HEADER_SLOT)));
    }

    /** Forgets one leaf for ever; false where it was forgotten already. */
    public boolean puncture(Leaf leaf) {
        derived.forget(leaf);
        TreeNode node = covering(leaf.path());
        if (node == null) {
            return false;
        }
        nodes.remove(node.first());
        while (node.depth() < TreeNode.DEEPEST) {
            node = split(node, leaf.path(), this::keep);
        }
        node.seed().destroy();
        return true;
    }

    /** Forgets every leaf of every day up to and including one. */
    public void forgetThrough(Day day) {
        derived.forgetThrough(day);
        long bound = (long) (day.number() + 1) << 32;
        // A copy first: removing through a view's iterator loses nodes in the class library that phones get (TeaVM 0.15).
        TreeNode across = null;
        for (TreeNode node : List.copyOf(nodes.headMap(bound, false).values())) {
            nodes.remove(node.first());
            if (node.end() > bound) {
                across = node;
            } else {
                node.seed().destroy();
            }
        }
        // At most one seed covers leaves on both sides of the bound: what lies behind it is kept, on the way down.
        while (across != null && across.first() < bound) {
            across = split(across, bound, half -> {
                if (half.first() >= bound) {
                    keep(half);
                } else {
                    half.seed().destroy();
                }
            });
        }
        if (across != null) {
            keep(across);
        }
    }

    /** Splits a node in two, destroys its seed, hands the half without the path to someone and gives back the half with it. */
    private TreeNode split(TreeNode node, long path, Consumer<TreeNode> other) {
        TreeNode half = half(node, path);
        TreeNode sibling = half(node, path ^ half.leaves());
        node.seed().destroy();
        other.accept(sibling);
        return half;
    }

    private TreeNode half(TreeNode node, long path) {
        int depth = node.depth() + 1;
        int shift = TreeNode.DEEPEST - depth;
        long bit = path >>> shift & 1;
        return new TreeNode(node.first() | bit << shift, depth, p.descend(node.seed(), bit, 1));
    }

    /** How many seeds the state has. */
    public int seeds() {
        return nodes.size();
    }

    /** A tree of the same state that goes on on its own. */
    public ForgettingTree copy() {
        return of(p, nodes.values().stream().map(node -> new TreeNode(node.first(), node.depth(), node.seed().copy())).toList());
    }

    /** Every seed from which something could be derived now, the lately derived ones too. */
    Collection<TreeNode> all() {
        List<TreeNode> all = new ArrayList<>(nodes.values());
        all.addAll(derived.days());
        return all;
    }

    /** What has been derived lately. */
    Derived derived() {
        return derived;
    }

    /** Destroys every seed; the tree knows nothing any more. */
    @Override
    public void close() {
        derived.close();
        nodes.values().forEach(node -> node.seed().destroy());
        nodes.clear();
    }

    /** Only how many seeds there are. */
    @Override
    public String toString() {
        return "ForgettingTree(" + nodes.size() + " seeds)";
    }
}
