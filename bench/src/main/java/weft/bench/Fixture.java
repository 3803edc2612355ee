package weft.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Tag;

/** The same circles, threads and texts for every benchmark, from one seed. */
final class Fixture {
    static final int TODAY = 2_518;
    static final long NOW = Day.EPOCH_SECONDS + TODAY * Day.SECONDS;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    final Entropy entropy = size -> {
        byte[] out = new byte[size];
        random.nextBytes(out);
        return Bytes.wrap(out);
    };
    final Primitives p;

    Fixture(Primitives p) {
        this.p = p;
    }

    ForgettingTree tree() {
        ForgettingTree tree = ForgettingTree.create(p, entropy);
        tree.forgetThrough(new Day(TODAY - 2));
        return tree;
    }

    CircleKeys circle() {
        return new CircleKeys(p, p.freshKey(entropy), tree());
    }

    Leaf leaf(int days) {
        return new Leaf(new Day(TODAY + entropy.below(days)), random.nextInt(Leaf.FIRST_THREAD_SLOT, Integer.MAX_VALUE));
    }

    /** Envelopes as JSON in random order, each of a voice of its own, in so many threads over 30 days; texts of some 100 to 400 bytes. */
    List<String> envelopes(CircleKeys circle, int count, int threads) {
        List<Leaf> leaves = new ArrayList<>(threads);
        for (int i = 0; i < threads; i++) {
            leaves.add(leaf(30));
        }
        List<String> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            try (Secret voice = p.freshKey(entropy)) {
                List<Tag> tags = List.of(Tag.of("d", "x"), Tag.of("title", "bread and soup"), Tag.of("g", "u33dc"), Tag.of("l", "de"));
                Draft entry = new Draft(p.publicKey(voice), NOW, 30_402, tags, "two boxes of vegetables, please ring twice. ".repeat(2 + i % 8));
                String json = Signing.sign(p, entry, voice, entropy.next(32)).json();
                out.add(circle.seal(json, threads == count ? leaves.get(i) : leaves.get(entropy.below(threads)), NOW, entropy).json());
            }
        }
        return out;
    }
}
