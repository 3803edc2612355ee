package weft.node.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Passphrases of files, which are never given on the command line, where every other program of the machine sees them; and the files. */
final class Passphrase {
    private static final int MOST_BYTES = 64_000;

    private Passphrase() {}

    /** Asks at the terminal without showing what is typed; without a terminal, the first line of the standard input. */
    static String asked(String question) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s", question);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line == null || line.isBlank()) {
                throw new Stop(Stop.USAGE, "The standard input holds no passphrase on its first line.");
            }
            return line.strip();
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "No passphrase could be read from the standard input.");
        }
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
