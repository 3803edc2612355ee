package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.browser.vectors.Node;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** The static files of the phone's node: the same bytes every time, their hashes, their size, and nothing in them that needs eval. */
class AppFilesTest {
    private static final Path MODULE = Path.of(System.getProperty("weft.root", "..")).resolve("browser").toAbsolutePath().normalize();
    /** The goal for everything at first load is 500,000; room is left for what is still to come. */
    private static final int MOST_BYTES = 480_000;

    @TempDir Path folder;

    private static Map<String, Bytes> files(Path folder) throws IOException {
        Map<String, Bytes> out = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                out.put(file.getFileName().toString(), Bytes.wrap(Files.readAllBytes(file)));
            }
        }
        return out;
    }

    @Test
    void builtTwiceTheBytesAreTheSame() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", "build.mjs", "app", "target/teavm/weft.js", folder.toString())
                .directory(MODULE.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(files(folder)).isEqualTo(files(MODULE.resolve("target/app")));
    }

    /** The Java again, in another place, another language and another time zone. */
    @Test
    @Tag("long")
    void compiledTwiceTheBytesAreTheSame() throws IOException, InterruptedException {
        List<String> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            Path to = folder.resolve("copy-" + path.size());
            if (Files.isDirectory(from)) {
                try (Stream<Path> files = Files.walk(from)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Path copy = to.resolve(from.relativize(file).toString());
                        Files.createDirectories(copy.getParent());
                        Files.copy(file, copy);
                    }
                }
                path.addFirst(to.toString());
            } else {
                path.add(entry);
            }
        }
        List<String> command = new ArrayList<>(Node.toJavaScript(String.join(File.pathSeparator, path), Main.class, folder.resolve("weft.js"), true,
                "ADVANCED"));
        command.addAll(1, List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Tokyo", "-Dfile.encoding=ISO-8859-1"));
        Node.run(command);
        assertThat(Bytes.wrap(Files.readAllBytes(folder.resolve("weft.js"))))
                .isEqualTo(Bytes.wrap(Files.readAllBytes(MODULE.resolve("target/teavm/weft.js"))));
    }

    @Test
    void theHashesAreThoseOfTheFiles() throws IOException {
        Map<String, Bytes> files = files(MODULE.resolve("target/app"));
        Json.Obj app = (Json.Obj) Json.read(files.get("app.json").text()).orThrow();
        List<Json> listed = ((Json.Arr) app.get("files").orElseThrow()).items();
        assertThat(listed).hasSize(files.size() - 1);
        for (Json item : listed) {
            Json.Obj file = (Json.Obj) item;
            Bytes bytes = files.get(file.text("name").orElseThrow());
            assertThat(new JdkPrimitives().sha256(bytes).hex()).isEqualTo(file.text("sha256").orElseThrow());
            assertThat((long) bytes.size()).isEqualTo(file.whole("bytes").orElseThrow());
        }
        // The worker knows the hash over all files, itself among them with zeros in its place.
        String hash = app.text("hash").orElseThrow();
        String worker = files.get("worker.js").text();
        assertThat(worker).containsOnlyOnce(hash);
        StringBuilder all = new StringBuilder();
        files.forEach((name, bytes) -> {
            if (!name.equals("app.json")) {
                Bytes hashed = name.equals("worker.js") ? Bytes.utf8(worker.replace(hash, "0".repeat(64))) : bytes;
                all.append(name).append(' ').append(hashed.size()).append(' ').append(new JdkPrimitives().sha256(hashed).hex()).append('\n');
            }
        });
        assertThat(new JdkPrimitives().sha256(Bytes.utf8(all.toString())).hex()).isEqualTo(hash);
    }

    @Test
    void nothingNeedsEvalOrAnotherOrigin() throws IOException {
        Map<String, Bytes> texts = files(MODULE.resolve("target/app"));
        texts.keySet().removeIf(name -> name.endsWith(".png") || name.endsWith(".wasm"));
        for (Map.Entry<String, Bytes> file : texts.entrySet()) {
            assertThat(file.getValue().text()).as(file.getKey()).doesNotContainPattern("\\beval\\(").doesNotContainPattern("new Function\\(")
                    .doesNotContainPattern("importScripts\\(").doesNotContainPattern("(src|href)=\"https?:");
        }
        assertThat(files(MODULE.resolve("target/app")).get("index.html").text()).contains("require-trusted-types-for 'script'").doesNotContain("unsafe");
    }

    /**
     * As a relay or a node sends it to a browser over https; with gzip it is a third more. The reader of codes and the shelf of practices come
     * later, a language with the first page in it.
     */
    @Test
    void allOfItIsSmallEnoughForAFirstVisit() throws IOException {
        Map<String, Bytes> packed = files(MODULE.resolve("target/app-packed"));
        int words = packed.entrySet().stream().filter(file -> file.getKey().startsWith("words-")).mapToInt(file -> file.getValue().size()).max().orElseThrow();
        int first = packed.get("worker.js.br").size() + packed.get("index.html.br").size() + words;
        int all = packed.values().stream().mapToInt(Bytes::size).sum();
        System.out.println("app: " + first + " bytes with brotli for a first visit, " + words + " of them a language; all there is " + all);
        assertThat(first).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** What judges thousands of signatures at a first sync says what noble says, of good ones and of spoiled ones. */
    @Test
    void theLibraryForManySignaturesSaysWhatNobleSays() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", "src/test/js/verify.mjs", "target/app/verify.wasm").directory(MODULE.toFile())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("\"loaded\":true", "\"wrong\":0,");
    }
}
