package weft.node.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import weft.node.home.RunFile;
import weft.primitives.Secret;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Asks the running node of a folder; every answer is JSON. */
public final class NodeClient {
    private static final String NOBODY = "No Weft is running for the folder %s. Start it with ./weft, then try again.";

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final RunFile running;

    /** A client of the node that runs on a folder. */
    public NodeClient(Path folder) {
        this.folder = folder;
        this.running = RunFile.read(folder).orElseThrow(() -> new Stop(Stop.REFUSED, NOBODY.formatted(folder)));
    }

    /** A GET of a path. */
    public Json.Obj get(String path) {
        return send(request(path).GET());
    }

    /** A POST of form fields to a path. */
    public Json.Obj post(String path, Map<String, List<String>> fields) {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, values) -> values.forEach(value -> form.add(encoded(name) + "=" + encoded(value))));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** The same with a passphrase as a field {@code passphrase}: it is written as bytes, which are overwritten once they are sent. */
    public Json.Obj post(String path, Map<String, List<String>> fields, Secret passphrase) {
        StringJoiner form = new StringJoiner("&", "", "&passphrase=");
        fields.forEach((name, values) -> values.forEach(value -> form.add(encoded(name) + "=" + encoded(value))));
        byte[] open = form.toString().getBytes(StandardCharsets.UTF_8);
        byte[] secret = new byte[passphrase.size()];
        byte[] body = Arrays.copyOf(open, open.length + 3 * secret.length);
        try {
            passphrase.copyTo(secret, 0);
            for (int i = 0; i < secret.length; i++) {
                body[open.length + 3 * i] = '%';
                body[open.length + 3 * i + 1] = (byte) Character.forDigit(secret[i] >> 4 & 15, 16);
                body[open.length + 3 * i + 2] = (byte) Character.forDigit(secret[i] & 15, 16);
            }
            return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.fromPublisher(new Sent(body), body.length)));
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(body, (byte) 0);
        }
    }

    /** Hands over the very array, where the publishers of the JDK would make copies that nobody overwrites. */
    private static final class Sent implements Flow.Publisher<ByteBuffer> {
        private final byte[] body;

        Sent(byte[] body) {
            this.body = body;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> to) {
            to.onSubscribe(new Flow.Subscription() {
                private boolean over;

                @Override
                public void request(long most) {
                    if (!over) {
                        over = true;
                        to.onNext(ByteBuffer.wrap(body));
                        to.onComplete();
                    }
                }

                @Override
                public void cancel() {
                    over = true;
                }
            });
        }
    }

    /** A GET of a path into a file, which is there whole or not at all; tells how many bytes it has. */
    public long download(String path, Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            HttpResponse<Path> response = client.send(request(path).GET().timeout(Duration.ofHours(1)).build(), HttpResponse.BodyHandlers.ofFile(part));
            if (response.statusCode() != 200 || !response.headers().firstValue("Content-Type").orElse("").equals("application/gzip")) {
                Files.deleteIfExists(part);
                throw new Stop(Stop.REFUSED, "The node is running but its vault is shut. Open its page and give the passphrase, then try again.");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(file);
        } catch (java.net.ConnectException e) {
            throw new Stop(Stop.REFUSED, NOBODY.formatted(folder));
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "The file " + file + " could not be written" + (parent != null && Files.isDirectory(parent)
                    ? "; is there room, and the right to write there?" : ": there is no folder " + parent + "."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Stop.REFUSED, "Interrupted before all was written.");
        }
    }

    /** A POST of a file's bytes to a path. */
    public Json.Obj upload(String path, Path file, LongConsumer progress) {
        return send(request(path).timeout(Duration.ofHours(6)).header("Content-Type", "application/gzip")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> counted(file, progress))));
    }

    private static InputStream counted(Path file, LongConsumer progress) {
        try {
            return new FilterInputStream(Files.newInputStream(file)) {
                private long bytes;

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int size = super.read(into, from, length);
                    bytes += Math.max(0, size);
                    progress.accept(bytes);
                    return size;
                }
            };
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "The file " + file + " can't be read. Is the stick still there?");
        }
    }

    /** A text as it stands in a query or a form. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + running.token())
                .header("Accept-Language", java.util.Locale.getDefault().toLanguageTag())
                .header("Accept", "application/json");
    }

    private Json.Obj send(HttpRequest.Builder builder) {
        HttpResponse<String> response;
        try {
            response = client.send(builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Stop(Stop.REFUSED, NOBODY.formatted(folder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Stop.REFUSED, "Interrupted before the node answered; look with ./weft list whether it was done.");
        }
        if (!(Json.read(response.body()) instanceof Checked.Good<Json>(Json.Obj object))) {
            throw new Stop(Stop.REFUSED, response.statusCode() == 503 || response.statusCode() == 200
                    ? "The node is running but its vault is shut. Open its page and give the passphrase, then try again."
                    : "The node gave an answer that is none (" + response.statusCode() + "). Is another program on its port? Restart Weft.");
        }
        if (response.statusCode() >= 300) {
            throw new Stop(Stop.REFUSED, object.text("text").orElse("The node refused (" + response.statusCode() + ")."));
        }
        return object;
    }
}
