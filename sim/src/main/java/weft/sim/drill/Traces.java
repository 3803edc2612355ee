package weft.sim.drill;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plain strings that can be found again: each begins with the same mark and has a number, so that one pass finds all, in UTF-8 and UTF-16. */
final class Traces {
    private static final String LETTERS = "zqxjvw";

    private Traces() {}

    /** The mark, put together only here, so that it stands nowhere in the program's own constants. */
    static String mark() {
        return new StringBuilder(LETTERS).reverse().append("-trace-").toString();
    }

    /** A text that says its own number. */
    static String text(int number) {
        return mark() + (1_000_000 + number) + " words that nobody else should ever read";
    }

    /** The numbers of the texts found in all files of a folder. */
    static Set<Integer> inFolder(Path folder) {
        Set<Integer> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> found.addAll(inFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The numbers of the texts found in a file. */
    static Set<Integer> inFile(Path file) {
        Set<Integer> found = new TreeSet<>();
        String mark = mark();
        Seeker narrow = new Seeker(mark, found);
        Seeker even = new Seeker(mark, found);
        Seeker odd = new Seeker(mark, found);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long at = 0;
            for (int b = in.read(); b >= 0; b = in.read(), at++) {
                narrow.feed(b);
                // Every other byte of UTF-16 is the letter, in either order.
                if (at % 2 == 0) {
                    even.feed(b);
                } else {
                    odd.feed(b);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Seeker {
        private final String mark;
        private final Set<Integer> found;
        private int matched;
        private int number;
        private int digits;

        Seeker(String mark, Set<Integer> found) {
            this.mark = mark;
            this.found = found;
        }

        void feed(int b) {
            if (matched == mark.length()) {
                if (b >= '0' && b <= '9') {
                    number = number * 10 + b - '0';
                    if (++digits == 7) {
                        found.add(number - 1_000_000);
                        reset();
                    }
                    return;
                }
                reset();
            }
            matched = b == mark.charAt(matched) ? matched + 1 : b == mark.charAt(0) ? 1 : 0;
        }

        private void reset() {
            matched = 0;
            number = 0;
            digits = 0;
        }
    }
}
