package weft.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import weft.node.home.RunFile;

/** A node as a process of its own, started by the launcher as a person would. */
final class ServedProcess implements AutoCloseable {
    final Process process;
    private final BufferedReader lines;
    /** The address with its token, for a browser. */
    final String startLink;
    /** Its port, and the token of the command line. */
    final RunFile running;

    ServedProcess(Path folder) throws IOException {
        process = new ProcessBuilder(System.getProperty("weft.launcher"), "--data", folder.toString(), "--port", "0", "--no-open", "--passphrase-stdin")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        process.getOutputStream().write((StartTable.PASSPHRASE + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String line = lines.readLine();
        while (line != null && !line.strip().startsWith("http://")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the node ended before it told its address");
        }
        startLink = line.strip();
        running = RunFile.read(folder).orElseThrow();
    }

    /** The address without any token. */
    String address() {
        return "http://127.0.0.1:" + running.port();
    }

    /** The processor time it has taken so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        lines.close();
    }
}
