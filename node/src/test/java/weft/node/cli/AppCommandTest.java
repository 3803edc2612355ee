package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weft.jdk.JdkPrimitives;
import weft.node.boot.Weft;
import weft.primitives.Bytes;

/** Weft for phones as files: checked before they are shown, and told where one is another. */
class AppCommandTest {
    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Weft.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ended(line.execute(arguments), out.toString().strip(), err.toString().strip());
    }

    private static String sha(String text) {
        return new JdkPrimitives().sha256(Bytes.utf8(text)).hex();
    }

    /** Two files and their list, by docs/phone.md. */
    private String made() throws IOException {
        String worker = "const HASH = \"" + "0".repeat(64) + "\";";
        String page = "<p>Weft</p>";
        String hash = sha("index.html " + page.length() + " " + sha(page) + "\nworker.js " + worker.length() + " " + sha(worker) + "\n");
        worker = worker.replace("0".repeat(64), hash);
        Files.writeString(folder.resolve("worker.js"), worker);
        Files.writeString(folder.resolve("index.html"), page);
        Files.writeString(folder.resolve("app.json"), "{\"hash\":\"" + hash + "\",\"files\":[{\"name\":\"index.html\",\"bytes\":" + page.length()
                + ",\"sha256\":\"" + sha(page) + "\"},{\"name\":\"worker.js\",\"bytes\":" + worker.length() + ",\"sha256\":\"" + sha(worker) + "\"}]}");
        return hash;
    }

    @Test
    void theHashIsTakenAnew() throws IOException {
        String hash = made();
        Ended told = run("app", "hash", folder.toString());
        assertThat(told.code).as(told.err).isZero();
        assertThat(told.out).isEqualTo(AppCommand.grouped(hash)).hasSize(64 + 15);
    }

    @Test
    void anotherFileIsTold() throws IOException {
        made();
        Files.writeString(folder.resolve("index.html"), "<p>Wefl</p>");
        Ended told = run("app", "hash", folder.toString());
        assertThat(told.code).isEqualTo(Stop.REFUSED);
        assertThat(told.err).contains("are not those that their list names");
        assertThat(run("app", "hash", folder.resolve("nowhere").toString()).err).contains("app.json is missing");
    }
}
