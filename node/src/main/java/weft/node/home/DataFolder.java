package weft.node.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a node keeps its things. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The folder of this person on this platform.
     *
     * @param environment the process's variables
     * @param home the person's home folder
     * @param system the operating system's name
     */
    public static Path usual(Map<String, String> environment, Path home, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Weft");
        }
        if (name.startsWith("windows")) {
            return Optional.ofNullable(environment.get("APPDATA")).map(Path::of).orElse(home).resolve("Weft");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.startsWith("/") ? Path.of(data) : home.resolve(".local/share")).resolve("weft");
    }

    /** Takes away from others the right to look into a folder that was made by hand; where that fails, nothing happens. */
    static void keepToOwner(Path folder) {
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(
                        folder, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
            }
        } catch (IOException e) {
            // Somebody else's folder, or a file system without rights: what is inside is encrypted either way.
        }
    }
}
