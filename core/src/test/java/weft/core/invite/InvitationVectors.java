package weft.core.invite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weft.core.key.VaultSeal;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** Writes the vectors under spec/vectors/invitation anew; run by hand when the format changes, and read what it wrote. */
final class InvitationVectors {
    private static final Primitives P = new JdkPrimitives();

    private InvitationVectors() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(System.getProperty("weft.root")).resolve("spec/vectors/invitation");
        Secret k = P.keep(P.sha256(Bytes.utf8("vector k")).toArray());
        Secret f = P.keep(P.sha256(Bytes.utf8("vector f")).toArray());
        Bytes proof = Bytes.hex("000102030405060708090a0b0c0d0e0f");
        InvitationLink two = new InvitationLink(P.publicKey(k), proof, 500_000, List.of("wss://relay.example/", "ws://127.0.0.1:7000"));
        InvitationLink none = new InvitationLink(P.publicKey(k), proof, 0xffff_ffffL, List.of());
        accept(root, "two-relays", two);
        accept(root, "no-relay", none);
        Acquainted acquainted = Acquainted.of(P, k, P.publicKey(f), P.publicKey(k), P.publicKey(f), proof).orElseThrow();
        write(root.resolve("accept/acquainted.json"), Json.object("what", "acquainted", "k", hex(k), "f", hex(f), "proof", proof.hex(),
                "c", hex(acquainted.key()), "root", hex(acquainted.root()), "words", acquainted.words()));
        Bytes body = Bytes.parseBase64Url(two.text(P).substring(5)).orElseThrow();
        Bytes plain = body.slice(0, body.size() - 4);
        reject(root, "empty", "", "not-a-link");
        reject(root, "web-address", "https://relay.example/", "not-a-link");
        reject(root, "upper-case-scheme", "WEFT:" + body.base64Url(), "not-a-link");
        reject(root, "too-long", "weft:" + "A".repeat(4_200), "not-a-link");
        reject(root, "nothing-after-the-scheme", "weft:", "altered");
        reject(root, "not-base64url", "weft:" + body.base64Url().substring(0, 40) + "+" + body.base64Url().substring(41), "altered");
        reject(root, "padded", "weft:" + body.base64Url() + "=", "altered");
        reject(root, "one-letter-changed", change(two.text(P)), "altered");
        reject(root, "last-letters-missing", two.text(P).substring(0, two.text(P).length() - 4), "altered");
        reject(root, "checked-but-too-short", link(plain.slice(0, 50)), "altered");
        reject(root, "version-2", link(Bytes.ofUnsigned(2).then(plain.slice(1, plain.size()))), "newer-version");
        reject(root, "key-off-the-curve", link(Bytes.ofUnsigned(1).then(Bytes.wrap(new byte[32]), plain.slice(33, plain.size()))), "malformed-key");
        Bytes head = plain.slice(0, 53);
        reject(root, "nine-relays", link(head.then(Bytes.ofUnsigned(9), relays(9, "ws://a"))), "malformed-relays");
        reject(root, "relay-by-http", link(head.then(Bytes.ofUnsigned(1), relays(1, "http://a"))), "malformed-relays");
        reject(root, "relay-with-a-blank", link(head.then(Bytes.ofUnsigned(1), relays(1, "ws://a b"))), "malformed-relays");
        reject(root, "relay-with-a-password", link(head.then(Bytes.ofUnsigned(1), relays(1, "ws://me:secret@a"))), "malformed-relays");
        reject(root, "relay-without-host", link(head.then(Bytes.ofUnsigned(1), relays(1, "wss://"))), "malformed-relays");
        reject(root, "relay-missing", link(head.then(Bytes.ofUnsigned(2), relays(1, "ws://a"))), "malformed-relays");
        reject(root, "relay-cut-off", link(head.then(Bytes.ofUnsigned(1, 20), Bytes.utf8("ws://a"))), "malformed-relays");
        reject(root, "trailing", link(plain.then(Bytes.ofUnsigned(0))), "trailing-bytes");
        files(root, two);
    }

    private static void files(Path root, InvitationLink link) throws IOException {
        VaultSeal.Lock lock = new VaultSeal.Lock(Bytes.hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"), 64, 1, 1);
        String passphrase = "größe zählt nicht – وسلام";
        String text;
        try (Secret secret = P.keep(Bytes.utf8(passphrase).toArray())) {
            text = InvitationFile.seal(P, link.text(P), secret, lock, size -> P.sha256(Bytes.utf8("vector nonce")).slice(0, size));
        }
        write(root.resolve("accept/file.json"), Json.object("what", "file", "file", text, "passphrase", passphrase, "link", link.text(P)));
        write(root.resolve("accept/file-with-other-line-breaks.json"), Json.object("what", "file", "file", "  " + text.replace("\n", "\r\n\t") + "\r\n",
                "passphrase", passphrase, "link", link.text(P)));
        Bytes all = Bytes.parseBase64Url(text.replace("\n", "").substring(10)).orElseThrow();
        Bytes body = all.slice(0, all.size() - 4);
        rejectFile(root, "file-of-something-else", "-----BEGIN PGP MESSAGE-----", passphrase, "not-a-link");
        rejectFile(root, "file-that-is-a-link", link.text(P), passphrase, "not-a-link");
        rejectFile(root, "file-too-long", "weft-file:" + "A".repeat(16_000), passphrase, "not-a-link");
        rejectFile(root, "file-one-letter-changed", change(text), passphrase, "altered");
        rejectFile(root, "file-last-line-missing", text.substring(0, 64), passphrase, "altered");
        rejectFile(root, "file-empty", "weft-file:", passphrase, "altered");
        rejectFile(root, "file-version-2", file(Bytes.ofUnsigned(2).then(body.slice(1, body.size()))), passphrase, "newer-version");
        rejectFile(root, "file-of-four-gigabytes", file(body.slice(0, 1).then(Bytes.hex("00400000"), body.slice(5, body.size()))), passphrase,
                "malformed-lock");
        rejectFile(root, "file-of-nine-passes", file(body.slice(0, 5).then(Bytes.ofUnsigned(9), body.slice(6, body.size()))), passphrase, "malformed-lock");
        rejectFile(root, "file-without-lanes", file(body.slice(0, 6).then(Bytes.ofUnsigned(0), body.slice(7, body.size()))), passphrase, "malformed-lock");
        rejectFile(root, "file-under-another-passphrase", text, "größe zählt doch", "wrong-passphrase");
        rejectFile(root, "file-changed-and-checked-anew", file(body.slice(0, 60).then(Bytes.ofUnsigned(body.at(60) ^ 1), body.slice(61, body.size()))),
                passphrase, "wrong-passphrase");
    }

    private static String file(Bytes body) {
        return "weft-file:" + body.then(P.sha256(Bytes.utf8("weft/1 invitation file").then(body)).slice(0, 4)).base64Url();
    }

    private static void rejectFile(Path root, String name, String file, String passphrase, String reason) throws IOException {
        write(root.resolve("reject/" + name + ".json"), Json.object("what", "file", "file", file, "passphrase", passphrase, "reason", reason));
    }

    private static Bytes relays(int count, String relay) {
        Bytes out = Bytes.EMPTY;
        for (int i = 0; i < count; i++) {
            out = out.then(Bytes.ofUnsigned(relay.length()), Bytes.utf8(relay));
        }
        return out;
    }

    private static String change(String link) {
        return link.substring(0, 30) + (link.charAt(30) == 'x' ? 'y' : 'x') + link.substring(31);
    }

    private static String link(Bytes body) {
        return "weft:" + body.then(P.sha256(Bytes.utf8("weft/1 invitation").then(body)).slice(0, 4)).base64Url();
    }

    static String hex(Secret secret) {
        byte[] bytes = new byte[secret.size()];
        secret.copyTo(bytes, 0);
        return Bytes.wrap(bytes).hex();
    }

    private static void accept(Path root, String name, InvitationLink link) throws IOException {
        write(root.resolve("accept/" + name + ".json"), Json.object("what", "link", "link", link.text(P), "key", link.key().hex(), "proof", link.proof().hex(),
                "validHours", link.validHours(), "relays", Json.texts(link.relays())));
    }

    private static void reject(Path root, String name, String link, String reason) throws IOException {
        write(root.resolve("reject/" + name + ".json"), Json.object("what", "link", "link", link, "reason", reason));
    }

    private static void write(Path file, Json json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.write() + "\n");
    }
}
