package weft.node.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weft.primitives.Bytes;

/** Fonts by the name of their file, from one folder that was named and from where the system keeps its own. */
public final class FontFolders {
    private static final int DEPTH = 5;

    private final Optional<Path> named;
    private final Map<String, Path> found = new HashMap<>();
    private boolean searched;

    /** Looks there first, then where the system keeps its own. */
    public FontFolders(Optional<Path> named) {
        this.named = named;
    }

    /** The content of a font, by the name of its file. */
    public Optional<Bytes> find(String name) {
        if (!searched) {
            searched = true;
            folders().forEach(this::search);
        }
        try {
            Path file = found.get(name);
            return file == null ? Optional.empty() : Optional.of(Bytes.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Path> folders() {
        List<Path> out = new ArrayList<>();
        named.ifPresent(out::add);
        Path own = Path.of(System.getProperty("user.home", "."));
        out.addAll(List.of(own.resolve(".local/share/fonts"), own.resolve(".fonts"), own.resolve("Library/Fonts"), Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"), Path.of("/Library/Fonts"), Path.of("C:\\Windows\\Fonts")));
        return out;
    }

    private void search(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> file.toString().endsWith(".ttf")).forEach(file -> found.putIfAbsent(file.getFileName().toString(), file));
        } catch (IOException | UncheckedIOException e) {
            // A folder that can't be read has no fonts for us.
        }
    }
}
