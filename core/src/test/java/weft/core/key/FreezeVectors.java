package weft.core.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Json;

/**
 * Made the vectors of this package's own formats, once; they are frozen since, and the tests read the files. Run it by
 * hand, with the repository as working directory, only when a format gets a new version.
 */
final class FreezeVectors {
    private static final Primitives P = new JdkPrimitives();
    private static final SeededEntropy E = new SeededEntropy(20_200_101);
    private static final long NOW = Day.EPOCH_SECONDS + 2_518 * Day.SECONDS + 45_000;
    private static final Leaf LEAF = new Leaf(new Day(2_520), 0x8000_1234);

    private FreezeVectors() {}

    public static void main(String[] arguments) throws IOException {
        tree();
        seal();
        vault();
        giftWrap();
        Secret key = P.keep(Bytes.bigEndian(7, 32 - 24).then(Bytes.wrap(new byte[24])).toArray());
        write("nip44/reject/own-ill-formed-utf8", "what", "payload", "reason", "not-utf8", "conversationKey", Vectors.hex(key),
                "payload", payload(key, Bytes.ofUnsigned(0, 2, 0xc3, 0x28)));
        write("nip44/reject/own-nonzero-padding", "what", "payload", "reason", "wrong-padding", "conversationKey", Vectors.hex(key),
                "payload", payload(key, Bytes.ofUnsigned(0, 2, 'o', 'k', 1)));
    }

    private static void write(String name, Object... members) throws IOException {
        Path file = Path.of("spec", "vectors", name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.object(members).write() + "\n");
    }

    private static String payload(Secret key, Bytes beginning) {
        Bytes nonce = E.next(32);
        Bytes padded = beginning.then(Bytes.wrap(new byte[34 - beginning.size()]));
        try (StreamKeys keys = StreamKeys.expand(P, key, nonce)) {
            Bytes hidden = P.chacha20(keys.stream(), keys.nonce(), padded);
            return Bytes.ofUnsigned(2).then(nonce, hidden, P.tag(keys.tag(), nonce.then(hidden))).base64();
        }
    }

    private static Json pair(Leaf leaf) {
        return Json.array(List.of(Json.of((long) leaf.day().number()), Json.of(Integer.toUnsignedLong(leaf.slot()))));
    }

    private static void tree() throws IOException {
        List<Leaf> watched = List.of(new Leaf(new Day(0), 0), new Leaf(new Day(2_520), 0), LEAF, new Leaf(new Day(2_520), 0x8000_1235),
                new Leaf(new Day(2_521), 256), new Leaf(new Day(Day.LAST), -1));
        accept("whole", watched, List.of(), -1);
        accept("one-leaf", watched, List.of(LEAF), -1);
        accept("both-halves-of-the-last-split", watched, List.of(LEAF, new Leaf(new Day(2_520), 0x8000_1235)), -1);
        accept("first-and-last-leaf", watched, List.of(watched.getFirst(), watched.getLast()), -1);
        accept("through-a-day", watched, List.of(), 2_519);
        accept("through-an-odd-day-and-two-leaves", watched, List.of(LEAF, new Leaf(new Day(2_521), 256)), 2_520);
        accept("nothing-left", watched, List.of(), Day.LAST);
        String seed = "11".repeat(32);
        reject("no-bytes", "wrong-version", "");
        reject("version-2", "wrong-version", "0280" + seed);
        reject("no-shape", "truncated", "01");
        reject("shape-ends-early", "truncated", "0100");
        reject("seed-ends-early", "truncated", "0180" + seed.substring(2));
        reject("no-seed", "truncated", "0180");
        reject("two-whole-halves", "not-minimal", "0150" + seed + seed);
        reject("two-forgotten-halves", "not-minimal", "0178");
        reject("two-whole-halves-deep", "not-minimal", "016a" + "80" + seed + seed + seed);
        reject("a-bit-after-the-shape", "wrong-padding", "0181" + seed);
        reject("a-byte-more", "trailing-bytes", "0180" + seed + "00");
        reject("a-seed-more", "trailing-bytes", "01c0" + seed);
        reject("a-split-leaf", "too-deep", "01" + "00".repeat(7));
    }

    private static void accept(String name, List<Leaf> watched, List<Leaf> punctured, int through) throws IOException {
        ForgettingTree tree = ForgettingTree.create(P, E);
        String before = Vectors.hex(tree.write());
        punctured.forEach(tree::puncture);
        if (through >= 0) {
            tree.forgetThrough(new Day(through));
        }
        List<Json> leaves = new ArrayList<>();
        for (Leaf leaf : watched) {
            List<Json> items = new ArrayList<>(((Json.Arr) pair(leaf)).items());
            items.add(tree.leaf(leaf).map(value -> Json.of(Vectors.hex(value))).orElse(Json.Null.NULL));
            leaves.add(Json.array(items));
        }
        write("tree/accept/" + name, "before", before, "puncture", punctured.stream().map(FreezeVectors::pair).toList(),
                "forgetThrough", through, "state", Vectors.hex(tree.write()), "leaves", leaves);
    }

