package weft.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies, lists and removes the demonstration's folders. */
final class Folders {
    private Folders() {}

    static Path fresh() {
        try {
            return Files.createTempDirectory("weft-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files in a folder and below. */
    static List<Path> files(Path folder) {
        // A bundle may be on its way to another name while somebody looks: then it is looked again.
        for (int look = 0; ; look++) {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile).sorted().toList();
            } catch (UncheckedIOException e) {
                if (look == 20) {
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Copies a folder, but for its lock and for files that are on their way to another name. */
    static void copy(Path from, Path to) {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            try {
                Files.createDirectories(target.getParent());
                if (!file.endsWith("lock")) {
                    Files.copy(file, target);
                }
            } catch (NoSuchFileException moved) {
                // It was on its way to another name, under which the next look finds it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
