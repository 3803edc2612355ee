package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

class GiftWrapTest {
    private static final Primitives P = new JdkPrimitives();
    private static final long NOW = 1_795_000_000L;

    private final SeededEntropy entropy = new SeededEntropy(8);
    private final Secret sender = P.freshKey(entropy);
    private final Secret receiver = P.freshKey(entropy);
    private final Bytes to = P.publicKey(receiver);
    private final Draft rumor = new Draft(P.publicKey(sender), NOW, 14, List.of(Tag.of("subject", "bread")), "at the \"back\" door\n");

    private static GiftWrapFault fault(Checked<?> checked) {
        return (GiftWrapFault) ((Checked.Bad<?>) checked).fault();
    }

    private String hidden(Secret key, String plain) {
        return Nip44.encrypt(P, Nip44.conversationKey(P, key, to).orElseThrow(), entropy.next(32), plain);
    }

    private Event event(Secret key, int kind, List<Tag> tags, String content) {
        return Signing.sign(P, new Draft(P.publicKey(key), NOW, kind, tags, content), key, entropy.next(32));
    }

    private Event wrapped(String sealJson) {
        return event(P.freshKey(entropy), 1059, List.of(Tag.of("p", to.hex())), hidden(sender, sealJson));
    }

    /** A wrap whose one-time key is the sender's, so that a test can put anything inside. */
    private Checked<GiftWrap.Opened> openSeal(Event seal) {
        Event wrap = event(sender, 1059, List.of(), hidden(sender, seal.json()));
        return GiftWrap.open(P, wrap, receiver);
    }

    private Checked<GiftWrap.Opened> openRumor(String json) {
        return openSeal(event(sender, 13, List.of(), hidden(sender, json)));
    }

    @Test
    void theReceiverAndNobodyElseOpens() {
        Event wrap = GiftWrap.wrap(P, rumor, sender, to, NOW, entropy);
        assertThat(GiftWrap.open(P, Event.read(wrap.json()).orThrow(), receiver)).isEqualTo(Checked.good(new GiftWrap.Opened(rumor, P.publicKey(sender))));
        assertThat(fault(GiftWrap.open(P, wrap, sender))).isEqualTo(GiftWrapFault.UNREADABLE_WRAP);
        assertThat(wrap.publicKey()).isNotEqualTo(P.publicKey(sender));
        assertThat(wrap.createdAt()).isBetween(NOW - 172_800, NOW);
    }

    @Test
    void eachReasonIsReported() {
        Event wrap = GiftWrap.wrap(P, rumor, sender, to, NOW, entropy);
        assertThat(fault(GiftWrap.open(P, event(sender, 1, List.of(), "x"), receiver))).isEqualTo(GiftWrapFault.WRONG_KIND);
        Event forged = new Event(wrap.id(), wrap.publicKey(), wrap.createdAt(), wrap.kind(), wrap.tags(), wrap.content(), Bytes.wrap(new byte[64]));
        assertThat(fault(GiftWrap.open(P, forged, receiver))).isEqualTo(GiftWrapFault.WRONG_WRAP);
        assertThat(fault(GiftWrap.open(P, wrapped("x"), receiver))).isEqualTo(GiftWrapFault.UNREADABLE_WRAP);
        assertThat(fault(GiftWrap.open(P, event(sender, 1059, List.of(), hidden(sender, "{}")), receiver))).isEqualTo(GiftWrapFault.MALFORMED_SEAL);
        assertThat(fault(openSeal(event(sender, 14, List.of(), "x")))).isEqualTo(GiftWrapFault.MALFORMED_SEAL);
        assertThat(fault(openSeal(event(sender, 13, List.of(Tag.of("p", "x")), "x")))).isEqualTo(GiftWrapFault.MALFORMED_SEAL);
        Event seal = event(sender, 13, List.of(), hidden(sender, "x"));
        Event otherTime = new Event(seal.id(), seal.publicKey(), NOW - 1, 13, List.of(), seal.content(), seal.signature());
        assertThat(fault(openSeal(otherTime))).isEqualTo(GiftWrapFault.WRONG_SEAL);
        assertThat(fault(openSeal(event(sender, 13, List.of(), "x")))).isEqualTo(GiftWrapFault.UNREADABLE_SEAL);
    }

    @Test
    void aRumorMustBeUnsignedWholeAndTheSealsAuthors() {
        Event signed = event(sender, 14, List.of(), "x");
        String json = signed.json();
        String unsigned = json.substring(0, json.indexOf(",\"sig\"")) + "}";
        assertThat(openRumor(unsigned)).isInstanceOf(Checked.Good.class);
        assertThat(fault(openRumor(json))).isEqualTo(GiftWrapFault.MALFORMED_RUMOR);
        assertThat(fault(openRumor("[]"))).isEqualTo(GiftWrapFault.MALFORMED_RUMOR);
        assertThat(fault(openRumor(unsigned.replace("\"kind\":14", "\"kind\":15")))).isEqualTo(GiftWrapFault.WRONG_ID);
        Secret other = P.freshKey(entropy);
        String foreign = event(other, 14, List.of(), "x").json();
        assertThat(fault(openRumor(foreign.substring(0, foreign.indexOf(",\"sig\"")) + "}"))).isEqualTo(GiftWrapFault.WRONG_AUTHOR);
    }
}
