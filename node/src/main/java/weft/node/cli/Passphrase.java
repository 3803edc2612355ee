package weft.node.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Passphrases, which are never given on the command line, where every other program of the machine sees them; and the files. */
public final class Passphrase {
    private static final int MOST_BYTES = 64_000;
    private static final int LONGEST = 4_096;

    private Passphrase() {}

    /**
     * Asks at the terminal without showing what is typed; without a terminal, the first line of the standard input. It never becomes a String,
     * and what held it on the way is overwritten; blanks around it are none of it.
     */
    static Secret asked(String question, Primitives primitives) {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            return firstLine(System.in, primitives);
        }
        char[] typed = terminal.get().readPassword("%s", question);
        if (typed == null) {
            throw new Stop(Stop.USAGE, "No passphrase was typed. Try again.");
        }
        // Large enough at once: what a buffer that grows leaves behind is not overwritten.
        byte[] bytes = new byte[3 * typed.length];
        ByteBuffer out = ByteBuffer.wrap(bytes);
        CoderResult ignored = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(typed), out, true);
        Arrays.fill(typed, '\0');
        return kept(bytes, out.position(), primitives).orElseThrow(() -> new Stop(Stop.USAGE, "No passphrase was typed. Try again."));
    }

    /** The first line, straight into a secret. */
    public static Secret firstLine(InputStream in, Primitives primitives) {
        byte[] line = new byte[LONGEST];
        int size = 0;
        try {
            for (int b = in.read(); b >= 0 && b != '\n' && size < line.length; b = in.read()) {
                line[size++] = (byte) b;
            }
        } catch (IOException e) {
            Arrays.fill(line, (byte) 0);
            throw new Stop(Stop.MACHINE, "No passphrase could be read from the standard input.");
        }
        return kept(line, size, primitives).orElseThrow(() -> new Stop(Stop.USAGE, "The standard input holds no passphrase on its first line."));
    }

    /** What stands between the blanks at both ends, as a secret; the array is overwritten. */
    private static Optional<Secret> kept(byte[] bytes, int size, Primitives primitives) {
        int from = 0;
        int to = size;
        while (to > 0 && isBlank(bytes[to - 1])) {
            to--;
        }
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        Optional<Secret> secret = from == to ? Optional.empty() : Optional.of(primitives.keep(Arrays.copyOfRange(bytes, from, to)));
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t' || one == '\r';
    }

    static String read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                return Files.readString(file);
            }
        } catch (IOException e) {
            // What can't be read is told as what is not there.
        }
        throw new Stop(Stop.USAGE, "This is neither a weft: link nor the file of an invitation: " + file + ".");
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "The file " + file + " could not be written. Say another folder.");
        }
    }
}
