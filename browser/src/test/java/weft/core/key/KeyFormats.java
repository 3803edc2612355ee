package weft.core.key;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code weft.core.key} are run; here, because some of what they name is the package's own. */
public final class KeyFormats {
    private static final String OK = "ok";

    private KeyFormats() {}

    /** NIP-44. */
    public static String nip44(Primitives p, Json.Obj vector) {
        String reason = vector.text("reason").orElse("");
        return switch (text(vector, "what")) {
            case "conversation-key" -> {
                Optional<Secret> key = Nip44.conversationKey(p, secret(p, vector, "secretKey"), bytes(vector, "publicKey"));
                yield key.map(secret -> same(hex(secret), vector.text("conversationKey").orElse("none"))).orElse(reason);
            }
            case "message-keys" -> messageKeys(p, vector);
            case "padded-length" -> paddedLengths(vector);
            case "payload" -> reason.isEmpty() ? payload(p, vector)
                    : code(Nip44.decrypt(p, secret(p, vector, "conversationKey"), text(vector, "payload")));
            case "long" -> longPayload(p, vector);
            case "plain-length" -> plainLength(p, vector, reason);
            default -> "no such scenario";
        };
    }

    private static String messageKeys(Primitives p, Json.Obj vector) {
        Secret conversation = secret(p, vector, "conversationKey");
        for (Json item : list(vector, "keys")) {
            Json.Obj keys = (Json.Obj) item;
            String mine = hex(p.hkdfExpand(conversation, bytes(keys, "nonce"), 76));
            if (!mine.equals(text(keys, "streamKey") + text(keys, "streamNonce") + text(keys, "tagKey"))) {
                return "not the same: " + mine;
            }
        }
        return OK;
    }

    private static String paddedLengths(Json.Obj vector) {
        for (Json pair : list(vector, "lengths")) {
            List<Json> lengths = ((Json.Arr) pair).items();
            int padded = Nip44.paddedLength(((Json.Num) lengths.get(0)).whole().orElseThrow().intValue());
            if (padded != ((Json.Num) lengths.get(1)).whole().orElseThrow()) {
                return "not the same: " + padded;
            }
        }
        return OK;
    }

    private static String payload(Primitives p, Json.Obj vector) {
        Secret one = secret(p, vector, "secretKey");
        Secret other = secret(p, vector, "otherSecretKey");
        Secret there = Nip44.conversationKey(p, one, p.publicKey(other)).orElseThrow();
        Secret back = Nip44.conversationKey(p, other, p.publicKey(one)).orElseThrow();
        if (!hex(there).equals(text(vector, "conversationKey")) || !hex(back).equals(hex(there))) {
            return "another conversation key";
        }
        String sealed = Nip44.encrypt(p, there, bytes(vector, "nonce"), text(vector, "plain"));
        if (!sealed.equals(text(vector, "payload"))) {
            return "not the same: " + sealed;
        }
        return Nip44.decrypt(p, back, sealed).equals(Checked.good(text(vector, "plain"))) ? OK : "another plain text";
    }

    private static String longPayload(Primitives p, Json.Obj vector) {
        String plain = text(vector, "pattern").repeat((int) whole(vector, "repeat"));
        Secret key = secret(p, vector, "conversationKey");
        String payload = Nip44.encrypt(p, key, bytes(vector, "nonce"), plain);
        boolean same = p.sha256(Bytes.utf8(plain)).hex().equals(text(vector, "plainSha256"))
                && p.sha256(Bytes.utf8(payload)).hex().equals(text(vector, "payloadSha256"))
                && Nip44.decrypt(p, key, payload).equals(Checked.good(plain));
        return same ? OK : "not the same";
    }

    private static String plainLength(Primitives p, Json.Obj vector, String reason) {
        try {
            return Nip44.encrypt(p, p.keep(new byte[32]), Bytes.wrap(new byte[32]), "x".repeat((int) whole(vector, "size")));
        } catch (IllegalArgumentException e) {
            return reason;
        }
    }

