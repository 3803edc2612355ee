package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.json.Checked;

class ForgettingTreeTest {
    private static final Primitives P = new JdkPrimitives();

    private static Leaf leaf(int day, int slot) {
        return new Leaf(new Day(day), slot);
    }

    private static Optional<String> value(ForgettingTree tree, Leaf leaf) {
        return tree.leaf(leaf).map(Vectors::hex);
    }

    /** A few leaves close together and a few far apart, so that paths are shared at every depth. */
    private static List<Leaf> leaves(SeededEntropy entropy, int count) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int day = entropy.below(4) == 0 ? entropy.below(65_536) : 2_500 + entropy.below(6);
            int slot = switch (entropy.below(4)) {
                case 0 -> entropy.below(4);
                case 1 -> 256 + entropy.below(32);
                case 2 -> -1 - entropy.below(16);
                default -> entropy.slot();
            };
            leaves.add(leaf(day, slot));
        }
        return leaves;
    }

    private static boolean above(TreeNode node, Leaf leaf) {
        return node.covers(leaf.path());
    }

    private static void assertMinimal(Collection<TreeNode> nodes) {
        Set<String> places = new HashSet<>();
        for (TreeNode node : nodes) {
            assertThat(node.first() % node.leaves()).isZero();
            places.add(node.depth() + ":" + node.first());
        }
        for (TreeNode node : nodes) {
            if (node.depth() > 0) {
                assertThat(places).doesNotContain(node.depth() + ":" + (node.first() ^ node.leaves()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsForgottenCannotBeDerivedAndAllElseIsUnchanged(long seed) {
        SeededEntropy entropy = new SeededEntropy(seed);
        try (ForgettingTree tree = ForgettingTree.create(P, entropy)) {
            List<Leaf> leaves = leaves(entropy, 70);
            Map<Leaf, String> before = new LinkedHashMap<>();
            for (Leaf leaf : leaves) {
                before.put(leaf, value(tree, leaf).orElseThrow());
            }
            Set<Leaf> forgotten = new HashSet<>();
            int bound = -1;
            for (int i = 0; i < 40; i++) {
                Leaf leaf = leaves.get(entropy.below(leaves.size()));
                // Warm what is remembered in passing, so that forgetting has to wipe it as well.
                leaves.forEach(each -> {
                    tree.threadKey(each);
                    tree.headerKey(each.day());
                });
                if (entropy.below(12) == 0) {
                    int day = 2_490 + entropy.below(16);
                    bound = Math.max(bound, day);
                    tree.forgetThrough(new Day(day));
                } else {
                    boolean known = !forgotten.contains(leaf) && leaf.day().number() > bound;
                    assertThat(tree.puncture(leaf)).isEqualTo(known);
                    forgotten.add(leaf);
                }
                check(tree, before, forgotten, bound);
            }
        }
    }

    private static void check(ForgettingTree tree, Map<Leaf, String> before, Set<Leaf> forgotten, int bound) {
        Collection<TreeNode> all = tree.all();
        before.forEach((leaf, value) -> {
            boolean gone = forgotten.contains(leaf) || leaf.day().number() <= bound;
            assertThat(tree.knows(leaf)).isEqualTo(!gone);
            assertThat(all.stream().anyMatch(node -> above(node, leaf))).isEqualTo(!gone);
            assertThat(value(tree, leaf)).isEqualTo(gone ? Optional.empty() : Optional.of(value));
            assertThat(tree.threadKey(leaf).isPresent()).isEqualTo(!gone);
        });
        assertThat(all).noneMatch(node -> node.seed().destroyed());
        assertMinimal(all.stream().filter(node -> !tree.derived().days().contains(node)).toList());
    }

    @Test
    void aLeafIsTheWalkThatTheSpecificationGives() {
        Secret root = P.keep(new byte[32]);
        ForgettingTree tree = ForgettingTree.create(P, size -> Bytes.wrap(new byte[size]));
        Leaf leaf = leaf(2_518, 0x89abcdef);
        assertThat(value(tree, leaf)).contains(Vectors.hex(P.descend(root, leaf.path(), 48)));
        Secret slow = root;
        for (int i = 47; i >= 0; i--) {
            slow = P.hmac(slow, Bytes.ofUnsigned((int) (leaf.path() >>> i & 1)));
        }
        assertThat(value(tree, leaf)).contains(Vectors.hex(slow));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void theStateDependsOnWhatIsForgottenAndNotOnTheOrder(long seed) {
        SeededEntropy entropy = new SeededEntropy(seed);
        ForgettingTree one = ForgettingTree.create(P, entropy);
        ForgettingTree other = one.copy();
        List<Leaf> leaves = leaves(entropy, 80);
        leaves.forEach(one::puncture);
        one.forgetThrough(new Day(2_502));
        other.forgetThrough(new Day(2_501));
        leaves.reversed().forEach(other::puncture);
        other.forgetThrough(new Day(2_502));
        assertThat(Vectors.hex(one.write())).isEqualTo(Vectors.hex(other.write()));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void theSerialisationComesBackAsItWas(long seed) {
        SeededEntropy entropy = new SeededEntropy(seed);
        ForgettingTree tree = ForgettingTree.create(P, entropy);
        List<Leaf> leaves = leaves(entropy, 40);
        for (Leaf leaf : leaves) {
            Secret written = tree.write();
            ForgettingTree read = ForgettingTree.read(P, written).orThrow();
            assertThat(Vectors.hex(read.write())).isEqualTo(Vectors.hex(written));
            assertThat(read.seeds()).isEqualTo(tree.seeds());
            for (Leaf each : leaves) {
                assertThat(value(read, each)).isEqualTo(value(tree, each));
            }
            tree.puncture(leaf);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void noCutAlterationOrAdditionOfAStateIsReadAsAnotherForm(long seed) {
        SeededEntropy entropy = new SeededEntropy(seed);
        ForgettingTree tree = ForgettingTree.create(P, entropy);
        leaves(entropy, 5).forEach(tree::puncture);
        byte[] state = Bytes.hex(Vectors.hex(tree.write())).toArray();
        for (int size = 0; size < state.length; size += 1 + entropy.below(5)) {
            assertThat(ForgettingTree.read(P, P.keep(Arrays.copyOf(state, size)))).isInstanceOf(Checked.Bad.class);
        }
        assertThat(ForgettingTree.read(P, P.keep(Arrays.copyOf(state, state.length + 1)))).isInstanceOf(Checked.Bad.class);
        for (int i = 0; i < 1_000; i++) {
            byte[] altered = state.clone();
            altered[entropy.below(Math.min(altered.length, 200))] ^= (byte) (1 << entropy.below(8));
            Checked<ForgettingTree> read = ForgettingTree.read(P, P.keep(altered.clone()));
            // What is read at all is read as exactly what it says: writing it gives the same bytes.
            if (read instanceof Checked.Good<ForgettingTree>(ForgettingTree other)) {
                assertThat(Vectors.hex(other.write())).isEqualTo(Bytes.wrap(altered).hex());
                other.close();
            }
        }
    }

    @Test
    void forgettingThroughTheLastDayLeavesNothing() {
        ForgettingTree tree = ForgettingTree.create(P, new SeededEntropy(5));
        tree.forgetThrough(new Day(Day.LAST));
        assertThat(tree.seeds()).isZero();
        assertThat(tree.knows(leaf(Day.LAST, -1))).isFalse();
        assertThat(ForgettingTree.read(P, tree.write()).orThrow().seeds()).isZero();
    }

    @Test
    void forgettingAnEarlierDayAgainChangesNothing() {
        ForgettingTree tree = ForgettingTree.create(P, new SeededEntropy(6));
        tree.forgetThrough(new Day(2_500));
        String state = Vectors.hex(tree.write());
        tree.forgetThrough(new Day(2_400));
        tree.forgetThrough(new Day(2_500));
        assertThat(Vectors.hex(tree.write())).isEqualTo(state);
        assertThat(tree.seeds()).isLessThanOrEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400})
    void aThousandEarlyForgettingsTakeAtMostAMegabyte(int days) {
        SeededEntropy entropy = new SeededEntropy(days);
        ForgettingTree tree = ForgettingTree.create(P, entropy);
        tree.forgetThrough(new Day(2_500));
        for (int i = 0; i < 1_000; i++) {
            assertThat(tree.puncture(leaf(2_501 + entropy.below(days), entropy.slot()))).isTrue();
        }
        assertThat(tree.write().size()).isLessThanOrEqualTo(1_048_576);
        tree.close();
    }

    @Test
    void everyDestroyedSeedIsGivenBackAndNoneIsLost() {
        long before = JdkPrimitives.secretsAlive();
        SeededEntropy entropy = new SeededEntropy(9);
        ForgettingTree tree = ForgettingTree.create(P, entropy);
        leaves(entropy, 200).forEach(leaf -> {
            tree.threadKey(leaf);
            tree.headerKey(leaf.day());
            tree.puncture(leaf);
        });
        assertThat(JdkPrimitives.secretsAlive() - before).isEqualTo(tree.seeds() + tree.derived().days().size() + tree.derived().keys().size());
        tree.forgetThrough(new Day(3_000));
        assertThat(JdkPrimitives.secretsAlive() - before).isEqualTo(tree.seeds() + tree.derived().days().size() + tree.derived().keys().size());
        tree.close();
        assertThat(JdkPrimitives.secretsAlive()).isEqualTo(before);
    }
}
