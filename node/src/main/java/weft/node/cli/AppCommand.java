package weft.node.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.relay.AppFolder;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** {@code weft app}: Weft for phones as files, and the hash by which people compare what they have. Needs no running node. */
@Command(name = "app", sortOptions = false, description = "Weft for phones: write its files for a web space, or show its hash.")
public final class AppCommand implements Runnable {
    private static final String LIST = "app.json";
    private static final String WORKER = "worker.js";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(out());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static Path built() {
        return AppFolder.builtHere()
                .orElseThrow(() -> new Stop(Stop.REFUSED, "Weft for phones is not built here. Run this as ./weft app, with Node.js and npm installed."));
    }

    @Command(name = "export", description = "Write the files into a folder, for any web space that serves https.")
    int export(@Parameters(paramLabel = "FOLDER", description = "Made where it is not there yet; what it holds of an older Weft is replaced.") Path folder) {
        Path from = built();
        check(from);
        try {
            Files.createDirectories(folder);
            for (Path file : files(from)) {
                Path to = folder.resolve(file.getFileName());
                Files.write(to, Files.readAllBytes(file));
                pack(file, to);
            }
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "The files could not be written to " + folder + ": is there space, and a right to write?");
        }
        out().println(folder + " holds Weft for phones. Its hash, to be compared with what the phone shows:");
        out().println(grouped(hash(from)));
        return 0;
    }

    @Command(name = "hash", description = "Check the files of a folder against their list and show the hash over all of them.")
    int hash(@Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Default: what was built here.") Optional<Path> folder) {
        Path looked = folder.orElseGet(AppCommand::built);
        check(looked);
        out().println(grouped(hash(looked)));
        return 0;
    }

    /** Beside each file the same packed, for web servers that send such files as they are (nginx: gzip_static, Caddy: precompressed). */
    private static void pack(Path from, Path to) throws IOException {
        if (to.toString().endsWith(".png")) {
            return;
        }
        Optional<Path> best = AppFolder.best(from);
        if (best.isPresent()) {
            Files.write(to.resolveSibling(to.getFileName() + ".br"), Files.readAllBytes(best.get()));
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to.resolveSibling(to.getFileName() + ".gz")))) {
            Files.copy(from, out);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** In groups of four, as the phone shows it, to be read aloud. */
    static String grouped(String hash) {
        return hash.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String hash(Path folder) {
        return list(folder).text("hash").orElseThrow(() -> damaged(folder));
    }

    private static Json.Obj list(Path folder) {
        try {
            if (Json.read(Files.readString(folder.resolve(LIST))) instanceof Checked.Good<Json>(Json.Obj list)) {
                return list;
            }
        } catch (IOException e) {
            throw new Stop(Stop.REFUSED, "There is no Weft for phones in " + folder + ": " + LIST + " is missing.");
        }
        throw damaged(folder);
    }

    private static Stop damaged(Path folder) {
        return new Stop(Stop.REFUSED, "The files in " + folder + " are not those that their list names. Build or fetch them again.");
    }

    /** Takes every hash anew: those of the files, and the one over all of them. */
    private static void check(Path folder) {
        JdkPrimitives primitives = new JdkPrimitives();
        Json.Obj list = list(folder);
        String hash = hash(folder);
        TreeMap<String, Bytes> bytes = new TreeMap<>();
        try {
            for (Json item : list.get("files").map(AppCommand::items).orElseThrow(() -> damaged(folder))) {
                Json.Obj file = (Json.Obj) item;
                String name = file.text("name").filter(text -> !text.contains("/")).orElseThrow(() -> damaged(folder));
                Bytes content = Bytes.wrap(Files.readAllBytes(folder.resolve(name)));
                if (!file.text("sha256").equals(Optional.of(primitives.sha256(content).hex()))) {
                    throw damaged(folder);
                }
                bytes.put(name, content);
            }
        } catch (IOException e) {
            throw damaged(folder);
        }
        StringBuilder all = new StringBuilder();
        bytes.forEach((name, content) -> {
            Bytes hashed = name.equals(WORKER) ? Bytes.utf8(content.text().replace(hash, "0".repeat(64))) : content;
            all.append(name).append(' ').append(hashed.size()).append(' ').append(primitives.sha256(hashed).hex()).append('\n');
        });
        if (!primitives.sha256(Bytes.utf8(all.toString())).hex().equals(hash)) {
            throw damaged(folder);
        }
    }

    private static List<Json> items(Json json) {
        return json instanceof Json.Arr(List<Json> items) ? items : List.of();
    }
}
