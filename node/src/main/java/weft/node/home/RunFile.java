package weft.node.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.store.Disk;
import weft.store.FolderDisk;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/**
 * How the command line finds the running node: a file that only its owner can read, there while the node runs.
 *
 * @param port on loopback
 * @param token proves that the command line may read the file
 * @param process the node's process number
 */
public record RunFile(int port, String token, long process) {
    private static final String NAME = "running.json";

    /** Reads it, where a node has written it. */
    public static Optional<RunFile> read(Path folder) {
        try {
            String text = Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8);
            if (!(Json.read(text) instanceof Checked.Good<Json>(Json.Obj object))) {
                return Optional.empty();
            }
            Optional<Long> port = object.whole("port").filter(p -> p > 0 && p < 65_536);
            Optional<String> token = object.text("token");
            Optional<Long> process = object.whole("process");
            return port.isPresent() && token.isPresent() && process.isPresent()
                    ? Optional.of(new RunFile(port.get().intValue(), token.get(), process.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes it. */
    public void write(Path folder, Primitives primitives) {
        Disk disk = new FolderDisk(folder, primitives);
        disk.delete(NAME);
        disk.write(NAME, Bytes.utf8(Json.object("port", (long) port, "token", token, "process", process).write()));
    }

    /** Takes it away again. */
    public static void delete(Path folder, Primitives primitives) {
        new FolderDisk(folder, primitives).delete(NAME);
    }

    /** Names the token without showing it. */
    @Override
    public String toString() {
        return "RunFile(port " + port + ")";
    }
}
