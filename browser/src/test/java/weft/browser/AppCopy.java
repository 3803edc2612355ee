package weft.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** Another version of the app, as a server could offer one. */
final class AppCopy {
    private AppCopy() {}

    /** The hash over all files, as they say it themselves. */
    static String hash(Path app) throws IOException {
        return ((Json.Obj) Json.read(Files.readString(app.resolve("app.json"))).orThrow()).text("hash").orElseThrow();
    }

    /** Copies all files. */
    static void of(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    /** Appends code to the worker and takes the hash anew, as docs/phone.md tells how; the new hash. */
    static String change(Path app, String code) throws IOException {
        JdkPrimitives primitives = new JdkPrimitives();
        String before = hash(app);
        String zeros = "0".repeat(64);
        Map<String, Bytes> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(app)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Bytes.wrap(Files.readAllBytes(file)));
            }
        }
        files.remove("app.json");
        String worker = files.get("worker.js").text().replace(before, zeros) + "\n" + code + "\n";
        files.put("worker.js", Bytes.utf8(worker));
        StringBuilder list = new StringBuilder();
        files.forEach((name, bytes) -> list.append(name).append(' ').append(bytes.size()).append(' ').append(primitives.sha256(bytes).hex()).append('\n'));
        String hash = primitives.sha256(Bytes.utf8(list.toString())).hex();
        Files.writeString(app.resolve("worker.js"), worker.replace(zeros, hash));
        Files.writeString(app.resolve("app.json"), Files.readString(app.resolve("app.json")).replace(before, hash));
        return hash;
    }
}
