package weft.node.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;
import weft.primitives.Secret;

/** What can be wrong when a node is started: each its own sentence and exit code, never a stack trace. */
class StartTest {
    @TempDir Path folder;

    private record Ended(int code, String err) {}

    private static Ended run(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = Weft.line().setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
        return new Ended(code, err.toString());
    }

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Ended ended = run("--no-open", "--data", folder.resolve("a").toString(), "--port", Integer.toString(other.getLocalPort()));
            assertThat(ended.code).isEqualTo(10);
            assertThat(ended.err).contains("Port " + other.getLocalPort()).contains("--port");
        }
        try (ServedNode again = TestNode.open(folder.resolve("a"))) {
            assertThat(again.web().port()).as("the folder was given free again").isPositive();
        }
    }

    @Test
    void aSecondNodeOnTheFolder() {
        try (ServedNode first = TestNode.open(folder)) {
            Ended ended = run("--no-open", "--data", folder.toString(), "--port", "0");
            assertThat(ended.code).isEqualTo(11);
            assertThat(ended.err).contains("already using").contains("--data");
            assertThat(first.web().port()).isPositive();
        }
    }

    @Test
    void aFolderThatCantBeWritten() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        Assumptions.assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        assertThat(run("--no-open", "--data", locked.resolve("data").toString(), "--port", "0").code).isEqualTo(13);
    }

    @Test
    void aFolderThatIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Ended ended = run("--no-open", "--data", file.toString(), "--port", "0");
        assertThat(ended.code).isBetween(13, 16);
        assertThat(ended.err).contains(file.toString());
    }

    @Test
    void theFirstLineIsThePassphrase() {
        assertThat(line("one two\nthree")).isEqualTo("one two");
        assertThat(line("one two\r\n")).isEqualTo("one two");
        assertThat(line("é")).isEqualTo("é");
    }

    private static String line(String input) {
        try (Secret secret = weft.node.cli.Passphrase.firstLine(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), TestNode.P)) {
            byte[] out = new byte[secret.size()];
            secret.copyTo(out, 0);
            return new String(out, StandardCharsets.UTF_8);
        }
    }
}
