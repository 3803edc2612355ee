package weft.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import weft.primitives.Bytes;

/** The files of the browser app, served as they are under {@code /app/}. */
public final class AppFolder {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"), Map.entry("js", "text/javascript;charset=utf-8"), Map.entry("mjs", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"), Map.entry("json", "application/json"), Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("ico", "image/x-icon"), Map.entry("wasm", "application/wasm"),
            Map.entry("woff2", "font/woff2"), Map.entry("txt", "text/plain;charset=utf-8"), Map.entry("map", "application/json"));

    private final Path folder;

    /** A folder that the build of the app, or {@code weft app export}, has written. */
    public AppFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The one that was built beside this program, where there is one: the launcher names it. */
    public static Optional<Path> builtHere() {
        return Optional.ofNullable(System.getProperty("weft.app")).map(Path::of).filter(folder -> Files.isRegularFile(folder.resolve("app.json")));
    }

    /**
     * A file, or where it is to be found instead.
     *
     * @param location another address, where it stands there
     * @param type its content type
     * @param packing how the content is packed: {@code br}, {@code gzip} or nothing
     * @param content its bytes
     */
    public record Answer(Optional<String> location, String type, String packing, Bytes content) {}

    /** A file packed once, as long as it is not another. */
    private record Packed(long written, long size, Bytes content) {}

    private static final Map<Path, Packed> PACKED = new ConcurrentHashMap<>();

    /**
     * What stands under a path that begins with {@code /app}.
     *
     * @param encodings the request's {@code Accept-Encoding}
     */
    public Optional<Answer> answer(String path, String encodings) {
        if (path.equals("/app")) {
            return Optional.of(new Answer(Optional.of("/app/"), "text/plain", "", Bytes.EMPTY));
        }
        if (!path.startsWith("/app/") || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        String name = path.substring("/app/".length());
        Path file = folder.resolve(name.isEmpty() ? "index.html" : name).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String type = TYPES.getOrDefault(file.toString().substring(file.toString().lastIndexOf('.') + 1), "application/octet-stream");
            if (type.startsWith("image/png")) {
                return Optional.of(new Answer(Optional.empty(), type, "", Bytes.wrap(Files.readAllBytes(file))));
            }
            Optional<Path> best = encodings.contains("br") ? best(file) : Optional.empty();
            if (best.isPresent()) {
                return Optional.of(new Answer(Optional.empty(), type, "br", Bytes.wrap(Files.readAllBytes(best.get()))));
            }
            boolean packs = encodings.contains("gzip");
            return Optional.of(new Answer(Optional.empty(), type, packs ? "gzip" : "", packs ? packed(file) : Bytes.wrap(Files.readAllBytes(file))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The file as the build packed it, which packs better than this program could: in a folder beside, or, where it was
     * exported, beside the file itself. Only where it is not older than the file.
     */
    public static Optional<Path> best(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName() + ".br";
        for (Path packed : List.of(folder.resolveSibling(folder.getFileName() + "-packed").resolve(name), folder.resolve(name))) {
            if (Files.isRegularFile(packed) && !Files.getLastModifiedTime(packed).toInstant().isBefore(Files.getLastModifiedTime(file).toInstant())) {
                return Optional.of(packed);
            }
        }
        return Optional.empty();
    }

    private static Bytes packed(Path file) throws IOException {
        long written = Files.getLastModifiedTime(file).toMillis();
        long size = Files.size(file);
        Packed known = PACKED.get(file);
        if (known == null || known.written != written || known.size != size) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                Files.copy(file, zip);
            }
            known = new Packed(written, size, Bytes.wrap(out.toByteArray()));
            PACKED.put(file, known);
        }
        return known.content;
    }
}
