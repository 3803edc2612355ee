package weft.core.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** Writes the vectors under spec/vectors/vaultcontent anew; run by hand when the format changes, and read what it wrote. */
final class VaultVectors {
    private VaultVectors() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(System.getProperty("weft.root")).resolve("spec/vectors/vaultcontent");
        Bytes empty = bytes(new PeerState(TinyNode.P));
        World world = new World();
        TinyNode amina = world.node("amina");
        Bytes circle = world.circle(amina, "Mill Lane");
        amina.wish(new Command.Post(circle, World.ask("Soup"), world.today().plus(2), ""));
        amina.wish(new Command.CircleInvite(circle));
        Bytes filled = amina.vault;
        write(root.resolve("accept/empty.json"), Json.object("content", empty.hex(), "circles", 0, "invitations", 0));
        write(root.resolve("accept/circle-voice-invitation.json"), Json.object("content", filled.hex(), "circles", 1, "invitations", 1));
        Bytes doing = DoingsTest.resting(world, amina, circle);
        write(root.resolve("accept/rest-calendar-standing.json"), Json.object("content", doing.hex(), "circles", 1, "invitations", 1));
        reject(root, "part-of-kind-3", change(doing, doing.size() - 4 - 8 - 2, 3), "malformed");
        reject(root, "dates-twice", doing.slice(0, doing.size() - 4 - 8).then(Bytes.bigEndian(2, 4), doing.slice(doing.size() - 8, doing.size() - 4),
                doing.slice(doing.size() - 8, doing.size())), "malformed");
        reject(root, "nothing", Bytes.EMPTY, "malformed");
        reject(root, "version-3", Bytes.ofUnsigned(3).then(empty.slice(1, empty.size())), "newer-version");
        reject(root, "cut-off", filled.slice(0, filled.size() - 1), "malformed");
        reject(root, "trailing", filled.then(Bytes.ofUnsigned(0)), "malformed");
        reject(root, "flag-of-two", change(empty, 9, 2), "malformed");
        reject(root, "more-circles-than-bytes", change(empty, 10, 255), "malformed");
        int c = 14;
        reject(root, "key-of-zeros", filled.slice(0, c).then(Bytes.wrap(new byte[32]), filled.slice(c + 32, filled.size())), "malformed");
        int relay = c + 32 + 2 + "Mill Lane".length() + 1 + 2;
        reject(root, "relay-by-http", change(filled, relay, 'h'), "malformed");
        reject(root, "grace-of-29-days", change(filled, relay + World.RELAY.length(), 29), "malformed");
        reject(root, "name-not-utf8", change(filled, c + 32 + 2, 0xff), "malformed");
        int count = 10;
        Bytes one = filled.slice(count + 4, invitations(filled));
        reject(root, "one-circle-twice", filled.slice(0, count)
                .then(Bytes.bigEndian(2, 4), one, one, Bytes.wrap(new byte[30])), "malformed");
        reject(root, "invitation-of-kind-3", change(filled, invitations(filled) + 4, 3), "malformed");
    }

    /** Where the list of invitations begins: what a node without invitations, papers and a calendar writes ends there with zeros. */
    private static int invitations(Bytes filled) {
        PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(filled.toArray())).orThrow();
        state.invitations.clear();
        return bytes(state).size() - 30;
    }

    private static Bytes bytes(PeerState state) {
        try (Secret content = VaultContent.write(state)) {
            byte[] out = new byte[content.size()];
            content.copyTo(out, 0);
            return Bytes.wrap(out);
        }
    }

    private static Bytes change(Bytes bytes, int at, int value) {
        return bytes.slice(0, at).then(Bytes.ofUnsigned(value), bytes.slice(at + 1, bytes.size()));
    }

    private static void reject(Path root, String name, Bytes content, String reason) throws IOException {
        write(root.resolve("reject/" + name + ".json"), Json.object("content", content.hex(), "reason", reason));
    }

    private static void write(Path file, Json json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.write() + "\n");
    }
}
