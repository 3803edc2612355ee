package weft.wire.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Makes the vectors of spec/bundle.md once, with fixed keys; the frozen files are what tests read. */
final class BundleVectors {
    static final long NOW = 1_800_000_000L;
    private static final Primitives PRIMITIVES = new JdkPrimitives();

    private BundleVectors() {}

    static Event envelope(int number, Day lastDay) {
        byte[] payload = new byte[99 + number];
        payload[0] = 2;
        Bytes header = PRIMITIVES.sha256(Bytes.utf8("header " + number)).slice(0, 16);
        return sign(Envelope.draft(publicKey(), NOW - 7200, lastDay, header, Bytes.wrap(payload).base64()));
    }

    private static Bytes publicKey() {
        try (Secret key = key()) {
            return PRIMITIVES.publicKey(key);
        }
    }

    private static Secret key() {
        return PRIMITIVES.keep(PRIMITIVES.sha256(Bytes.utf8("bundle vectors")).toArray());
    }

    static Event sign(Draft draft) {
        try (Secret key = key()) {
            Bytes id = draft.id(PRIMITIVES);
            return draft.signed(id, PRIMITIVES.sign(key, id, Bytes.wrap(new byte[32])));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder.resolve("accept"));
        Files.createDirectories(folder.resolve("reject"));
        Day soon = Day.at(NOW).plus(3);
        Event first = envelope(0, soon);
        Event second = envelope(9, soon.plus(30));
        Event over = envelope(1, Day.at(NOW).plus(-1));
        accept(folder, "two-envelopes", first.json() + "\n" + second.json() + "\n", List.of(first, second), List.of());
        Event knock = sign(new Draft(publicKey(), NOW - 5_000, BundleReader.WRAP_KIND, List.of(Tag.of("p", publicKey().hex())), "sealed"));
        Event mark = sign(new Draft(publicKey(), NOW - 5_000, BundleReader.MARK_KIND, List.of(Tag.of("expiration", "1800604800")), "ab".repeat(32)));
        Draft other = new Draft(publicKey(), NOW - 5_000, BundleReader.WRAP_KIND, List.of(Tag.of("p", publicKey().hex())), "other");
        Event forgedKnock = other.signed(other.id(PRIMITIVES), knock.signature());
        Event forNobody = sign(new Draft(publicKey(), NOW - 5_000, BundleReader.WRAP_KIND, List.of(), "sealed"));
        Files.writeString(folder.resolve("accept/of-invitations.json"),
                Json.object("now", NOW, "text", knock.json() + "\n" + first.json() + "\n" + mark.json() + "\n",
                "accepted", Json.texts(List.of(first.id().hex())), "invitations", Json.texts(List.of(knock.id().hex(), mark.id().hex())), "faults",
                Json.texts(List.of())).write() + "\n");
        Files.writeString(folder.resolve("reject/forged-knock.json"),
                Json.object("now", NOW, "text", forgedKnock.json() + "\n", "reason", "wrong-signature").write() + "\n");
        Files.writeString(folder.resolve("reject/knock-for-nobody.json"), Json.object("now", NOW, "text", forNobody.json() + "\n", "reason", "wrong-kind")
                .write() + "\n");
        accept(folder, "no-last-line-end", first.json() + "\n" + second.json(), List.of(first, second), List.of());
        accept(folder, "carriage-returns-and-empty-lines", "\r\n" + first.json() + "\r\n\n\n" + second.json() + "\r\n", List.of(first, second), List.of());
        accept(folder, "bad-lines-harm-no-others", "{}\n" + first.json() + "\nnonsense\n" + over.json() + "\n" + second.json() + "\n", List.of(first, second),
                List.of("wrong-members", "not-json", "over"));
        accept(folder, "torn-end", first.json() + "\n" + second.json().substring(0, 200), List.of(first), List.of("not-json"));
        accept(folder, "empty", "", List.of(), List.of());
        Event altered = new Event(first.id(), first.publicKey(), first.createdAt(), first.kind(), first.tags(), second.content(), first.signature());
        Event forged = new Event(first.id(), first.publicKey(), first.createdAt(), first.kind(), first.tags(), first.content(), second.signature());
        Event note = sign(new Draft(publicKey(), NOW, 1, List.of(Tag.of("expiration", Long.toString(soon.endsAt()))), "hello"));
        reject(folder, "line-too-long", "x".repeat(65_537) + "\n");
        reject(folder, "over", over.json());
        reject(folder, "wrong-id", altered.json());
        reject(folder, "wrong-signature", forged.json());
        reject(folder, "wrong-kind", note.json());
        reject(folder, "not-json", "BEGIN BUNDLE");
        Files.writeString(folder.resolve("reject/not-utf8.json"), Json.object("now", NOW, "hex", "7b22c328227d0a", "reason", "not-utf8").write() + "\n");
    }

    private static void accept(Path folder, String name, String text, List<Event> events, List<String> faults) throws IOException {
        Json.Obj vector = Json.object("now", NOW, "text", text, "accepted", Json.texts(events.stream().map(e -> e.id().hex()).toList()), "faults",
                Json.texts(faults));
        Files.writeString(folder.resolve("accept/" + name + ".json"), vector.write() + "\n");
    }

    private static void reject(Path folder, String reason, String text) throws IOException {
        Files.writeString(folder.resolve("reject/" + reason + ".json"), Json.object("now", NOW, "text", text, "reason", reason).write() + "\n");
    }
}
