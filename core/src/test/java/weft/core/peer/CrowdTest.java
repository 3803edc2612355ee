package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryReader;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;

/** Who comes first when a circle's day is full. */
class CrowdTest {
    private static final long NOW = Day.EPOCH_SECONDS + 2_500 * 86_400L + 5_000;

    private final Crowd crowd = new Crowd();

    private static Bytes id(int zeros, int number) {
        byte[] id = new byte[32];
        id[zeros / 8] = (byte) (0x80 >>> zeros % 8);
        id[31] = (byte) number;
        return Bytes.of(id);
    }

    @Test
    void workIsCountedInLeadingZeroBits() {
        for (int bits = 0; bits < 40; bits++) {
            assertThat(Crowd.work(id(bits, 1))).isEqualTo(bits);
        }
        assertThat(Crowd.work(Bytes.wrap(new byte[32]))).isEqualTo(256);
    }

    @Test
    void aFullDayHasPlacesForWorkInRowsAndMuchWorkLeavesThePlacesAboveFree() {
        crowd.bound(32);
        for (int i = 0; i < 32; i++) {
            assertThat(crowd.hasRoom(NOW)).isTrue();
            crowd.count(NOW);
        }
        assertThat(crowd.hasRoom(NOW)).isFalse();
        assertThat(crowd.hasPlace(id(7, 0), NOW)).isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(crowd.wanted(NOW)).isEqualTo(i == 0 ? 8 : 10);
            assertThat(crowd.hasPlace(id(8, i), NOW)).isTrue();
            crowd.takePlace(id(8, i), NOW);
        }
        assertThat(crowd.hasPlace(id(9, 3), NOW)).isFalse();
        for (int row = 1; row < Crowd.ROWS; row++) {
            for (int i = 0; i < 2; i++) {
                assertThat(crowd.hasPlace(id(30, i), NOW)).as("row %d", row).isTrue();
                crowd.takePlace(id(30, i), NOW);
            }
        }
        assertThat(crowd.hasPlace(id(60, 0), NOW)).isFalse();
        assertThat(crowd.hasRoom(NOW + 86_400)).isTrue();
        assertThat(crowd.wanted(NOW + 86_400)).isZero();
    }

    @Test
    void aKnownVoiceHasAFewPlacesOfItsOwn() {
        for (int i = 0; i < PeerLimits.OVER_PER_VOICE_DAY; i++) {
            assertThat(crowd.takeVoice(id(1, 1), NOW)).isTrue();
        }
        assertThat(crowd.takeVoice(id(1, 1), NOW)).isFalse();
        assertThat(crowd.takeVoice(id(1, 2), NOW)).isTrue();
    }

    @Test
    void workIsAskedForOnceHalfIsTakenOrALinkPresses() {
        crowd.bound(10);
        for (int i = 0; i < 5; i++) {
            assertThat(crowd.wanted(NOW)).isZero();
            crowd.count(NOW);
        }
        Crowd pressed = new Crowd();
        pressed.press(NOW);
        assertThat(pressed.wanted(NOW + 3_599)).isEqualTo(8);
        assertThat(pressed.wanted(NOW + 4 * 3_600)).isZero();
    }

    @Test
    void anEnvelopeBearsTheWorkThatItIsSealedWithAndOpensAsEver() {
        SeededEntropy entropy = new SeededEntropy("work");
        CircleKeys keys = new CircleKeys(TinyNode.P, TinyNode.P.freshKey(entropy), ForgettingTree.create(TinyNode.P, entropy));
        Leaf leaf = new Leaf(Day.at(NOW).plus(2), 4_711);
        for (int bits : new int[] {0, 1, 8, 12}) {
            Event event = keys.seal("{}", leaf, NOW, entropy, bits);
            assertThat(Crowd.work(event.id())).isGreaterThanOrEqualTo(bits);
            assertThat(event.verify(TinyNode.P).then(Envelope::of).then(keys::open).orThrow()).isEqualTo(new CircleKeys.Opened(leaf, "{}"));
        }
        keys.close();
    }

    /** Twenty thousand replies to nothing once shut the circle for everybody: now they fill their own room alone. */
    @Test
    void repliesToNothingFillNobodyElsesRoom() {
        World world = new World();
        TinyNode amina = world.node("amina");
        Bytes circle = world.circle(amina, "Mill Lane");
        PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        Membership mine = state.circles.get(circle);
        SeededEntropy entropy = new SeededEntropy("insider");
        Leaf leaf = new Leaf(world.today().plus(2), 12_345);
        EntryDrafts drafts = new EntryDrafts(TinyNode.P, circle);
        for (int i = 0; i < weft.core.circle.CircleState.WAITING; i++) {
            mine.state.add(new weft.core.entry.Entry.Withdrawn(new weft.core.entry.Head(entropy.next(32), entropy.next(32), leaf.day().startsAt(), leaf),
                    entropy.next(32), entropy.next(32)));
        }
        try (Secret voice = TinyNode.P.freshKey(entropy)) {
            EntryDrafts.By by = new EntryDrafts.By(TinyNode.P.publicKey(voice), world.now, leaf);
            String need = Signing.sign(TinyNode.P, drafts.posted(by, entropy.next(8), 0, World.ask("Soup")), voice, entropy.next(32)).json();
            String reply = Signing.sign(TinyNode.P, drafts.withdrawn(by, entropy.next(32), entropy.next(32)), voice, entropy.next(32)).json();
            assertThat(mine.state.hasRoom(EntryReader.read(TinyNode.P, need, circle, leaf).orThrow())).isTrue();
            assertThat(mine.state.hasRoom(EntryReader.read(TinyNode.P, reply, circle, leaf).orThrow())).isFalse();
        }
    }
}
