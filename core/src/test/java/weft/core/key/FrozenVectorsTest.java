package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.json.Json;

/** The frozen vectors of tree, seal, vault and gift wrap. */
class FrozenVectorsTest {
    private static final Primitives P = new JdkPrimitives();

    static List<Named<Json.Obj>> treeAccept() {
        return Vectors.in("tree/accept");
    }

    static List<Named<Json.Obj>> treeReject() {
        return Vectors.in("tree/reject");
    }

    static List<Named<Json.Obj>> sealAccept() {
        return Vectors.in("seal/accept");
    }

    static List<Named<Json.Obj>> sealReject() {
        return Vectors.in("seal/reject");
    }

    static List<Named<Json.Obj>> vaultAccept() {
        return Vectors.in("vault/accept");
    }

    static List<Named<Json.Obj>> vaultReject() {
        return Vectors.in("vault/reject");
    }

    static List<Named<Json.Obj>> wrapAccept() {
        return Vectors.in("giftwrap/accept");
    }

    static List<Named<Json.Obj>> wrapReject() {
        return Vectors.in("giftwrap/reject");
    }

    private static void assertReason(Checked<?> checked, Json.Obj vector) {
        assertThat(checked).isInstanceOf(Checked.Bad.class);
        Fault fault = ((Checked.Bad<?>) checked).fault();
        assertThat(fault.code()).isEqualTo(Vectors.text(vector, "reason"));
    }

    private static ForgettingTree tree(Json.Obj vector, String name) {
        return ForgettingTree.read(P, Vectors.secret(P, vector, name)).orThrow();
    }

    private static List<Json> items(Json json) {
        return ((Json.Arr) json).items();
    }

    private static Leaf leaf(List<Json> items) {
        long slot = ((Json.Num) items.get(1)).whole().orElseThrow();
        return new Leaf(new Day(((Json.Num) items.get(0)).whole().orElseThrow().intValue()), (int) slot);
    }

    @ParameterizedTest
    @MethodSource
    void treeAccept(Json.Obj vector) {
        ForgettingTree tree = tree(vector, "before");
        items(vector.get("puncture").orElseThrow()).forEach(leaf -> assertThat(tree.puncture(leaf(items(leaf)))).isTrue());
        long through = Vectors.whole(vector, "forgetThrough");
        if (through >= 0) {
            tree.forgetThrough(new Day((int) through));
        }
        assertThat(Vectors.hex(tree.write())).isEqualTo(Vectors.text(vector, "state"));
        ForgettingTree read = tree(vector, "state");
        for (Json each : items(vector.get("leaves").orElseThrow())) {
            Optional<String> value = items(each).get(2) instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty();
            assertThat(read.leaf(leaf(items(each))).map(Vectors::hex)).isEqualTo(value);
            assertThat(tree.leaf(leaf(items(each))).map(Vectors::hex)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource
    void treeReject(Json.Obj vector) {
        assertReason(ForgettingTree.read(P, Vectors.secret(P, vector, "state")), vector);
    }

    private static Checked<CircleKeys.Opened> open(Json.Obj vector) {
        CircleKeys circle = new CircleKeys(P, Vectors.secret(P, vector, "secretKey"), tree(vector, "tree"));
        return circle.open(Event.read(Vectors.text(vector, "envelope")).then(event -> event.verify(P)).then(Envelope::of).orThrow());
    }

    @ParameterizedTest
    @MethodSource
    void sealAccept(Json.Obj vector) {
        Leaf leaf = new Leaf(new Day((int) Vectors.whole(vector, "day")), (int) Vectors.whole(vector, "slot"));
        assertThat(open(vector)).isEqualTo(Checked.good(new CircleKeys.Opened(leaf, Vectors.text(vector, "entry"))));
    }

    @ParameterizedTest
    @MethodSource
    void sealReject(Json.Obj vector) {
        assertReason(open(vector), vector);
    }

    private static Checked<Secret> vault(Json.Obj vector) {
        return VaultSeal.open(P, Vectors.secret(P, vector, "passphraseKey"), Vectors.secret(P, vector, "fileKey"), Vectors.hex(vector, "sealed"));
    }

    @ParameterizedTest
    @MethodSource
    void vaultAccept(Json.Obj vector) {
        assertThat(Vectors.hex(vault(vector).orThrow())).isEqualTo(Vectors.text(vector, "content"));
        VaultSeal.Lock lock = VaultSeal.lock(Vectors.hex(vector, "sealed")).orThrow();
        assertThat(Vectors.hex(VaultSeal.passphraseKey(P, Vectors.secret(P, vector, "passphrase"), lock))).isEqualTo(Vectors.text(vector, "passphraseKey"));
    }

    @ParameterizedTest
    @MethodSource
    void vaultReject(Json.Obj vector) {
        assertReason(vault(vector), vector);
    }

    private static Checked<GiftWrap.Opened> unwrap(Json.Obj vector) {
        return GiftWrap.open(P, Event.read(Vectors.text(vector, "wrap")).orThrow(), Vectors.secret(P, vector, "receiver"));
    }

    @ParameterizedTest
    @MethodSource
    void wrapAccept(Json.Obj vector) {
        GiftWrap.Opened opened = unwrap(vector).orThrow();
        assertThat(opened.sender()).isEqualTo(Vectors.hex(vector, "sender"));
        assertThat(opened.rumor().content()).isEqualTo(Vectors.text(vector, "content"));
        assertThat(opened.rumor().id(P)).isEqualTo(Bytes.hex(Vectors.text(vector, "rumorId")));
    }

    @ParameterizedTest
    @MethodSource
    void wrapReject(Json.Obj vector) {
        assertReason(unwrap(vector), vector);
    }
}
