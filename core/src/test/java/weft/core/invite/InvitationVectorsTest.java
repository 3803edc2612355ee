package weft.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import weft.core.key.Leaf;
import weft.core.key.Vectors;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.json.Json;

/** Every vector of spec/vectors/invitation, and the rules of the parts that are sealed. */
class InvitationVectorsTest {
    private static final Primitives P = new JdkPrimitives();

    @Test
    void accepts() {
        int links = 0;
        for (Json.Obj vector : Vectors.all("invitation/accept")) {
            if (vector.text("what").orElseThrow().equals("link")) {
                String text = vector.text("link").orElseThrow();
                InvitationLink link = InvitationLink.read(P, text).orThrow();
                assertThat(link.key().hex()).isEqualTo(vector.text("key").orElseThrow());
                assertThat(link.proof().hex()).isEqualTo(vector.text("proof").orElseThrow());
                assertThat(link.validHours()).isEqualTo(vector.whole("validHours").orElseThrow());
                assertThat(Json.texts(link.relays())).isEqualTo(vector.get("relays").orElseThrow());
                assertThat(link.text(P)).isEqualTo(text);
                links++;
            } else if (vector.text("what").orElseThrow().equals("file")) {
                assertThat(opened(vector).orThrow()).isEqualTo(vector.text("link").orElseThrow());
            } else {
                acquainted(vector);
            }
        }
        assertThat(links).isEqualTo(2);
    }

    private static Checked<String> opened(Json.Obj vector) {
        try (Secret passphrase = P.keep(Bytes.utf8(vector.text("passphrase").orElseThrow()).toArray())) {
            return InvitationFile.open(P, vector.text("file").orElseThrow(), passphrase);
        }
    }

    private static void acquainted(Json.Obj vector) {
        Secret k = P.keep(Bytes.hex(vector.text("k").orElseThrow()).toArray());
        Secret f = P.keep(Bytes.hex(vector.text("f").orElseThrow()).toArray());
        Bytes proof = Bytes.hex(vector.text("proof").orElseThrow());
        for (boolean inviter : new boolean[] {true, false}) {
            Acquainted made = Acquainted.of(P, inviter ? k : f, P.publicKey(inviter ? f : k), P.publicKey(k), P.publicKey(f), proof).orElseThrow();
            assertThat(InvitationVectors.hex(made.key())).isEqualTo(vector.text("c").orElseThrow());
            assertThat(InvitationVectors.hex(made.root())).isEqualTo(vector.text("root").orElseThrow());
            assertThat(Json.array(made.words().stream().map(word -> Json.of((long) word)).toList())).isEqualTo(vector.get("words").orElseThrow());
        }
    }

