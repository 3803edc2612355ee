package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weft.wire.json.Json;

/** The node in Firefox, driven by WebDriver BiDi, which Firefox speaks without another program. */
@Tag("long")
class FirefoxTest extends OnPhones {
    private static Optional<Path> firefox() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(path -> java.util.stream.Stream.of(Path.of(path, "firefox-esr"), Path.of(path, "firefox")))
                .filter(Files::isExecutable).findFirst();
    }

    /** One tab. */
    private static final class Tab implements AutoCloseable, WebSocket.Listener {
        private final Process process;
        private final WebSocket socket;
        private final BlockingQueue<Json.Obj> answers = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final String context;
        private int number;

        Tab(Path program, Path profile) throws IOException, InterruptedException {
            Files.createDirectories(profile);
            process = new ProcessBuilder(program.toString(), "--headless", "--no-remote", "--profile", profile.toString(), "--remote-debugging-port", "0")
                    .redirectErrorStream(true).start();
            String address = "";
            var lines = process.inputReader(StandardCharsets.UTF_8);
            for (String line = lines.readLine(); line != null && address.isEmpty(); line = lines.readLine()) {
                int at = line.indexOf("ws://");
                address = at < 0 ? "" : line.substring(at).strip();
                if (!address.isEmpty()) {
                    break;
                }
            }
            Thread.ofVirtual().start(() -> lines.lines().forEach(line -> { }));
            socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address + "/session"), this).join();
            command("session.new", Json.object("capabilities", Json.object()));
            Json.Obj tree = (Json.Obj) command("browsingContext.getTree", Json.object()).get("result").orElseThrow();
            context = ((Json.Obj) ((Json.Arr) tree.get("contexts").orElseThrow()).items().getFirst()).text("context").orElseThrow();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                Json.Obj message = (Json.Obj) Json.read(part.toString()).orThrow();
                part.setLength(0);
                if (message.get("id").isPresent()) {
                    answers.add(message);
                }
            }
            from.request(1);
            return null;
        }

        Json.Obj command(String method, Json.Obj parameters) throws InterruptedException {
            socket.sendText(Json.object("id", ++number, "method", method, "params", parameters).write(), true).join();
            Json.Obj answer = answers.poll(120, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("no answer to " + method);
            }
            return answer;
        }

        void open(String address) throws InterruptedException {
            command("browsingContext.navigate", Json.object("context", context, "url", address, "wait", "complete"));
        }

        String run(String expression) throws InterruptedException {
            Json.Obj answer = command("script.evaluate", Json.object("expression", "String(" + expression + ")",
                    "target", Json.object("context", context), "awaitPromise", true));
            return answer.get("result").flatMap(result -> ((Json.Obj) result).get("result")).flatMap(result -> ((Json.Obj) result).text("value"))
                    .orElse(answer.write());
        }

        void await(String expression) throws InterruptedException {
            for (int i = 0; i < 400; i++) {
                if (run(expression).equals("true")) {
                    return;
                }
                Thread.sleep(200);
            }
            throw new AssertionError(expression + " never came true; the page says: " + run("document.body.innerText.slice(0, 500)"));
        }

        void send(String action, Map<String, String> fields) throws InterruptedException {
            fields.forEach((name, value) -> {
                try {
                    run("document.querySelector('[name=" + name + "]').value = " + Json.texts(java.util.List.of(value)).write() + "[0]");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            run("document.querySelector('form[action$=\"" + action + "\"]').requestSubmit()");
        }

        @Override
        public void close() {
            socket.abort();
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void aNodeInFirefoxBeginsPostsLocksAndIsOpenedAgain() throws IOException, InterruptedException {
        Assumptions.assumeTrue(firefox().isPresent(), "there is no Firefox on the PATH (on Debian: apt-get install firefox-esr)");
        try (Tab tab = new Tab(firefox().orElseThrow(), folder.resolve("firefox"))) {
            tab.open(phones.app());
            tab.await("!!document.querySelector('input[name=again]')");
            tab.send("/begin", Map.of("passphrase", Phones.PASSPHRASE, "again", Phones.PASSPHRASE));
            tab.await("!!document.querySelector('a[href$=\"/circles/new\"]')");
            tab.open(phones.app() + "circles/new");
            tab.send("/circles/new", Map.of("name", "Canal Street", "relays", phones.relayAddress()));
            tab.await("!!document.querySelector('a[href*=\"/post?side=need\"]')");
            String board = tab.run("location.href");
            tab.open(board + "/post?side=need");
            tab.send("/post", Map.of("title", "Wood for the stove"));
            tab.await("document.body.innerText.includes('Wood for the stove')");

            // A phone with Chromium joins and sees it.
            tab.open(board + "/invite");
            tab.send("/invite", Map.of());
            tab.await("!!document.querySelector('textarea[readonly], input[readonly]')");
            Phones.Phone bo = phones.begun("bo");
            Phones.join(bo.page(), tab.run("document.querySelector('textarea[readonly], input[readonly]').value"), "Amina");
            Phones.awaitText(bo.page(), "Compare these words");
            phones.board(bo.page(), phones.app());
            Phones.awaitText(bo.page(), "Wood for the stove");

            tab.open(phones.app() + "settings");
            tab.await("!!document.querySelector('form[action$=\"/lock\"]')");
            tab.send("/lock", Map.of());
            tab.await("!!document.querySelector('form[action$=\"/unlock\"]')");
            tab.send("/unlock", Map.of("passphrase", Phones.PASSPHRASE));
            tab.await("document.body.innerText.includes('Canal Street')");
            assertThat(phones.complaints).isEmpty();
        }
    }
}
