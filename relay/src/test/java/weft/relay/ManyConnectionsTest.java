package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/** Ten thousand connections that are there and say nothing, as many files as this machine allows; those who speak are served. */
@Tag("long")
class ManyConnectionsTest {
    private static final int WANTED = 10_000;
    /** What else needs a file here: class path, store, the clients that speak. */
    private static final int SPARE = 500;

    @TempDir
    Path folder;

    private static Socket upgraded(int port) throws Exception {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            assertThat(c).as("closed during the upgrade").isNotNegative();
            head.append((char) c);
        }
        assertThat(head).startsWith("HTTP/1.1 101");
        return socket;
    }

    private static long residentKilobytes(Process process) throws Exception {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return !Files.exists(status) ? 0
                : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    @Test
    void thousandsThatAreSilentDisturbNobody() throws Exception {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : WANTED + SPARE;
        int count = (int) Math.min(WANTED, files - SPARE);
        Assumptions.assumeTrue(count >= 1_000, "skipped: only " + files + " files may be open here (ulimit -n)");
        Path config = Files.writeString(folder.resolve("relay.conf"), "port = 0\nconnections-by-address = 20000\ndeaf-seconds = 3600\nping-seconds = 3000\n");
        List<Socket> silent = new ArrayList<>(count);
        try (RelayProcess relay = RelayProcess.start("--config", config.toString(), "--data", folder.resolve("data").toString())) {
            java.net.URI address = relay.address();
            long before = residentKilobytes(relay.process);
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                silent.add(upgraded(address.getPort()));
            }
            long opened = (System.nanoTime() - begun) / 1_000_000;
            Voice circle = new Voice(1);
            long millis;
            try (Client writer = new Client(address); Client reader = new Client(address)) {
                reader.stored("a", Filter.by(List.of(circle.publicKey), List.of()));
                begun = System.nanoTime();
                for (int i = 0; i < 200; i++) {
                    Event event = circle.envelope(System.currentTimeMillis() / 1000, i);
                    assertThat(writer.publish(event).accepted()).isTrue();
                    assertThat(reader.live("a")).isEqualTo(event);
                }
                millis = (System.nanoTime() - begun) / 1_000_000;
            }
            System.out.printf("%,d silent connections opened in %,d ms; the relay grew from %,d to %,d kB; 200 events published and delivered one by one in %,d ms%n",
                    count, opened, before, residentKilobytes(relay.process), millis);
            for (Socket socket : silent.subList(0, 50)) {
                assertThat(socket.getInputStream().available()).as("nothing but the challenge").isLessThan(200);
                assertThat(socket.isClosed()).isFalse();
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }
}
