package weft.node.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.wire.json.Json;

/** A real disk that is full or can't be written, a quota, too few files: the node says what is wrong and what to do, and loses nothing. */
@Tag("slow")
class ScarceNodeTest {
    private static final String PASSPHRASE = "a heron by the weir";

    @TempDir Path folder;

    private final List<String> confirmed = new ArrayList<>();
    private String circle = "";
    private int number;

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            return 127;
        }
    }

    private static NodeProcess limited(String limit, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit " + limit + "; exec \"$@\"", "sh"));
        command.addAll(NodeProcess.java("weft.node.boot.Weft"));
        command.addAll(NodeProcess.options(data));
        return NodeProcess.start(data, command, PASSPHRASE);
    }

    private void begin(NodeProcess node) throws IOException {
        node.ready();
        circle = node.post("/circles/new", Map.of("name", "Lane")).text("circle");
        assertThat(circle).as("%s", node).hasSize(64);
    }

    private NodeProcess.Answer post(NodeProcess node) throws IOException {
        String title = "Wanted " + number++;
        NodeProcess.Answer answer = node.post("/c/" + circle + "/post", Map.of("side", "need", "title", title, "text", "x ".repeat(3_000),
                "lastDay", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString(), "forWhom", "me", "language", "en"));
        if (answer.good()) {
            confirmed.add(title);
        }
        return answer;
    }

    /** Until it can store no more; what it says then. */
    private String postUntilRefused(NodeProcess node) throws IOException {
        for (int i = 0; i < 2_000; i++) {
            NodeProcess.Answer answer = post(node);
            if (!answer.good()) {
                return answer.text("text");
            }
        }
        throw new AssertionError("it took everything");
    }

    /** Just what was confirmed: a refusal means that nothing was kept. */
    private void justThatIsThere(NodeProcess node) throws IOException {
        List<Json.Obj> cards = node.get("/c/" + circle + "?ended=1").list("threads");
        assertThat(cards).extracting(card -> ((Json.Obj) card.get("ask").orElseThrow()).text("title").orElse(""))
                .containsExactlyInAnyOrderElementsOf(confirmed);
    }

    /** What it says where it can't start: one sentence, no trace. */
    private static void refused(NodeProcess node, int status, String... words) throws InterruptedException {
        try (node) {
            assertThat(node.isUp()).isFalse();
            assertThat(node.said).as("one sentence, no trace").hasSize(1);
            assertThat(node.said.getFirst()).contains(words);
            assertThat(node.status()).isEqualTo(status);
        }
    }

    @Test
    void aFullDiskAndThenAReadOnlyOne() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2m", "none", disk.toString()) == 0, "skipped: no disk can be mounted here (needs root)");
        try {
            Path data = disk.resolve("data");
            Path filler = disk.resolve("filler");
            try (NodeProcess node = NodeProcess.weft(data, PASSPHRASE)) {
                begin(node);
                post(node);
                fill(filler);
                assertThat(postUntilRefused(node)).contains("could not write it down", "Free some space");
                justThatIsThere(node);
                assertThat(node.post("/circles/new", Map.of("name", "Other")).good()).isFalse();
                String next = "another passphrase";
                assertThat(node.post("/passphrase", Map.of("passphrase", next, "again", next)).status()).isNotEqualTo(200);
                Files.delete(filler);
                assertThat(post(node).good()).isTrue();
                justThatIsThere(node);
                node.kill();
            }
            fill(filler);
            refused(NodeProcess.weft(disk.resolve("other"), PASSPHRASE), 12, "full", "Make room");
            Files.delete(filler);
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
            refused(NodeProcess.weft(data, PASSPHRASE), 13, "No right to write", "choose another folder");
            assertThat(run("mount", "-o", "remount,rw", disk.toString())).isZero();
            try (NodeProcess node = NodeProcess.weft(data, PASSPHRASE)) {
                assertThat(node.isUp()).as("%s", node).isTrue();
                node.ready();
                justThatIsThere(node);
                assertThat(post(node).good()).isTrue();
                node.kill();
            }
        } finally {
            assertThat(run("umount", "-l", disk.toString())).isZero();
        }
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4_096]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space");
        }
    }

    /** A quota, as {@code ulimit -f} sets one; needs no rights. */
    @Tag("long")
    @Test
    void aQuota() throws Exception {
        try (NodeProcess node = limited("-f 4096", folder)) {
            begin(node);
            assertThat(postUntilRefused(node)).contains("could not write it down", "Free some space");
            justThatIsThere(node);
            node.kill();
        }
        try (NodeProcess node = NodeProcess.weft(folder, PASSPHRASE)) {
            node.ready();
            justThatIsThere(node);
            assertThat(post(node).good()).isTrue();
            node.kill();
        }
    }

    @Test
    void tooFewFiles() throws Exception {
        refused(limited("-n 120", folder), 3, "more files open at once than the 120", "ulimit -n");
        List<Socket> silent = new ArrayList<>();
        try (NodeProcess node = limited("-n 300", folder)) {
            assertThat(node.isUp()).as("%s", node).isTrue();
            begin(node);
            post(node);
            int port = weft.node.home.RunFile.read(folder).orElseThrow().port();
            for (int i = 0; i < 400; i++) {
                silent.add(new Socket("127.0.0.1", port));
            }
            assertThat(post(node).good()).as("on the connection that it has").isTrue();
            for (Socket socket : silent) {
                socket.close();
            }
            assertThat(node.post("/circles/new", Map.of("name", "Other")).good()).as("the vault is written").isTrue();
            justThatIsThere(node);
            node.kill();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        try (NodeProcess node = NodeProcess.weft(folder, PASSPHRASE)) {
            node.ready();
            justThatIsThere(node);
            assertThat(node.get("/").list("circles")).hasSize(2);
            node.kill();
        }
    }
}
