package weft.node.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import weft.core.atlas.Atlas;
import weft.wire.json.Checked;

/**
 * Which map's file this person's node draws: its path stands in the file {@code map} of the data folder, in clear, because the map itself
 * lies beside it in clear. The file is read where it is and never copied.
 */
public final class MapSetting {
    private static final String NAME = "map";

    private final Path setting;

    /** The setting of a data folder. */
    public MapSetting(Path folder) {
        this.setting = folder.resolve(NAME);
    }

    /** The map's file, where one is set. */
    public Optional<Path> file() {
        try {
            String path = Files.isRegularFile(setting) ? Files.readString(setting, StandardCharsets.UTF_8).strip() : "";
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Reads what a map's file begins with. */
    public static Checked<Atlas> open(Path file) {
        return Atlas.open(new MapFileSource(file));
    }

    /** Keeps a map's file, or that there is none. */
    public void keep(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            Files.deleteIfExists(setting);
        } else {
            Files.writeString(setting, file.get().toAbsolutePath() + "\n", StandardCharsets.UTF_8);
        }
    }
}
