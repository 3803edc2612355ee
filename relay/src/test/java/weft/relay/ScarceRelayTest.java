package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/** A real disk that is full or can't be written, a quota, too few files: a relay says what is wrong and what to do, and loses nothing. */
@Tag("slow")
class ScarceRelayTest {
    @TempDir
    Path folder;

    private final Voice circle = new Voice(50);
    private final List<Bytes> confirmed = new ArrayList<>();
    private int number;

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            return 127;
        }
    }

    private Event next() {
        return circle.envelope(System.currentTimeMillis() / 1000, weft.wire.event.Day.at(System.currentTimeMillis() / 1000).plus(3), number++, 20);
    }

    private void publish(Client client, int count) {
        for (int i = 0; i < count; i++) {
            Event event = next();
            assertThat(client.publish(event).accepted()).isTrue();
            confirmed.add(event.id());
        }
    }

    /** Until it can store no more; what it says then. */
    private String publishUntilRefused(Client client) {
        for (int i = 0; i < 2_000; i++) {
            Event event = next();
            RelayMessage.Ok ok = client.publish(event);
            if (!ok.accepted()) {
                return ok.text();
            }
            confirmed.add(event.id());
        }
        throw new AssertionError("it took everything");
    }

    private void allIsThere(Client client) {
        assertThat(client.ids("all", Filter.by(List.of(circle.publicKey), List.of()))).containsAll(confirmed);
    }

    /** What it says where it can't start: one sentence, no trace. */
    private static String refused(String... arguments) throws Exception {
        try (RelayProcess relay = RelayProcess.start(arguments)) {
            return sentence(relay);
        }
    }

    private static String sentence(RelayProcess relay) throws Exception {
        String said = relay.line();
        assertThat(said).doesNotStartWith("Relay at");
        assertThat(relay.line()).as("one sentence, no trace").isEmpty();
        assertThat(relay.status()).isEqualTo(1);
        return said;
    }

    @Test
    void aFullDiskAndThenAReadOnlyOne() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk.toString()) == 0, "skipped: no disk can be mounted here (needs root)");
        try {
            String data = disk.resolve("data").toString();
            Path filler = disk.resolve("filler");
            try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data); Client client = new Client(relay.address())) {
                publish(client, 20);
                assertThat(publishUntilRefused(client)).startsWith("error: ").contains("could not store");
                allIsThere(client);
                assertThat(run("mount", "-o", "remount,size=16m", disk.toString())).isZero();
                publish(client, 20);
                allIsThere(client);
                relay.process.destroyForcibly().waitFor();
            }
            fill(filler);
            assertThat(refused("--port", "0", "--data", disk.resolve("other").toString())).contains("The disk is full").contains("Make room");
            Files.delete(filler);
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
            assertThat(refused("--port", "0", "--data", data)).contains("No right to write").contains("choose another folder");
            assertThat(run("mount", "-o", "remount,rw", disk.toString())).isZero();
            try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data); Client client = new Client(relay.address())) {
                allIsThere(client);
                publish(client, 5);
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
    @Test
    void aQuota() throws Exception {
        String data = folder.resolve("data").toString();
        try (RelayProcess relay = RelayProcess.limited("-f 8192", "--port", "0", "--data", data); Client client = new Client(relay.address())) {
            assertThat(publishUntilRefused(client)).startsWith("error: ").contains("could not store");
            assertThat(confirmed).isNotEmpty();
            allIsThere(client);
        }
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data); Client client = new Client(relay.address())) {
            allIsThere(client);
            publish(client, 5);
        }
    }

    @Test
    void tooFewFiles() throws Exception {
        String data = folder.resolve("data").toString();
        try (RelayProcess relay = RelayProcess.limited("-n 90", "--port", "0", "--data", data)) {
            assertThat(sentence(relay)).contains("more files open at once than the 90").contains("ulimit -n");
        }
        List<Socket> silent = new ArrayList<>();
        try (RelayProcess relay = RelayProcess.limited("-n 256", "--port", "0", "--data", data)) {
            URI address = relay.address();
            assertThat(relay.line()).startsWith("Only ").contains("256 files").contains("raise the limit");
            try (Client early = new Client(address)) {
                for (int i = 0; i < 400; i++) {
                    silent.add(new Socket("127.0.0.1", address.getPort()));
                }
                publish(early, 20);
                allIsThere(early);
                for (Socket socket : silent) {
                    socket.close();
                }
                try (Client late = new Client(address)) {
                    allIsThere(late);
                    publish(late, 5);
                }
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data); Client client = new Client(relay.address())) {
            allIsThere(client);
        }
    }
}
