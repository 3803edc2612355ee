package weft.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Peers from npm, unmodified: what relay's lock file names, installed into the build folder once. */
final class JsPeers {
    private JsPeers() {}

    /** The folder in which they are; nothing where there is no Node.js or its registry can't be reached, which is said. */
    static Optional<Path> folder() {
        Path launcher = Path.of(System.getProperty("weft.launcher", "weft")).toAbsolutePath();
        Path root = Optional.ofNullable(launcher.getParent()).orElse(launcher);
        Path js = root.resolve("relay/src/test/js");
        Path target = root.resolve("bench/target/js");
        try {
            Files.createDirectories(target);
            for (String name : new String[] {"package.json", ".npmrc", "sync-peer.mjs", "peer-relay.mjs"}) {
                Files.write(target.resolve(name), Files.readAllBytes(js.resolve(name)));
            }
            byte[] lock = Files.readAllBytes(js.resolve("package-lock.json"));
            Path stamp = target.resolve("installed-lock.json");
            if (!Files.isRegularFile(stamp) || !Arrays.equals(Files.readAllBytes(stamp), lock)) {
                Files.write(target.resolve("package-lock.json"), lock);
                Process install = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-progress").directory(target.toFile()).redirectErrorStream(true)
                        .start();
                String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (install.waitFor() != 0) {
                    throw new IOException(said);
                }
                Files.write(stamp, lock);
            }
            return Optional.of(target);
        } catch (IOException e) {
            System.err.println("Without its peer in JavaScript, which could not be installed: " + e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
