package weft.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** The computer's primitives against the public vectors that the browser's are held to as well. */
class PrimitivesVectorsTest {
    private static final Primitives P = new JdkPrimitives();

    static List<Named<Json.Obj>> primitives() {
        return Vectors.in("primitives/accept");
    }

    static List<Named<Json.Obj>> signed() {
        return Vectors.in("bip340/accept");
    }

    static List<Named<Json.Obj>> unsigned() {
        return Vectors.in("bip340/reject");
    }

    @ParameterizedTest
    @MethodSource
    void primitives(Json.Obj vector) {
        String result = Vectors.text(vector, "result");
        String primitive = Vectors.text(vector, "primitive");
        String mine = switch (primitive) {
            case "sha256" -> P.sha256(Vectors.hex(vector, "data")).hex();
            case "hmac" -> {
                assertThat(P.tag(Vectors.secret(P, vector, "key"), Vectors.hex(vector, "message")).hex()).isEqualTo(result);
                yield Vectors.hex(P.hmac(Vectors.secret(P, vector, "key"), Vectors.hex(vector, "message")));
            }
            case "hkdf" -> {
                Secret extracted = P.hkdfExtract(Vectors.hex(vector, "salt"), Vectors.secret(P, vector, "input"));
                assertThat(Vectors.hex(extracted)).isEqualTo(Vectors.text(vector, "extracted"));
                yield Vectors.hex(P.hkdfExpand(extracted, Vectors.hex(vector, "info"), (int) Vectors.whole(vector, "size")));
            }
            case "chacha20" -> chacha20(vector);
            case "aes" -> {
                Secret key = Vectors.secret(P, vector, "key");
                assertThat(P.aesDecryptBlock(key, Bytes.hex(result))).isEqualTo(Vectors.hex(vector, "block"));
                yield P.aesEncryptBlock(key, Vectors.hex(vector, "block")).hex();
            }
            case "descend" -> Vectors.hex(P.descend(Vectors.secret(P, vector, "seed"), Long.parseLong(Vectors.text(vector, "path"), 16),
                    (int) Vectors.whole(vector, "steps")));
            case "argon2id" -> Vectors.hex(P.argon2id(Vectors.secret(P, vector, "passphrase"), Vectors.hex(vector, "salt"),
                    (int) Vectors.whole(vector, "memoryKibibytes"), (int) Vectors.whole(vector, "passes"), (int) Vectors.whole(vector, "lanes")));
            default -> throw new IllegalStateException("no such primitive: " + primitive);
        };
        assertThat(mine).isEqualTo(result);
    }

    private static String chacha20(Json.Obj vector) {
        Secret key = Vectors.secret(P, vector, "key");
        Bytes nonce = Vectors.hex(vector, "nonce");
        Bytes data = Vectors.hex(vector, "data");
        Bytes out = P.chacha20(key, nonce, data);
        assertThat(P.chacha20(key, nonce, out)).isEqualTo(data);
        assertThat(P.chacha20Hide(key, nonce, P.keep(data.toArray()))).isEqualTo(out);
        assertThat(Vectors.hex(P.chacha20Reveal(key, nonce, out))).isEqualTo(data.hex());
        return out.hex();
    }

    @ParameterizedTest
    @MethodSource
    void signed(Json.Obj vector) {
        Bytes publicKey = Vectors.hex(vector, "publicKey");
        Bytes message = Vectors.hex(vector, "message");
        Bytes signature = Vectors.hex(vector, "signature");
        assertThat(P.verify(publicKey, message, signature)).isTrue();
        if (vector.get("secretKey").isPresent()) {
            Secret key = Vectors.secret(P, vector, "secretKey");
            assertThat(P.publicKey(key)).isEqualTo(publicKey);
            assertThat(P.sign(key, message, Vectors.hex(vector, "auxiliary"))).isEqualTo(signature);
        }
    }

    @ParameterizedTest
    @MethodSource
    void unsigned(Json.Obj vector) {
        assertThat(P.verify(Vectors.hex(vector, "publicKey"), Vectors.hex(vector, "message"), Vectors.hex(vector, "signature")))
                .as(Vectors.text(vector, "reason")).isFalse();
    }
}
