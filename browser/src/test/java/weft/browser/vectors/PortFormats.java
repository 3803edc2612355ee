package weft.browser.vectors;

import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** The vectors of the primitives themselves. */
final class PortFormats {
    private PortFormats() {}

    /** BIP-340 lets verification answer yes or no alone: a public vector's reason says why it is no. */
    static String bip340(Primitives p, Json.Obj vector) {
        Bytes signature = Formats.hex(vector, "signature");
        if (!p.verify(Formats.hex(vector, "publicKey"), Formats.hex(vector, "message"), signature)) {
            return vector.text("reason").orElse("the signature does not hold");
        }
        if (vector.text("secretKey").isEmpty()) {
            return Formats.OK;
        }
        Secret key = Formats.secret(p, vector, "secretKey");
        if (!p.publicKey(key).equals(Formats.hex(vector, "publicKey"))) {
            return "another public key";
        }
        return Formats.same(p.sign(key, Formats.hex(vector, "message"), Formats.hex(vector, "auxiliary")).hex(), signature.hex());
    }

    static String primitives(Primitives p, Json.Obj vector) {
        String mine = switch (Formats.text(vector, "primitive")) {
            case "sha256" -> p.sha256(Formats.hex(vector, "data")).hex();
            case "hmac" -> {
                String tag = p.tag(Formats.secret(p, vector, "key"), Formats.hex(vector, "message")).hex();
                String secret = Formats.hex(p.hmac(Formats.secret(p, vector, "key"), Formats.hex(vector, "message")));
                yield tag.equals(secret) ? tag : "tag and hmac differ";
            }
            case "hkdf" -> {
                Secret extracted = p.hkdfExtract(Formats.hex(vector, "salt"), Formats.secret(p, vector, "input"));
                yield Formats.hex(extracted).equals(Formats.text(vector, "extracted"))
                        ? Formats.hex(p.hkdfExpand(extracted, Formats.hex(vector, "info"), Formats.whole(vector, "size")))
                        : "another extract";
            }
            case "chacha20" -> chacha20(p, vector);
            case "aes" -> {
                Secret key = Formats.secret(p, vector, "key");
                Bytes sealed = p.aesEncryptBlock(key, Formats.hex(vector, "block"));
                yield p.aesDecryptBlock(key, sealed).equals(Formats.hex(vector, "block")) ? sealed.hex() : "not its own inverse";
            }
            case "descend" -> Formats.hex(p.descend(Formats.secret(p, vector, "seed"),
                    Long.parseLong(Formats.text(vector, "path"), 16), Formats.whole(vector, "steps")));
            case "argon2id" -> Formats.hex(p.argon2id(Formats.secret(p, vector, "passphrase"), Formats.hex(vector, "salt"),
                    Formats.whole(vector, "memoryKibibytes"), Formats.whole(vector, "passes"), Formats.whole(vector, "lanes")));
            default -> "no such primitive";
        };
        return Formats.same(mine, Formats.text(vector, "result"));
    }

    private static String chacha20(Primitives p, Json.Obj vector) {
        Secret key = Formats.secret(p, vector, "key");
        Bytes nonce = Formats.hex(vector, "nonce");
        Bytes data = Formats.hex(vector, "data");
        Bytes out = p.chacha20(key, nonce, data);
        boolean agree = p.chacha20(key, nonce, out).equals(data)
                && p.chacha20Hide(key, nonce, p.keep(data.toArray())).equals(out)
                && Formats.hex(p.chacha20Reveal(key, nonce, out)).equals(data.hex());
        return agree ? out.hex() : "the three ways differ";
    }
}
