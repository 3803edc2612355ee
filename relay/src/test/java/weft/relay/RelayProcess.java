package weft.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code RelayMain} in a process of its own, as a launcher or systemd starts it. */
final class RelayProcess implements AutoCloseable {
    final Process process;
    private final BufferedReader out;

    private RelayProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static RelayProcess start(String... arguments) throws IOException {
        return new RelayProcess(new ProcessBuilder(command(arguments)).redirectErrorStream(true).start());
    }

    /** The same under a limit of the shell's, such as {@code -n 256}. */
    static RelayProcess limited(String limit, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit " + limit + "; exec \"$@\"", "sh"));
        command.addAll(command(arguments));
        return new RelayProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "weft.relay.RelayMain"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The next line that it says; empty at its end. */
    String line() throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }

    /** Where it says that it is. */
    URI address() throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Relay at ")) {
                return URI.create(line.split(" ")[2]);
            }
        }
        throw new IOException("it did not start");
    }

    /** Asks it to stop, as systemd and Ctrl-C do; its status. */
    int stop() throws InterruptedException {
        process.destroy();
        return status();
    }

    int status() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not stop within a minute");
        }
        return process.exitValue();
    }

    /** Ends it and waits until it is gone: what it still wrote would stand in the way of whoever removes its folder. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
