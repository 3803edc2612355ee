package weft.core.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import weft.core.view.News;
import weft.core.view.NewsWays;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** Writes the vectors under spec/vectors/vaultcontent anew; run by hand when the format changes, and read what it wrote. */
final class VaultVectors {
    /** What is written where nothing was told and nobody chose how: two lists, a flag, two times, two lists of what is off. */
    private static final int NO_NEWS = 4 + 1 + 2 + 2 + 4 + 4;

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
        int news = doing.size() - NO_NEWS;
        reject(root, "part-of-kind-3", change(doing, news - 4 - 8 - 2, 3), "malformed");
        reject(root, "dates-twice", doing.slice(0, news - 4 - 8).then(Bytes.bigEndian(2, 4), doing.slice(news - 8, news - 4),
                doing.slice(news - 8, doing.size())), "malformed");
        news(world, root, amina, circle);
        reject(root, "nothing", Bytes.EMPTY, "malformed");
        reject(root, "version-4", Bytes.ofUnsigned(4).then(empty.slice(1, empty.size())), "newer-version");
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
                .then(Bytes.bigEndian(2, 4), one, one, Bytes.wrap(new byte[30 + NO_NEWS])), "malformed");
        reject(root, "invitation-of-kind-3", change(filled, invitations(filled) + 4, 3), "malformed");
    }

    /** A piece of news, and ways of telling that somebody chose. */
    private static void news(World world, Path root, TinyNode amina, Bytes circle) throws IOException {
        TinyNode bo = world.node("bo");
        world.join(amina, circle, bo);
        Ref ref = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("A ladder"), world.today().plus(2), ""))).ref();
        world.settle();
        bo.wish(new Command.Answer(ref, "I have one"));
        world.settle();
        amina.wish(new Command.NewsTell(new NewsWays(true, 1_320, 420, Set.of(News.FREE_NOW, News.ANSWERED), Set.of(circle))));
        Bytes told = amina.vault;
        PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(told.toArray())).orThrow();
        write(root.resolve("accept/news.json"), Json.object("content", told.hex(), "circles", state.circles.size(), "invitations", state.invitations.size()));
        int ways = told.size() - 1 - 2 - 2 - 4 - 2 - 4 - 32;
        reject(root, "news-of-kind-11", change(told, ways - 1 - 8 - 1, 11), "malformed");
        reject(root, "news-not-on-the-hour", change(told, ways - 2, told.at(ways - 2) ^ 1), "malformed");
        reject(root, "news-with-a-third-flag", change(told, ways - 1, 4), "malformed");
        reject(root, "quiet-from-24-hours", told.slice(0, ways + 1).then(Bytes.bigEndian(1_440, 2), told.slice(ways + 3, told.size())), "malformed");
        reject(root, "kinds-not-in-order", told.slice(0, ways + 9).then(Bytes.ofUnsigned(9, 0), told.slice(ways + 11, told.size())), "malformed");
        reject(root, "version-2-with-news", change(told, 0, 2), "malformed");
    }

    /** Where the list of invitations begins: what a node without invitations, papers, a calendar and news writes ends there with zeros. */
    private static int invitations(Bytes filled) {
        PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(filled.toArray())).orThrow();
        state.invitations.clear();
        return bytes(state).size() - 30 - NO_NEWS;
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
