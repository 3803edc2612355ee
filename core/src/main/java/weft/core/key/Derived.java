package weft.core.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;

/**
 * What a forgetting tree derived lately, so that opening many envelopes is cheap: the subtree seed of each day that is
 * still whole, header keys, thread keys. All of it could be derived anew at any time; each part is wiped as soon as a leaf
 * from which, or above which, it was derived is forgotten, and when there is too much.
 */
final class Derived implements AutoCloseable {
    /** The depth at which a subtree is one day. */
    static final int DAY_DEPTH = 16;

    private static final int DAYS = 512;
    private static final int THREADS = 8_192;

    private final Primitives p;
    private final Map<Day, TreeNode> days = new HashMap<>();
    private final Map<Day, Secret> headers = new HashMap<>();
    private final Map<Leaf, Secret> threads = new HashMap<>();

    Derived(Primitives p) {
        this.p = p;
    }

    /** The seed of the day below a node, where the node covers the whole day; else the node itself. */
    TreeNode nearer(TreeNode node, Day day) {
        if (node.depth() >= DAY_DEPTH) {
            return node;
        }
        TreeNode known = days.get(day);
        if (known == null) {
            if (days.size() >= DAYS) {
                drop(days, any -> true, TreeNode::seed);
            }
            known = new TreeNode((long) day.number() << 32, DAY_DEPTH, p.descend(node.seed(), day.number(), DAY_DEPTH - node.depth()));
            days.put(day, known);
        }
        return known;
    }

    Optional<Secret> headerKey(Day day, Supplier<Optional<Secret>> leaf) {
        return key(headers, day, DAYS, Labels.HEADER, leaf);
    }

    Optional<Secret> threadKey(Leaf at, Supplier<Optional<Secret>> leaf) {
        return key(threads, at, THREADS, Labels.THREAD, leaf);
    }

    private <K> Optional<Secret> key(Map<K, Secret> keys, K at, int most, Bytes label, Supplier<Optional<Secret>> leaf) {
        @Nullable Secret known = keys.get(at);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Secret> value = leaf.get();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() >= most) {
            drop(keys, any -> true, key -> key);
        }
        try (Secret secret = value.get()) {
            Secret fresh = p.hkdfExpand(secret, label, 32);
            keys.put(at, fresh);
            return Optional.of(fresh);
        }
    }

    /** Wipes all from which, or with which, a leaf's keys could be had. */
    void forget(Leaf leaf) {
        wipe(threads.remove(leaf));
        TreeNode day = days.remove(leaf.day());
        wipe(day == null ? null : day.seed());
        if (leaf.slot() == Leaf.HEADER_SLOT) {
            wipe(headers.remove(leaf.day()));
        }
    }

    private static void wipe(@Nullable Secret secret) {
        if (secret != null) {
            secret.destroy();
        }
    }

    /** Wipes all of every day up to and including one. */
    void forgetThrough(Day day) {
        drop(threads, leaf -> leaf.day().compareTo(day) <= 0, key -> key);
        drop(days, each -> each.compareTo(day) <= 0, TreeNode::seed);
        drop(headers, each -> each.compareTo(day) <= 0, key -> key);
    }

    private static <K, V> void drop(Map<K, V> from, Predicate<K> which, Function<V, Secret> secret) {
        Iterator<Map.Entry<K, V>> each = from.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<K, V> entry = each.next();
            if (which.test(entry.getKey())) {
                secret.apply(entry.getValue()).destroy();
                each.remove();
            }
        }
    }

    /** The day seeds that are held. */
    Collection<TreeNode> days() {
        return days.values();
    }

    /** The keys that are held. */
    List<Secret> keys() {
        List<Secret> all = new ArrayList<>(headers.values());
        all.addAll(threads.values());
        return all;
    }

    @Override
    public void close() {
        forgetThrough(new Day(Day.LAST));
    }
}
