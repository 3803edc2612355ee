package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that nobody here wrote: nostr-tools from npm, unmodified, under Node. */
@Tag("slow")
class NostrToolsTest {
    @TempDir
    Path folder;

    static String run(Path where, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command) + " said:\n" + out).isZero();
        return out;
    }

    /** Installs what package-lock.json names into the build folder, once. */
    static Path installed() throws IOException, InterruptedException {
        Path module = Path.of(System.getProperty("weft.root"), "relay");
        Path js = module.resolve("src/test/js");
        Path target = Files.createDirectories(module.resolve("target/js"));
        byte[] lock = Files.readAllBytes(js.resolve("package-lock.json"));
        for (String name : List.of("package.json", ".npmrc")) {
            Files.write(target.resolve(name), Files.readAllBytes(js.resolve(name)));
        }
        for (Path script : List.of(js.resolve("interop.mjs"), js.resolve("negentropy.mjs"), js.resolve("sync.mjs"))) {
            Files.write(target.resolve(script.getFileName()), Files.readAllBytes(script));
        }
        Path stamp = target.resolve("installed-lock.json");
        if (!Files.isRegularFile(stamp) || !java.util.Arrays.equals(Files.readAllBytes(stamp), lock)) {
            Files.write(target.resolve("package-lock.json"), lock);
            try {
                run(target, "npm", "ci", "--ignore-scripts", "--no-progress");
            } catch (IOException | AssertionError e) {
                throw new AssertionError("nostr-tools could not be installed: this test needs Node.js with npm, and its registry the first time. "
                        + e.getMessage(), e);
            }
            Files.write(stamp, lock);
        }
        return target;
    }

    @Test
    void publishesSubscribesAndProvesItself() throws Exception {
        Path js = installed();
        try (RelayServer relay = RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0))) {
            String out = run(js, "node", "interop.mjs", relay.address().toString());
            assertThat(out).contains("\"step\":\"live\"", "\"step\":\"stored\"", "\"step\":\"refused\"", "\"step\":\"authenticated\"", "\"step\":\"all\"");
        }
    }
}
