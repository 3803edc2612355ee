package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Limits;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

class CircleKeysTest {
    private static final Primitives P = new JdkPrimitives();
    private static final long NOW = Day.EPOCH_SECONDS + 2_518 * Day.SECONDS + 45_000;
    private static final Leaf LEAF = new Leaf(new Day(2_520), 0x8000_1234);

    private final SeededEntropy entropy = new SeededEntropy(77);
    private final CircleKeys circle = new CircleKeys(P, P.freshKey(entropy), ForgettingTree.create(P, entropy));

    private static Fault fault(Checked<?> checked) {
        return ((Checked.Bad<?>) checked).fault();
    }

    private static Envelope envelope(Event event) {
        return Event.read(event.json()).then(read -> read.verify(P)).then(Envelope::of).orThrow();
    }

    /** An envelope as a member who breaks rules could make it. */
    private Envelope crafted(CircleKeys by, Leaf named, Secret payloadKey, String plain) {
        Secret header = by.tree().headerKey(named.day()).orElseThrow();
        Bytes block = P.aesEncryptBlock(header, Bytes.bigEndian(named.slot(), 4).then(entropy.next(12)));
        String payload = Nip44.encrypt(P, payloadKey, entropy.next(32), plain);
        try (Secret key = by.copyOfKey()) {
            return envelope(Signing.sign(P, Envelope.draft(by.address(), NOW, named.day(), block, payload), key, entropy.next(32)));
        }
    }

    @Test
    void whatIsSealedOpensForMembersWithTheLeafItWasSealedUnder() {
        for (String text : List.of("x", "{\"content\":\"gemüse, خبز, 面包\"}", "é".repeat(20_000))) {
            Envelope envelope = envelope(circle.seal(text, LEAF, NOW, entropy));
            assertThat(envelope.lastDay()).isEqualTo(LEAF.day());
            assertThat(circle.open(envelope)).isEqualTo(Checked.good(new CircleKeys.Opened(LEAF, text)));
        }
    }

    @Test
    void twoEnvelopesOfOneThreadShareNothingVisible() {
        Envelope one = envelope(circle.seal("same", LEAF, NOW, entropy));
        Envelope other = envelope(circle.seal("same", LEAF, NOW, entropy));
        assertThat(one.header()).isNotEqualTo(other.header());
        assertThat(one.payload().substring(2, 40)).isNotEqualTo(other.payload().substring(2, 40));
    }

    @Test
    void eachReasonIsReported() {
        CircleKeys foreign = new CircleKeys(P, P.freshKey(entropy), ForgettingTree.create(P, entropy));
        Envelope sealed = envelope(circle.seal("x", LEAF, NOW, entropy));
        assertThat(fault(foreign.open(sealed))).isEqualTo(KeyFault.FOREIGN_CIRCLE);
        for (int slot : new int[] {0, 1, 255}) {
            Leaf reserved = new Leaf(LEAF.day(), slot);
            assertThat(fault(circle.open(crafted(circle, reserved, P.fresh(entropy, 32), "x")))).isEqualTo(KeyFault.RESERVED_SLOT);
        }
        assertThat(fault(circle.open(crafted(circle, LEAF, P.fresh(entropy, 32), "x")))).isEqualTo(KeyFault.UNREADABLE);
        Secret thread = circle.tree().threadKey(LEAF).orElseThrow();
        assertThat(fault(circle.open(crafted(circle, LEAF, thread, "x".repeat(Limits.ENTRY_BYTES + 1))))).isEqualTo(KeyFault.TOO_LARGE);
        assertThat(fault(circle.open(crafted(circle, LEAF, thread, "é".repeat(Limits.ENTRY_BYTES / 2) + "x")))).isEqualTo(KeyFault.TOO_LARGE);
        circle.tree().puncture(LEAF);
        assertThat(thread.destroyed()).isTrue();
        assertThat(fault(circle.open(sealed))).isEqualTo(KeyFault.THREAD_FORGOTTEN);
        circle.tree().forgetThrough(LEAF.day());
        assertThat(fault(circle.open(sealed))).isEqualTo(KeyFault.DAY_FORGOTTEN);
    }

    @Test
    void anyHeaderOfSixteenBytesGivesAReason() {
        Envelope sealed = envelope(circle.seal("x", LEAF, NOW, entropy));
        for (int i = 0; i < 500; i++) {
            Envelope altered = new Envelope(sealed.event(), sealed.lastDay(), entropy.next(16), sealed.payload());
            assertThat(fault(circle.open(altered))).isIn(KeyFault.UNREADABLE, KeyFault.RESERVED_SLOT);
        }
    }

    @Test
    void oneThreadForgottenLeavesTheOthersReadable() {
        List<Envelope> sealed = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            leaves.add(new Leaf(LEAF.day(), entropy.slot()));
            sealed.add(envelope(circle.seal("text " + i, leaves.get(i), NOW, entropy)));
        }
        circle.tree().puncture(leaves.get(7));
        for (int i = 0; i < 30; i++) {
            Checked<CircleKeys.Opened> opened = circle.open(sealed.get(i));
            assertThat(opened).isEqualTo(i == 7 ? Checked.bad(KeyFault.THREAD_FORGOTTEN, "day 2520")
                    : Checked.good(new CircleKeys.Opened(leaves.get(i), "text " + i)));
        }
    }

    @Test
    void sealingRefusesWhatCouldNotBeOpened() {
        assertThatThrownBy(() -> circle.seal("", LEAF, NOW, entropy)).hasMessageContaining("1 to 40000");
        assertThatThrownBy(() -> circle.seal("x".repeat(40_001), LEAF, NOW, entropy)).hasMessageContaining("1 to 40000");
        assertThatThrownBy(() -> circle.seal("x", new Leaf(LEAF.day(), 255), NOW, entropy)).hasMessageContaining("reserved");
        circle.tree().puncture(LEAF);
        assertThatThrownBy(() -> circle.seal("x", LEAF, NOW, entropy)).hasMessageContaining("forgotten");
    }

    @Test
    void openingAndForgettingLeavesNoSecretBehind() {
        long before = JdkPrimitives.secretsAlive();
        CircleKeys mine = new CircleKeys(P, P.freshKey(entropy), ForgettingTree.create(P, entropy));
        for (int i = 0; i < 40; i++) {
            Leaf leaf = new Leaf(new Day(2_500 + i % 7), entropy.slot());
            mine.open(envelope(mine.seal("x", leaf, NOW, entropy)));
            mine.tree().puncture(leaf);
        }
        mine.close();
        assertThat(JdkPrimitives.secretsAlive()).isEqualTo(before);
        assertThatThrownBy(mine::copyOfKey).isInstanceOf(IllegalStateException.class);
    }
}
