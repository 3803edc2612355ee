package weft.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the rules look: the compiled classes, and the tree of sources. */
final class House {
    /** The repository's root. */
    static final Path ROOT = Path.of(System.getProperty("weft.root"));

    /** Modules that compute only: no clock, no randomness, no threads, no I/O. */
    static final List<String> PURE = List.of("weft.primitives..", "weft.wire..", "weft.core..", "weft.pages..", "weft.rounds..", "weft.practice..");

    /** Modules that run on phones too. */
    static final List<String> ON_PHONES = List.of("weft.primitives..", "weft.wire..", "weft.core..", "weft.pages..", "weft.practice..");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("weft");

    private House() {}

    /** All classes of the product. */
    static JavaClasses main() {
        return MAIN;
    }

    /** One class of the planted violations. */
    static JavaClasses planted(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    /** The product's Java sources, module-info files left out. */
    static List<Path> sources() {
        return files(path -> path.toString().endsWith(".java") && path.toString().contains("/src/main/java/") && !path.endsWith("module-info.java"));
    }

    /** All files of the tree that are written by hand, by a condition on the path relative to the root. */
    static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(path -> Stream.of("target", "node_modules", ".git", ".cache").noneMatch(skip -> contains(path, skip)))
                    .filter(path -> wanted.test(Path.of("/" + path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path path, String part) {
        for (Path name : path) {
            if (name.toString().equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** A file's text, by its path relative to the root. */
    static String text(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(relative.toString(), e);
        }
    }
}
