package weft.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;

/**
 * The same reconciliations by the reference in C++, both sides of it, in a process of its own. Its headers are no part of this project: whoever has
 * them names their folder (that with {@code negentropy.h}) in the environment as {@code WEFT_NEGENTROPY_CPP}; g++ and OpenSSL's headers are needed.
 */
final class CppSync {
    private final Path program;

    private CppSync(Path program) {
        this.program = program;
    }

    /**
     * What it took and said.
     *
     * @param both milliseconds of processor time of both sides, the best run
     * @param initiator the same of the side that begins
     * @param messages SHA-256 of all messages in turn
     */
    record Ran(double both, double initiator, int found, String messages) {}

    /** Builds it; nothing where its headers or a compiler are not there, which is said. */
    static Optional<CppSync> build() throws IOException {
        String headers = System.getenv("WEFT_NEGENTROPY_CPP");
        if (headers == null) {
            System.err.println("Without its peer in C++: no folder is named in WEFT_NEGENTROPY_CPP.");
            return Optional.empty();
        }
        Path launcher = Path.of(System.getProperty("weft.launcher", "weft")).toAbsolutePath();
        Path root = Optional.ofNullable(launcher.getParent()).orElse(launcher);
        Path program = Files.createTempFile("weft-negentropy", ".bin");
        program.toFile().deleteOnExit();
        String said = run(List.of("g++", "-O2", "-std=c++20", "-I", headers, "-o", program.toString(),
                root.resolve("bench/src/main/cpp/negentropy-peer.cpp").toString(), "-lcrypto"));
        if (!said.isEmpty()) {
            System.err.println(said);
        }
        return Optional.of(new CppSync(program));
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + " failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }

    /** So many whole reconciliations between two sides. */
    Ran run(List<SyncBench.Item> lefts, List<SyncBench.Item> rights, int runs) throws IOException {
        Path left = written(lefts);
        Path right = written(rights);
        try {
            double both = Double.MAX_VALUE;
            double initiator = Double.MAX_VALUE;
            int found = 0;
            String messages = "";
            for (String line : run(List.of(program.toString(), left.toString(), right.toString(), Integer.toString(runs))).strip().split("\n")) {
                String[] parts = line.split(" ");
                both = Math.min(both, Double.parseDouble(parts[0]) / 1e3);
                initiator = Math.min(initiator, Double.parseDouble(parts[1]) / 1e3);
                found = Integer.parseInt(parts[4]);
                messages = parts[5];
            }
            return new Ran(both, initiator, found, messages);
        } finally {
            Files.delete(left);
            Files.delete(right);
        }
    }

    /** Items in a file: time (8 bytes, big endian) and id, one after the other. */
    static Path written(List<SyncBench.Item> items) throws IOException {
        Path file = Files.createTempFile("weft-sync", ".items");
        try (DataOutputStream to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (SyncBench.Item item : items) {
                to.writeLong(item.time());
                Bytes id = item.id();
                to.write(id.toArray());
            }
        }
        return file;
    }
}
