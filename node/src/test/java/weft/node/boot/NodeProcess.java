package weft.node.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import weft.node.home.RunFile;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** A node in a process of its own, and the questions that are put to it over HTTP as the command line puts them. */
final class NodeProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(60)).build();

    final Process process;
    /** All that it said before it told its address, or before it ended. */
    final List<String> said = new ArrayList<>();
    private final Path folder;
    private final BufferedReader lines;
    private RunFile running = new RunFile(1, "", 0);

    private NodeProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** An answer of the node; its body is empty where it was no JSON. */
    record Answer(int status, Json.Obj body) {
        /** Whether it is JSON and no refusal: while the vault is shut or being read there is a page instead. */
        boolean good() {
            return status < 300 && !body.members().isEmpty();
        }

        String text(String name) {
            return body.text(name).orElse("");
        }

        List<Json.Obj> list(String name) {
            return body.get(name) instanceof java.util.Optional<Json> found && found.isPresent() && found.get() instanceof Json.Arr array
                    ? array.items().stream().map(item -> (Json.Obj) item).toList() : List.of();
        }
    }

    /** How a JVM is started on the class path of these tests. */
    static List<String> java(String main) {
        return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-Dweft.app=none",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main));
    }

    /** Starts a command, gives it the passphrase and waits until it has told its address, or has ended. */
    static NodeProcess start(Path folder, List<String> command, String passphrase) throws IOException {
        NodeProcess node = new NodeProcess(folder, new ProcessBuilder(command).redirectErrorStream(true).start());
        try {
            node.process.getOutputStream().write((passphrase + "\n").getBytes(StandardCharsets.UTF_8));
            node.process.getOutputStream().close();
        } catch (IOException e) {
            // It ended before it read: what it said tells why.
        }
        for (String line = node.lines.readLine(); line != null; line = node.lines.readLine()) {
            node.said.add(line);
            if (line.strip().startsWith("http://")) {
                node.running = RunFile.read(folder).orElseThrow();
                return node;
            }
        }
        return node;
    }

    /** The program itself, as a person starts it. */
    static NodeProcess weft(Path folder, String passphrase) throws IOException {
        List<String> command = java("weft.node.boot.Weft");
        command.addAll(options(folder));
        return start(folder, command, passphrase);
    }

    static List<String> options(Path folder) {
        return List.of("--data", folder.toString(), "--port", "0", "--no-open", "--no-nearby", "--passphrase-stdin");
    }

    boolean isUp() {
        return running.port() > 1;
    }

    int status() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end within a minute; it said " + said);
        }
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        status();
    }

    /** Waits until all that is stored has been read back. */
    NodeProcess ready() throws IOException {
        long begun = System.nanoTime();
        while (!get("/").good()) {
            if (System.nanoTime() - begun > 120_000_000_000L) {
                throw new IOException("it did not open within two minutes");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        return this;
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, String> fields) throws IOException {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path)).timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + running.token()).header("Accept", "application/json").header("Accept-Language", "en");
    }

    private static Answer send(HttpRequest.Builder builder) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), Json.read(response.body()) instanceof Checked.Good<Json>(Json.Obj object) ? object : Json.object());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends it and waits until it is gone: what it still wrote would stand in the way of whoever removes its folder. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return folder + ": " + said;
    }
}
