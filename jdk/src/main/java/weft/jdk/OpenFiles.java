package weft.jdk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How many files and connections this process may have open at once ({@code ulimit -n}), where the system tells. */
public final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    /** What a program here has open without any connection: its class path, its store. */
    private static final int USUAL = 128;
    private static final Path OPEN = Path.of("/proc/self/fd");

    private OpenFiles() {}

    /** The limit; empty where there is none or none is told, as on systems without {@code /proc}. */
    public static OptionalInt limit() {
        try {
            return Files.readAllLines(LIMITS).stream().filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.substring("Max open files".length()).strip().split(" +")[0])
                    .filter(word -> word.matches("[0-9]{1,9}")).mapToInt(Integer::parseInt).findFirst();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** How many more may be opened now. */
    public static OptionalInt left() {
        OptionalInt limit = limit();
        try (Stream<Path> open = Files.list(OPEN)) {
            long now = open.count();
            return limit.isEmpty() ? limit : OptionalInt.of((int) Math.max(0, limit.getAsInt() - now));
        } catch (AccessDeniedException e) {
            // A process that is closed to others (ProcessGuard) can't count its own any more.
            return limit.isEmpty() ? limit : OptionalInt.of(Math.max(0, limit.getAsInt() - USUAL));
        } catch (IOException e) {
            // With not even one file left the folder can't be listed.
            return limit.isEmpty() ? limit : OptionalInt.of(0);
        }
    }
}