    /** The forgetting tree: what a state becomes, and which states are none. */
    public static String tree(Primitives p, Json.Obj vector) {
        if (vector.text("reason").isPresent()) {
            return code(ForgettingTree.read(p, secret(p, vector, "state")));
        }
        ForgettingTree tree = ForgettingTree.read(p, secret(p, vector, "before")).orThrow();
        for (Json each : list(vector, "puncture")) {
            if (!tree.puncture(leaf((Json.Arr) each))) {
                return "nothing to puncture";
            }
        }
        if (whole(vector, "forgetThrough") >= 0) {
            tree.forgetThrough(new Day((int) whole(vector, "forgetThrough")));
        }
        String state = hex(tree.write());
        if (!state.equals(text(vector, "state"))) {
            return "not the same: " + state;
        }
        ForgettingTree read = ForgettingTree.read(p, secret(p, vector, "state")).orThrow();
        for (Json each : list(vector, "leaves")) {
            Json.Arr leaf = (Json.Arr) each;
            Optional<String> value = leaf.items().get(2) instanceof Json.Text(String wanted) ? Optional.of(wanted) : Optional.empty();
            if (!read.leaf(leaf(leaf)).map(KeyFormats::hex).equals(value) || !tree.leaf(leaf(leaf)).map(KeyFormats::hex).equals(value)) {
                return "another leaf";
            }
        }
        return OK;
    }

    private static Leaf leaf(Json.Arr pair) {
        long day = ((Json.Num) pair.items().get(0)).whole().orElseThrow();
        long slot = ((Json.Num) pair.items().get(1)).whole().orElseThrow();
        return new Leaf(new Day((int) day), (int) slot);
    }

    /** An envelope that a circle's keys open. */
    public static String seal(Primitives p, Json.Obj vector) {
        ForgettingTree tree = ForgettingTree.read(p, secret(p, vector, "tree")).orThrow();
        CircleKeys circle = new CircleKeys(p, secret(p, vector, "secretKey"), tree);
        Checked<CircleKeys.Opened> opened = circle.open(
                Event.read(text(vector, "envelope")).then(event -> event.verify(p)).then(Envelope::of).orThrow());
        return switch (opened) {
            case Checked.Bad<CircleKeys.Opened>(var fault, String detail) -> fault.code();
            case Checked.Good<CircleKeys.Opened>(CircleKeys.Opened read) -> {
                Leaf leaf = new Leaf(new Day((int) whole(vector, "day")), (int) whole(vector, "slot"));
                yield read.equals(new CircleKeys.Opened(leaf, text(vector, "entry"))) ? OK : "not the same: " + read;
            }
        };
    }

    /** The vault's seal. */
    public static String vault(Primitives p, Json.Obj vector) {
        Bytes sealed = bytes(vector, "sealed");
        return switch (VaultSeal.open(p, secret(p, vector, "passphraseKey"), secret(p, vector, "fileKey"), sealed)) {
            case Checked.Bad<Secret>(var fault, String detail) -> fault.code();
            case Checked.Good<Secret>(Secret content) -> {
                Secret key = VaultSeal.passphraseKey(p, secret(p, vector, "passphrase"), VaultSeal.lock(sealed).orThrow());
                yield hex(key).equals(text(vector, "passphraseKey")) ? same(hex(content), text(vector, "content")) : "another passphrase key";
            }
        };
    }

    /** NIP-59. */
    public static String giftwrap(Primitives p, Json.Obj vector) {
        return switch (GiftWrap.open(p, Event.read(text(vector, "wrap")).orThrow(), secret(p, vector, "receiver"))) {
            case Checked.Bad<GiftWrap.Opened>(var fault, String detail) -> fault.code();
            case Checked.Good<GiftWrap.Opened>(GiftWrap.Opened opened) -> {
                boolean same = opened.sender().equals(bytes(vector, "sender")) && opened.rumor().content().equals(text(vector, "content"))
                        && opened.rumor().id(p).equals(bytes(vector, "rumorId"));
                yield same ? OK : "not the same";
            }
        };
    }

    private static String code(Checked<?> checked) {
        return switch (checked) {
            case Checked.Good<?> good -> OK;
            case Checked.Bad<?>(var fault, String detail) -> fault.code();
        };
    }

    private static String same(String mine, String wanted) {
        return mine.equals(wanted) ? OK : "not the same: " + mine;
    }

    private static String text(Json.Obj vector, String name) {
        return vector.text(name).orElseThrow(() -> new IllegalStateException("the vector has no text " + name));
    }

    private static long whole(Json.Obj vector, String name) {
        return vector.whole(name).orElseThrow(() -> new IllegalStateException("the vector has no number " + name));
    }

    private static List<Json> list(Json.Obj vector, String name) {
        return ((Json.Arr) vector.get(name).orElseThrow()).items();
    }

    private static Bytes bytes(Json.Obj vector, String name) {
        return Bytes.hex(text(vector, name));
    }

    private static Secret secret(Primitives p, Json.Obj vector, String name) {
        return p.keep(bytes(vector, name).toArray());
    }

    private static String hex(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return Bytes.wrap(out).hex();
    }
}