    @Test
    void rejectsForTheReasonNamed() {
        Set<String> reasons = new TreeSet<>();
        for (Json.Obj vector : Vectors.all("invitation/reject")) {
            String reason = vector.text("reason").orElseThrow();
            Checked<?> read = vector.text("what").orElseThrow().equals("file") ? opened(vector) : InvitationLink.read(P, vector.text("link").orElseThrow());
            assertThat(read).as(vector.write())
                    .isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(((Fault) bad.fault()).code()).isEqualTo(reason));
            reasons.add(reason);
        }
        Set<String> ofLinks = new TreeSet<>();
        EnumSet.range(InvitationFault.NOT_A_LINK, InvitationFault.WRONG_PASSPHRASE).forEach(fault -> ofLinks.add(fault.code()));
        assertThat(reasons).isEqualTo(ofLinks);
    }

    private static void bad(Checked<?> checked, InvitationFault fault) {
        assertThat(checked).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(fault));
    }

    @Test
    void aKnockHoldsTheSecretAndIsItsSendersOwn() {
        Bytes one = P.sha256(Bytes.utf8("one"));
        Bytes proof = Bytes.hex("000102030405060708090a0b0c0d0e0f");
        Draft knock = Knock.draft(one, proof, 5);
        assertThat(Knock.read(knock, one, proof).orThrow()).isEqualTo(one);
        bad(Knock.read(knock, P.sha256(one), proof), InvitationFault.WRONG_KNOCK);
        bad(Knock.read(knock, one, P.sha256(one).slice(0, 16)), InvitationFault.WRONG_KNOCK);
        bad(Knock.read(new Draft(one, 5, 1, List.of(), knock.content()), one, proof), InvitationFault.WRONG_KNOCK);
        bad(Knock.read(new Draft(one, 5, Knock.KIND, List.of(), "not base64!"), one, proof), InvitationFault.WRONG_KNOCK);
    }

    @Test
    void theMarkTellsOnlyWhoUsedIt() {
        Secret k = P.keep(P.sha256(Bytes.utf8("k")).toArray());
        InvitationLink link = new InvitationLink(P.publicKey(k), Bytes.hex("000102030405060708090a0b0c0d0e0f"), 500_000, List.of());
        Bytes one = P.sha256(Bytes.utf8("one"));
        var mark = UsedMark.make(P, link, one, k, 5, Bytes.wrap(new byte[32]));
        mark.verify(P).orThrow();
        assertThat(UsedMark.read(P, link, mark, one).orThrow()).isTrue();
        assertThat(UsedMark.read(P, link, mark, P.sha256(one)).orThrow()).isFalse();
        bad(UsedMark.read(P, link, new weft.wire.event.Event(mark.id(), one, 5, UsedMark.KIND, List.of(), mark.content(), mark.signature()), one),
                InvitationFault.MALFORMED_MARK);
        bad(UsedMark.read(P, link, new weft.wire.event.Event(mark.id(), link.key(), 5, UsedMark.KIND, List.of(), "yes", mark.signature()), one),
                InvitationFault.MALFORMED_MARK);
    }

    @Test
    void partsJoinToWhatTheyWereAndNothingElseIsOne() {
        Secret k = P.keep(P.sha256(Bytes.utf8("k")).toArray());
        Bytes circle = P.publicKey(P.keep(P.sha256(Bytes.utf8("c")).toArray()));
        Leaf leaf = new Leaf(new Day(2500), -7);
        Secret content = P.keep(new byte[50_000]);
        List<String> parts = HandOverPart.write(P, content, k, circle, leaf, Day.EPOCH_SECONDS + 5_000, size -> Bytes.wrap(new byte[size])).orElseThrow();
        assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(part.length()).isLessThan(40_000));
        int size = 0;
        for (int i = 0; i < 3; i++) {
            HandOverPart part = HandOverPart.read(P, parts.get(i), circle, leaf, P.publicKey(k)).orThrow();
            assertThat(part.index()).isEqualTo(i);
            size += part.data().size();
        }
        assertThat(size).isEqualTo(50_000);
        bad(HandOverPart.read(P, parts.getFirst(), P.publicKey(k), leaf, P.publicKey(k)), InvitationFault.MALFORMED_PART);
        bad(HandOverPart.read(P, parts.getFirst(), circle, new Leaf(new Day(2501), -7), P.publicKey(k)), InvitationFault.MALFORMED_PART);
        bad(HandOverPart.read(P, parts.getFirst(), circle, leaf, circle), InvitationFault.MALFORMED_PART);
        assertThat(HandOverPart.write(P, P.keep(new byte[64 * HandOverPart.PART_BYTES + 1]), k, circle, leaf, 0, n -> Bytes.wrap(new byte[n]))).isEmpty();
    }

    @Test
    void aCircleHandedOverComesBackTheSameAndNothingElseIsOne() {
        HandOver made = new HandOver(P.keep(P.sha256(Bytes.utf8("c")).toArray()), P.keep(new byte[100]), 28, List.of("ws://a"));
        Secret content = made.write(P);
        HandOver read = HandOver.read(P, content).orThrow();
        assertThat(InvitationVectors.hex(read.key())).isEqualTo(InvitationVectors.hex(made.key()));
        assertThat(read.tree().size()).isEqualTo(100);
        assertThat(read.graceDays()).isEqualTo(28);
        assertThat(read.relays()).containsExactly("ws://a");
        Bytes bytes = Bytes.hex(InvitationVectors.hex(content));
        for (int cut = 0; cut < bytes.size(); cut++) {
            bad(HandOver.read(P, P.keep(bytes.slice(0, cut).toArray())), InvitationFault.MALFORMED_CIRCLE);
        }
        bad(HandOver.read(P, P.keep(bytes.then(Bytes.ofUnsigned(0)).toArray())), InvitationFault.MALFORMED_CIRCLE);
        bad(HandOver.read(P, P.keep(Bytes.ofUnsigned(2).then(bytes.slice(1, bytes.size())).toArray())), InvitationFault.MALFORMED_CIRCLE);
        bad(HandOver.read(P, P.keep(bytes.slice(0, 33).then(Bytes.ofUnsigned(29), bytes.slice(34, bytes.size())).toArray())), InvitationFault.MALFORMED_CIRCLE);
        Bytes noKey = bytes.slice(0, 1).then(Bytes.wrap(new byte[32]), bytes.slice(33, bytes.size()));
        bad(HandOver.read(P, P.keep(noKey.toArray())), InvitationFault.MALFORMED_CIRCLE);
    }
}
