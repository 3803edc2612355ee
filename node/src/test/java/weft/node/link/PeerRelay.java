package weft.node.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** @nostr-relay/core from npm, unmodified, in a process of its own; it has no NIP-77 and keeps events in memory. */
public final class PeerRelay implements AutoCloseable {
    private final Process process;
    private final URI address;

    private PeerRelay(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one; what relay's lock file names is installed into the build folder, once. */
    public static PeerRelay start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", "peer-relay.mjs").directory(installed().toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the other relay did not start");
        }
        return new PeerRelay(process, URI.create(line));
    }

    private static synchronized Path installed() throws IOException, InterruptedException {
        Path js = Path.of(System.getProperty("weft.root"), "relay/src/test/js");
        Path target = Files.createDirectories(Path.of(System.getProperty("weft.root"), "node/target/js"));
        for (String name : List.of("package.json", ".npmrc", "peer-relay.mjs")) {
            Files.write(target.resolve(name), Files.readAllBytes(js.resolve(name)));
        }
        byte[] lock = Files.readAllBytes(js.resolve("package-lock.json"));
        Path stamp = target.resolve("installed-lock.json");
        if (!Files.isRegularFile(stamp) || !Arrays.equals(Files.readAllBytes(stamp), lock)) {
            Files.write(target.resolve("package-lock.json"), lock);
            Process install = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-progress").directory(target.toFile()).redirectErrorStream(true).start();
            String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (install.waitFor() != 0) {
                throw new IOException("This test needs Node.js with npm, and its registry the first time: " + said);
            }
            Files.write(stamp, lock);
        }
        return target;
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
