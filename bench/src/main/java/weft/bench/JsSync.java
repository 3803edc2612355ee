package weft.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/**
 * The same reconciliations begun by nostr-tools' Negentropy in a process of its own, answered by this project's. It can begin a sync and not
 * answer one, so its side alone is measured, by its own processor time, and every message is held against what this project's side says.
 */
final class JsSync implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;
    private final Path file;

    private JsSync(Path folder, Path file) throws IOException {
        this.file = file;
        process = new ProcessBuilder("node", "--max-old-space-size=6000", "sync-peer.mjs", file.toString()).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        line();
    }

    /** One that holds these items. */
    static JsSync of(Path folder, List<SyncBench.Item> items) throws IOException {
        return new JsSync(folder, CppSync.written(items));
    }

    private String line() throws IOException {
        return Optional.ofNullable(out.readLine()).orElseThrow(() -> new IOException("the peer in JavaScript ended"));
    }

    /** One whole reconciliation; the milliseconds of processor time that its side took. */
    double run(SyncIndex left, SyncIndex right, int differences) throws IOException {
        Negentropy mine = new Negentropy(new JdkPrimitives(), left, 0);
        Negentropy responder = new Negentropy(new JdkPrimitives(), right, 0);
        Optional<Bytes> wanted = Optional.of(mine.initiate());
        in.println("begin");
        String message = line();
        while (!message.startsWith("done")) {
            if (!message.equals(wanted.map(Bytes::hex).orElse(""))) {
                throw new IllegalStateException("the two say different things");
            }
            Bytes answer = responder.reconcile(Bytes.hex(message)).orThrow().next().orElseThrow();
            wanted = mine.reconcile(answer).orThrow().next();
            in.println(answer.hex());
            message = line();
        }
        String[] done = message.split(" ");
        if (wanted.isPresent() || Integer.parseInt(done[1]) + Integer.parseInt(done[2]) != differences) {
            throw new IllegalStateException("the two found different things");
        }
        return Long.parseLong(done[3]) / 1e3;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.delete(file);
    }
}
