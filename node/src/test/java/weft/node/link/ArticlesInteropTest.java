package weft.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.key.Signing;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.practice.Practice;
import weft.practice.Shelf;
import weft.practice.carry.ArticleAddress;
import weft.practice.carry.Articles;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.json.Json;

/** Articles there and back through a client that nobody here wrote: nostr-tools from npm, unmodified, under Node, over a relay. */
@Tag("slow")
class ArticlesInteropTest {
    private static final Primitives P = new JdkPrimitives();

    @TempDir
    Path folder;

    private static String run(Path where, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command) + " said:\n" + out).isZero();
        return out;
    }

    /** The packages that the relay's own tests lock. */
    private static Path installed() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("weft.root"));
        Path from = root.resolve("relay/src/test/js");
        Path target = Files.createDirectories(root.resolve("node/target/js"));
        byte[] lock = Files.readAllBytes(from.resolve("package-lock.json"));
        for (String name : List.of("package.json", ".npmrc")) {
            Files.write(target.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
        Files.write(target.resolve("articles.mjs"), Files.readAllBytes(root.resolve("node/src/test/js/articles.mjs")));
        Path stamp = target.resolve("installed-lock.json");
        if (!Files.isRegularFile(stamp) || !Arrays.equals(Files.readAllBytes(stamp), lock)) {
            Files.write(target.resolve("package-lock.json"), lock);
            run(target, "npm", "ci", "--ignore-scripts", "--no-progress");
            Files.write(stamp, lock);
        }
        return target;
    }

    /** Publishes a practice under a voice of its own, and says its address. */
    private static String published(OpenNet net, Practice practice, String name, String url) {
        Event event;
        try (Secret voice = P.freshKey(new JdkEntropy())) {
            Draft draft = Articles.draft(practice, name, P.publicKey(voice), 1_795_443_900L);
            event = Signing.sign(P, draft, voice, new JdkEntropy().next(32));
        }
        assertThat(net.publish(event, List.of(url, "ws://127.0.0.1:1/none"))).isEqualTo(Map.of(url, true, "ws://127.0.0.1:1/none", false));
        return new ArticleAddress(name, event.publicKey(), List.of(url)).write();
    }

    @Test
    void allPracticesGoThereAndBackAndAnotherComes() throws Exception {
        Path js = installed();
        try (RelayServer relay = RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0))) {
            String url = relay.address().toString();
            OpenNet net = new OpenNet(Duration.ofSeconds(10));
            List<Practice> all = Shelf.NAMES.stream().flatMap(name -> Shelf.LANGUAGES.stream().map(language -> Shelf.read(name, language).orElseThrow())).toList();
            List<String> command = new ArrayList<>(List.of("node", "articles.mjs", url));
            for (int i = 0; i < all.size(); i++) {
                command.add(published(net, all.get(i), "0123456789abcd" + (i + 10), url));
            }

            List<Json.Obj> said = run(js, command.toArray(String[]::new)).lines().map(line -> (Json.Obj) Json.read(line).orThrow()).toList();

            assertThat(said).hasSize(all.size() + 1);
            for (int i = 0; i < all.size(); i++) {
                Practice practice = all.get(i);
                Json.Obj theirs = said.get(i);
                assertThat(theirs.text("type")).contains("naddr");
                assertThat(theirs.get("valid").orElseThrow().write()).isEqualTo("true");
                assertThat(theirs.text("again")).as("nostr-tools writes the very same address").contains(command.get(3 + i));
                assertThat(theirs.text("content")).contains(practice.text().strip() + "\n");
                assertThat(theirs.get("title").orElseThrow().write()).isEqualTo(Json.texts(List.of(practice.front().title())).write());
                assertThat(theirs.get("topics").orElseThrow().write()).isEqualTo(Json.texts(practice.front().kinds()).write());
                ArticleAddress back = ArticleAddress.read(theirs.text("back").orElseThrow()).orThrow();
                Practice again = Articles.read(net.find(P, back, back.relays()).orElseThrow().draft()).orThrow();
                assertThat(again.text()).isEqualTo(practice.text());
                assertThat(again.front().title()).isEqualTo(practice.front().title());
                assertThat(again.front().language()).isEqualTo(practice.front().language());
                assertThat(again.front().materials()).isEqualTo(practice.front().materials());
                assertThat(again.front().serves()).isEqualTo(practice.front().serves());
            }

            ArticleAddress other = ArticleAddress.read(said.getLast().text("naddr").orElseThrow()).orThrow();
            assertThat(other.write()).as("and Weft writes theirs").isEqualTo(said.getLast().text("naddr").orElseThrow());
            Optional<Event> found = net.find(P, other, other.relays());
            assertThat(found.map(Event::id)).contains(Bytes.hex(said.getLast().text("id").orElseThrow()));
            Practice taken = Articles.read(found.orElseThrow().draft()).orThrow();
            assertThat(taken.front().title()).isEqualTo("Bread for all");
            assertThat(taken.text()).startsWith("# Bread");
            assertThat(weft.press.Clean.html(weft.practice.Markdown.html(taken.text()))).doesNotContain("<script").contains("&lt;script&gt;");
        }
    }
}