    private static void reject(String name, String reason, String state) throws IOException {
        write("tree/reject/" + name, "reason", reason, "state", state);
    }

    private static void seal() throws IOException {
        CircleKeys circle = new CircleKeys(P, P.freshKey(E), ForgettingTree.create(P, E));
        String secretKey = Vectors.hex(circle.copyOfKey());
        for (var each : List.of("x", "{\"content\":\"gemüse, خبز, 面包 🍞\"}", "é".repeat(600))) {
            String name = each.length() == 1 ? "one-byte" : each.length() > 500 ? "long" : "four-scripts";
            write("seal/accept/" + name, "secretKey", secretKey, "tree", Vectors.hex(circle.tree().write()),
                    "envelope", circle.seal(each, LEAF, NOW, E).json(), "day", LEAF.day().number(), "slot", Integer.toUnsignedLong(LEAF.slot()), "entry", each);
        }
        Event good = circle.seal("x", LEAF, NOW, E);
        sealReject("another-circle", "foreign-circle", circle.tree(), Vectors.hex(P.freshKey(E)), good);
        sealReject("header-slot", "reserved-slot", circle.tree(), secretKey, crafted(circle, 0, "x"));
        sealReject("letterbox-slot", "reserved-slot", circle.tree(), secretKey, crafted(circle, 1, "x"));
        sealReject("last-reserved-slot", "reserved-slot", circle.tree(), secretKey, crafted(circle, 255, "x"));
        sealReject("another-slots-key", "unreadable", circle.tree(), secretKey, crafted(circle, LEAF.slot() + 1, "x"));
        sealReject("a-byte-too-long", "too-large", circle.tree(), secretKey, crafted(circle, LEAF.slot(), "x".repeat(40_001)));
        circle.tree().puncture(LEAF);
        sealReject("a-forgotten-thread", "thread-forgotten", circle.tree(), secretKey, good);
        circle.tree().forgetThrough(LEAF.day());
        sealReject("a-forgotten-day", "day-forgotten", circle.tree(), secretKey, good);
    }

    private static Event crafted(CircleKeys circle, int slot, String plain) {
        Bytes block = P.aesEncryptBlock(circle.tree().headerKey(LEAF.day()).orElseThrow(), Bytes.bigEndian(slot, 4).then(E.next(12)));
        String payload = Nip44.encrypt(P, circle.tree().threadKey(LEAF).orElseThrow(), E.next(32), plain);
        return Signing.sign(P, Envelope.draft(circle.address(), NOW, LEAF.day(), block, payload), circle.copyOfKey(), E.next(32));
    }

    private static void sealReject(String name, String reason, ForgettingTree tree, String secretKey, Event envelope) throws IOException {
        write("seal/reject/" + name, "reason", reason, "secretKey", secretKey, "tree", Vectors.hex(tree.write()), "envelope", envelope.json());
    }

    private static void vault() throws IOException {
        VaultSeal.Lock lock = new VaultSeal.Lock(E.next(16), 64, 1, 1);
        String passphrase = Bytes.utf8("seven geese in a row").hex();
        Secret passphraseKey = VaultSeal.passphraseKey(P, P.keep(Bytes.hex(passphrase).toArray()), lock);
        Secret fileKey = P.fresh(E, 32);
        String[] keys = {Vectors.hex(passphraseKey), Vectors.hex(fileKey)};
        Bytes sealed = Bytes.EMPTY;
        for (int size : new int[] {0, 100, 4_092, 4_093}) {
            Bytes content = E.next(size);
            sealed = VaultSeal.seal(P, passphraseKey, fileKey, lock, P.keep(content.toArray()), E);
            write("vault/accept/content-of-" + size, "passphrase", passphrase, "passphraseKey", keys[0], "fileKey", keys[1],
                    "sealed", sealed.hex(), "content", content.hex());
        }
        Bytes small = VaultSeal.seal(P, passphraseKey, fileKey, lock, P.keep(new byte[10]), E);
        vaultReject("another-magic", "not-a-vault", keys, altered(small, 7));
        vaultReject("nothing", "not-a-vault", keys, Bytes.EMPTY);
        vaultReject("a-byte-less", "wrong-size", keys, small.slice(0, small.size() - 1));
        vaultReject("no-content", "wrong-size", keys, small.slice(0, 132));
        vaultReject("no-lanes", "wrong-lock", keys, altered(small, 19));
        vaultReject("endless-memory", "wrong-lock", keys, altered(small, 8));
        vaultReject("a-changed-byte", "damaged", keys, altered(small, 100));
        vaultReject("a-changed-tag", "wrong-key", keys, altered(small, small.size() - 1));
        vaultReject("another-passphrase", "wrong-key", new String[] {keys[1], keys[1]}, small);
        vaultReject("another-file-key", "wrong-key", new String[] {keys[0], keys[0]}, small);
        vaultReject("a-length-too-large", "wrong-padding", keys, forged(small, passphraseKey, fileKey, 0, 0x7f));
        vaultReject("a-length-of-other-padding", "wrong-padding", keys, forged(sealed, passphraseKey, fileKey, 2, 0x00));
        vaultReject("padding-not-zeros", "wrong-padding", keys, forged(small, passphraseKey, fileKey, 4_000, 0x01));
    }

