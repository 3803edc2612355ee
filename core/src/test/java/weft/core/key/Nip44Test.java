package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;
import weft.wire.json.Json;

class Nip44Test {
    private static final Primitives P = new JdkPrimitives();

    static List<Named<Json.Obj>> accepts() {
        return Vectors.in("nip44/accept");
    }

    static List<Named<Json.Obj>> rejects() {
        return Vectors.in("nip44/reject");
    }

    @ParameterizedTest
    @MethodSource
    void accepts(Json.Obj vector) {
        switch (Vectors.text(vector, "what")) {
            case "conversation-key" -> assertThat(Vectors.hex(
                    Nip44.conversationKey(P, Vectors.secret(P, vector, "secretKey"), Vectors.hex(vector, "publicKey")).orElseThrow()))
                    .isEqualTo(Vectors.text(vector, "conversationKey"));
            case "message-keys" -> messageKeys(vector);
            case "padded-length" -> {
                for (Json pair : ((Json.Arr) vector.members().get("lengths")).items()) {
                    List<Json> lengths = ((Json.Arr) pair).items();
                    assertThat(Nip44.paddedLength(((Json.Num) lengths.get(0)).whole().orElseThrow().intValue()))
                            .isEqualTo(((Json.Num) lengths.get(1)).whole().orElseThrow().intValue());
                }
            }
            case "payload" -> payload(vector);
            case "long" -> {
                String plain = Vectors.text(vector, "pattern").repeat((int) Vectors.whole(vector, "repeat"));
                assertThat(P.sha256(Bytes.utf8(plain)).hex()).isEqualTo(Vectors.text(vector, "plainSha256"));
                Secret key = Vectors.secret(P, vector, "conversationKey");
                String payload = Nip44.encrypt(P, key, Vectors.hex(vector, "nonce"), plain);
                assertThat(P.sha256(Bytes.utf8(payload)).hex()).isEqualTo(Vectors.text(vector, "payloadSha256"));
                assertThat(Nip44.decrypt(P, key, payload)).isEqualTo(Checked.good(plain));
            }
            default -> throw new IllegalStateException(Vectors.text(vector, "what"));
        }
    }

    private static void messageKeys(Json.Obj vector) {
        Secret conversation = Vectors.secret(P, vector, "conversationKey");
        for (Json item : ((Json.Arr) vector.members().get("keys")).items()) {
            Json.Obj keys = (Json.Obj) item;
            assertThat(Vectors.hex(P.hkdfExpand(conversation, Vectors.hex(keys, "nonce"), 76)))
                    .isEqualTo(Vectors.text(keys, "streamKey") + Vectors.text(keys, "streamNonce") + Vectors.text(keys, "tagKey"));
        }
    }

    private static void payload(Json.Obj vector) {
        Secret one = Vectors.secret(P, vector, "secretKey");
        Secret other = Vectors.secret(P, vector, "otherSecretKey");
        Secret there = Nip44.conversationKey(P, one, P.publicKey(other)).orElseThrow();
        Secret back = Nip44.conversationKey(P, other, P.publicKey(one)).orElseThrow();
        assertThat(Vectors.hex(there)).isEqualTo(Vectors.text(vector, "conversationKey")).isEqualTo(Vectors.hex(back));
        String plain = Vectors.text(vector, "plain");
        String payload = Vectors.text(vector, "payload");
        assertThat(Nip44.encrypt(P, there, Vectors.hex(vector, "nonce"), plain)).isEqualTo(payload);
        assertThat(Nip44.decrypt(P, back, payload)).isEqualTo(Checked.good(plain));
    }

    @ParameterizedTest
    @MethodSource
    void rejects(Json.Obj vector) {
        String reason = Vectors.text(vector, "reason");
        switch (Vectors.text(vector, "what")) {
            case "payload" -> {
                Checked<String> opened = Nip44.decrypt(P, Vectors.secret(P, vector, "conversationKey"), Vectors.text(vector, "payload"));
                assertThat(opened).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault().code()).isEqualTo(reason));
            }
            case "conversation-key" -> assertThat(
                    Nip44.conversationKey(P, Vectors.secret(P, vector, "secretKey"), Vectors.hex(vector, "publicKey"))).as(reason).isEmpty();
            case "plain-length" -> {
                String plain = "x".repeat((int) Vectors.whole(vector, "size"));
                assertThatThrownBy(() -> Nip44.encrypt(P, P.keep(new byte[32]), Bytes.wrap(new byte[32]), plain))
                        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("" + plain.length());
            }
            default -> throw new IllegalStateException(Vectors.text(vector, "what"));
        }
    }

    @Test
    void everyLengthFromOneToSevenHundredComesBack() {
        Secret key = P.keep(new byte[32]);
        for (int size = 1; size <= 700; size++) {
            String plain = "é".repeat(size / 2) + (size % 2 == 1 ? "x" : "");
            assertThat(Nip44.decrypt(P, key, Nip44.encrypt(P, key, Bytes.bigEndian(size, 8).then(Bytes.wrap(new byte[24])), plain)))
                    .isEqualTo(Checked.good(plain));
        }
    }

    @Test
    void aChangeAnywhereIsFound() {
        Secret key = P.keep(new byte[32]);
        byte[] payload = Bytes.parseBase64(Nip44.encrypt(P, key, Bytes.wrap(new byte[32]), "bread at the back door")).orElseThrow().toArray();
        for (int i = 0; i < payload.length; i++) {
            byte[] altered = payload.clone();
            altered[i] ^= 1;
            Nip44Fault fault = i == 0 ? Nip44Fault.UNKNOWN_VERSION : Nip44Fault.WRONG_MAC;
            assertThat(Nip44.decrypt(P, key, Bytes.wrap(altered).base64()))
                    .isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(fault));
        }
    }
}
