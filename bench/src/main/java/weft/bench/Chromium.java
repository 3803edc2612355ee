package weft.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** A real browser without a window, spoken to by its own protocol (Chrome DevTools Protocol), so that it can be asked for its timings. */
final class Chromium implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<Json.Obj> said = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private String session = "";
    private int asked;

    /** Starts it with an empty profile, and opens one page. */
    Chromium() throws IOException, InterruptedException {
        profile = Files.createTempDirectory("weft-bench-browser");
        process = new ProcessBuilder(program().toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 600 && !(Files.exists(port) && Files.readAllLines(port).size() >= 2); i++) {
            Thread.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Ear()).join();
        Json.Obj target = call("Target.createTarget", Json.object("url", "about:blank"));
        session = text(call("Target.attachToTarget", Json.object("targetId", text(target, "targetId"), "flatten", true)), "sessionId");
        call("Page.enable", Json.object());
        call("Network.enable", Json.object());
    }

    private static Path program() {
        for (String folder : java.util.Objects.requireNonNullElse(System.getenv("PATH"), "").split(":")) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("This table needs Chromium on the PATH. On Debian and Ubuntu: apt-get install chromium");
    }

    private final class Ear implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            frame.append(piece);
            if (last) {
                if (Json.read(frame.toString()) instanceof Checked.Good<Json>(Json.Obj message)) {
                    said.add(message);
                }
                frame.setLength(0);
            }
            from.request(1);
            return java.util.concurrent.CompletableFuture.completedStage(null);
        }
    }

    private static String text(Json.Obj object, String name) {
        return object.text(name).orElse("");
    }

    /** Calls a method; what else is said meanwhile is dropped. */
    Json.Obj call(String method, Json.Obj parameters) throws InterruptedException {
        int id = send(method, parameters);
        while (true) {
            Json.Obj message = next();
            if (message.whole("id").orElse(-1L) == id) {
                if (message.get("error").isPresent()) {
                    throw new IllegalStateException(method + ": " + message.write());
                }
                return message.get("result").orElseThrow() instanceof Json.Obj result ? result : Json.object();
            }
        }
    }

    private int send(String method, Json.Obj parameters) {
        int id = ++asked;
        List<Object> members = new ArrayList<>(List.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            members.addAll(List.of("sessionId", session));
        }
        socket.sendText(Json.object(members.toArray()).write(), true).join();
        return id;
    }

    private Json.Obj next() throws InterruptedException {
        Json.Obj message = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("the browser did not answer");
        }
        return message;
    }

    /** Goes to an address and waits until the page is loaded. */
    void go(String address) throws InterruptedException {
        send("Page.navigate", Json.object("url", address));
        awaitLoad();
    }

    /** Does something in the page that leads to another, and waits until that is loaded. */
    void act(String script) throws InterruptedException {
        said.clear();
        send("Runtime.evaluate", Json.object("expression", script, "userGesture", true));
        awaitLoad();
    }

    private void awaitLoad() throws InterruptedException {
        while (!text(next(), "method").equals("Page.loadEventFired")) {
            // What is said before is of no interest.
        }
    }

    /** What an expression is worth in the page, as JSON. */
    Json ask(String script) throws InterruptedException {
        Json.Obj answer = call("Runtime.evaluate", Json.object("expression", "Promise.resolve(" + script + ").then(x => JSON.stringify(x))",
                "awaitPromise", true, "returnByValue", true));
        String value = answer.get("result").orElse(Json.Null.NULL) instanceof Json.Obj result ? text(result, "value") : "";
        return Json.read(value) instanceof Checked.Good<Json>(Json json) ? json : Json.Null.NULL;
    }

    /** A number that the page knows. */
    double number(String script) throws InterruptedException {
        return ask(script) instanceof Json.Num(String literal) ? Double.parseDouble(literal) : Double.NaN;
    }

    /** Numbers that the page knows. */
    List<Double> numbers(String script) throws InterruptedException {
        List<Double> out = new ArrayList<>();
        if (ask(script) instanceof Json.Arr(List<Json> items)) {
            items.forEach(item -> out.add(item instanceof Json.Num(String literal) ? Double.parseDouble(literal) : Double.NaN));
        }
        return out;
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Its helpers end a moment after it and take their files with them.
        for (int i = 0; i < 50 && Files.exists(profile); i++) {
            try (var files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (UncheckedIOException vanished) {
                // One of them was quicker than this: what is left is looked at anew.
            }
        }
    }
}
