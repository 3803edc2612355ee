package weft.core.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weft.core.invite.HandOver;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Tag;
import weft.wire.json.Json;

/** Writes the vectors under spec/vectors/people and spec/vectors/regroup anew; run by hand when a format changes. */
final class PeopleVectors {
    static final Primitives P = new JdkPrimitives();
    static final Bytes TWO = P.publicKey(key("two"));
    static final Bytes CIRCLE = P.publicKey(key("circle"));
    static final Leaf LEAF = new Leaf(new Day(2500), 0x0a0b0c0d);
    static final long NOW = 1_793_872_800L;

    private PeopleVectors() {}

    static Secret key(String name) {
        return P.keep(P.sha256(Bytes.utf8(name)).toArray());
    }

    static Entropy drawn() {
        int[] n = {0};
        return size -> {
            Bytes out = Bytes.EMPTY;
            while (out.size() < size) {
                out = out.then(P.sha256(Bytes.utf8("drawn " + n[0]++)));
            }
            return out.slice(0, size);
        };
    }

    static Regrouped regrouped() {
        ForgettingTree tree = ForgettingTree.create(P, drawn());
        tree.forgetThrough(new Day(2498));
        return new Regrouped(ThatIsMe.mark(P, CIRCLE), new HandOver(key("fresh"), tree.write(), 1, List.of("wss://relay.example")));
    }

    private static String signed(int kind, List<Tag> tags, String content) {
        return Signing.sign(P, new Draft(P.publicKey(key("voice")), NOW, kind, tags, content), key("voice"), Bytes.wrap(new byte[32])).json();
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(System.getProperty("weft.root")).resolve("spec/vectors");
        Tag weft = Tag.of("weft", ThatIsMe.mark(P, TWO).hex());
        Tag slot = Tag.of("slot", "0a0b0c0d", "2500");
        Tag circle = Tag.of("circle", ThatIsMe.mark(P, CIRCLE).hex());
        Path people = root.resolve("people");
        write(people, "accept/that-is-me", ThatIsMe.write(P, key("voice"), CIRCLE, TWO, LEAF, NOW, drawn()), "");
        write(people, "reject/another-kind", signed(9395, List.of(weft, slot, circle), ""), "wrong-kind");
        write(people, "reject/words", signed(9394, List.of(weft, slot, circle), "hello"), "malformed-content");
        write(people, "reject/told-to-another", signed(9394, List.of(Tag.of("weft", ThatIsMe.mark(P, CIRCLE).hex()), slot, circle), ""), "malformed-tags");
        write(people, "reject/another-leaf", signed(9394, List.of(weft, Tag.of("slot", "0a0b0c0e", "2500"), circle), ""), "malformed-tags");
        write(people, "reject/one-tag-more", signed(9394, List.of(weft, slot, circle, Tag.of("x", "y")), ""), "malformed-tags");
        write(people, "reject/short-mark", signed(9394, List.of(weft, slot, Tag.of("circle", "00")), ""), "malformed-tags");
        Path regroup = root.resolve("regroup");
        Tag part = Tag.of("part", "0", "1");
        try (Regrouped what = regrouped(); Secret content = what.content(P)) {
            byte[] all = new byte[content.size()];
            content.copyTo(all, 0);
            Bytes bytes = Bytes.wrap(all);
            String good = what.write(P, TWO, LEAF, NOW, drawn()).orElseThrow().getFirst();
            Files.createDirectories(regroup.resolve("accept"));
            Files.writeString(regroup.resolve("accept/one-part.json"), Json.object("what", "part", "acquaintance", TWO.hex(), "slot", "0a0b0c0d", "day", 2500,
                    "event", Json.read(good).orThrow(), "content", bytes.hex(), "circle", P.publicKey(key("fresh")).hex(), "from",
                    what.oldMark().hex()).write() + "\n");
            write(regroup, "reject/another-kind", signed(9393, List.of(weft, slot, part), bytes.base64()), "wrong-kind");
            write(regroup, "reject/part-beyond-the-last", signed(9395, List.of(weft, slot, Tag.of("part", "1", "1")), bytes.base64()), "malformed-tags");
            write(regroup, "reject/leading-zero", signed(9395, List.of(weft, slot, Tag.of("part", "00", "1")), bytes.base64()), "malformed-tags");
            write(regroup, "reject/sixty-five-parts", signed(9395, List.of(weft, slot, Tag.of("part", "0", "65")), bytes.base64()), "malformed-tags");
            write(regroup, "reject/for-another", signed(9395, List.of(circle, slot, part), bytes.base64()), "malformed-tags");
            write(regroup, "reject/not-base64", signed(9395, List.of(weft, slot, part), "?"), "malformed-content");
            write(regroup, "reject/empty", signed(9395, List.of(weft, slot, part), ""), "malformed-content");
            content(regroup, "newer-version", Bytes.ofUnsigned(2).then(bytes.slice(1, bytes.size())), "malformed-circle");
            content(regroup, "trailing", bytes.then(Bytes.ofUnsigned(0)), "malformed-circle");
            content(regroup, "cut-off", bytes.slice(0, bytes.size() - 1), "malformed-circle");
        }
    }

    private static void write(Path root, String name, String event, String reason) throws IOException {
        Path file = root.resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Json.Obj all = reason.isEmpty()
                ? Json.object("acquaintance", TWO.hex(), "slot", "0a0b0c0d", "day", 2500, "event", Json.read(event).orThrow(),
                        "voice", P.publicKey(key("voice")).hex(), "circleMark", ThatIsMe.mark(P, CIRCLE).hex())
                : Json.object("acquaintance", TWO.hex(), "slot", "0a0b0c0d", "day", 2500, "event", Json.read(event).orThrow(), "reason", reason);
        Files.writeString(file, all.write() + "\n");
    }

    private static void content(Path root, String name, Bytes content, String reason) throws IOException {
        Files.writeString(root.resolve("reject/" + name + ".json"), Json.object("what", "content", "content", content.hex(), "reason", reason).write() + "\n");
    }
}