    private static Bytes altered(Bytes bytes, int at) {
        byte[] out = bytes.toArray();
        out[at] ^= (byte) (at == 8 ? 0x80 : 1);
        return Bytes.wrap(out);
    }

    /** A vault of which one byte of the padded content is another, with digest and tag made anew. */
    private static Bytes forged(Bytes sealed, Secret passphraseKey, Secret fileKey, int at, int value) {
        try (Secret input = P.keep(Bytes.hex(Vectors.hex(passphraseKey) + Vectors.hex(fileKey)).toArray());
                Secret extracted = P.hkdfExtract(Labels.VAULT, input);
                StreamKeys keys = StreamKeys.expand(P, extracted, Labels.VAULT_FILE.then(sealed.slice(36, 68)))) {
            byte[] padded = P.chacha20(keys.stream(), keys.nonce(), sealed.slice(68, sealed.size() - 64)).toArray();
            padded[at] = (byte) value;
            Bytes body = sealed.slice(0, 68).then(P.chacha20(keys.stream(), keys.nonce(), Bytes.wrap(padded)));
            Bytes digest = P.sha256(body);
            return body.then(digest, P.tag(keys.tag(), digest));
        }
    }

    private static Secret sender;
    private static Bytes to;

    private static void giftWrap() throws IOException {
        sender = P.freshKey(E);
        Secret receiver = P.freshKey(E);
        to = P.publicKey(receiver);
        String key = Vectors.hex(receiver);
        Draft rumor = new Draft(P.publicKey(sender), NOW, 14, List.of(Tag.of("subject", "bread")), "at the \"back\" door\n");
        Event wrap = GiftWrap.wrap(P, rumor, sender, to, NOW, E);
        write("giftwrap/accept/a-note", "receiver", key, "wrap", wrap.json(), "sender", P.publicKey(sender).hex(), "kind", 14, "content", rumor.content(),
                "rumorId", rumor.id(P).hex());
        wrapReject("another-kind", "wrong-kind", key, event(sender, 1, List.of(), hidden("{}")));
        wrapReject("no-signature", "wrong-wrap", key,
                new Event(wrap.id(), wrap.publicKey(), wrap.createdAt(), 1059, wrap.tags(), wrap.content(), Bytes.wrap(new byte[64])));
        wrapReject("another-receiver", "unreadable-wrap", Vectors.hex(P.freshKey(E)), wrap);
        wrapReject("no-seal", "malformed-seal", key, event(sender, 1059, List.of(), hidden("{}")));
        wrapReject("a-seal-with-a-tag", "malformed-seal", key, sealed(event(sender, 13, List.of(Tag.of("p", "x")), hidden("{}"))));
        Event seal = event(sender, 13, List.of(), hidden("{}"));
        wrapReject("a-changed-seal", "wrong-seal", key,
                sealed(new Event(seal.id(), seal.publicKey(), NOW - 1, 13, List.of(), seal.content(), seal.signature())));
        wrapReject("a-seal-in-the-clear", "unreadable-seal", key, sealed(event(sender, 13, List.of(), "{}")));
        wrapReject("no-rumor", "malformed-rumor", key, sealed(seal));
        String signed = event(sender, 14, List.of(), "x").json();
        wrapReject("a-signed-rumor", "malformed-rumor", key, sealed(event(sender, 13, List.of(), hidden(signed))));
        String unsigned = signed.substring(0, signed.indexOf(",\"sig\"")) + "}";
        wrapReject("a-changed-rumor", "wrong-id", key, sealed(event(sender, 13, List.of(), hidden(unsigned.replace("\"kind\":14", "\"kind\":15")))));
        String foreign = event(P.freshKey(E), 14, List.of(), "x").json();
        wrapReject("another-author", "wrong-author", key,
                sealed(event(sender, 13, List.of(), hidden(foreign.substring(0, foreign.indexOf(",\"sig\"")) + "}"))));
    }

    private static Event event(Secret key, int kind, List<Tag> tags, String content) {
        return Signing.sign(P, new Draft(P.publicKey(key), NOW, kind, tags, content), key, E.next(32));
    }

    private static String hidden(String plain) {
        return Nip44.encrypt(P, Nip44.conversationKey(P, sender, to).orElseThrow(), E.next(32), plain);
    }

    private static Event sealed(Event seal) {
        return event(sender, 1059, List.of(Tag.of("p", to.hex())), hidden(seal.json()));
    }

    private static void wrapReject(String name, String reason, String receiver, Event wrap) throws IOException {
        write("giftwrap/reject/" + name, "reason", reason, "receiver", receiver, "wrap", wrap.json());
    }

    private static void vaultReject(String name, String reason, String[] keys, Bytes sealed) throws IOException {
        write("vault/reject/" + name, "reason", reason, "passphraseKey", keys[0], "fileKey", keys[1], "sealed", sealed.hex());
    }
}
