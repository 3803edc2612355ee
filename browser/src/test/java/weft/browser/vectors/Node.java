package weft.browser.vectors;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Compiles a main class with TeaVM, bundles it with the noble libraries, and calls its exported functions in Node. */
public final class Node implements AutoCloseable {
    private static final Path MODULE = Path.of(System.getProperty("weft.root", "..")).resolve("browser").toAbsolutePath().normalize();

    private static Node shared;

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    private Node(Process process) {
        this.process = process;
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The one that all tests of this run share: compiling takes longer than calling. */
    static synchronized Node shared() {
        if (shared == null) {
            try {
                shared = start(InNode.class);
                Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    private static Node start(Class<?> main) throws IOException, InterruptedException {
        Path folder = MODULE.resolve("target/node");
        compile(main, folder);
        run(List.of("node", "build.mjs", "vectors", folder.resolve("teavm.js").toString(), folder.resolve("bundle.mjs").toString()));
        return new Node(new ProcessBuilder("node", "--stack-size=4000", "src/test/js/run.mjs", folder.resolve("bundle.mjs").toString())
                .directory(MODULE.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The same program that compiles the app, with names that can be read. */
    private static void compile(Class<?> main, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run(toJavaScript(System.getProperty("java.class.path"), main, folder.resolve("teavm.js"), false, "SIMPLE"));
    }

    /** The command that compiles a class of a class path to a JavaScript file. */
    public static List<String> toJavaScript(String classPath, Class<?> main, Path file, boolean minify, String level) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-cp", classPath, "ToJavaScript.java", main.getName(),
                file.toString(), String.valueOf(minify), level);
    }

    /** Runs a command in the module's folder; what it said is in the message where it fails. */
    public static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(MODULE.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
        }
    }

    /** Calls an exported function. */
    synchronized String call(String function, String... arguments) {
        try {
            List<String> line = new ArrayList<>();
            line.add(function);
            line.addAll(List.of(arguments));
            in.write(Json.texts(line).write());
            in.newLine();
            in.flush();
            String answer = out.readLine();
            if (answer == null) {
                throw new IllegalStateException("Node has ended at " + function);
            }
            return Json.read(answer) instanceof Checked.Good<Json>(Json.Text(String text)) ? text : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
