package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/** A relay behind a reverse proxy of its keeper's: the proxy adds X-Forwarded-For to what a client may have written there itself. */
class BehindProxyTest {
    @TempDir
    Path folder;

    /** Passes connections on, each from the client address that is set when it comes. */
    private static final class Proxy implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<Socket> sockets = new ArrayList<>();
        private final int relay;
        volatile String client = "";

        Proxy(int relay) throws IOException {
            this.relay = relay;
            Thread.ofVirtual().start(this::accept);
        }

        URI address() {
            return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
        }

        private void accept() {
            try {
                while (true) {
                    Socket in = server.accept();
                    Socket out = new Socket(InetAddress.getLoopbackAddress(), relay);
                    synchronized (sockets) {
                        sockets.addAll(List.of(in, out));
                    }
                    String head = head(in.getInputStream()).replaceFirst("\r\n", "\r\nX-Forwarded-For: 203.0.113.9, " + client + "\r\n");
                    out.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                    Thread.ofVirtual().start(() -> pump(in, out));
                    Thread.ofVirtual().start(() -> pump(out, in));
                }
            } catch (IOException e) {
                // The end.
            }
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            return head.toString();
        }

        private static void pump(Socket from, Socket to) {
            try (from; to) {
                OutputStream out = to.getOutputStream();
                byte[] piece = new byte[8_192];
                for (int size = from.getInputStream().read(piece); size >= 0; size = from.getInputStream().read(piece)) {
                    out.write(piece, 0, size);
                }
            } catch (IOException e) {
                // One of the two went away, so does the other.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            synchronized (sockets) {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }

    private RelayServer relay(boolean behindProxy) throws IOException {
        return RelayServer.start(RelaySettings.standard(folder.resolve("data")).at("127.0.0.1", 0)
                .with(new RelaySettings.Guard(300, 3, 1_000_000, 40, 130, 20, behindProxy)));
    }

    @Test
    void clientsAreToldApartByWhatTheProxySaysLast() throws Exception {
        List<Client> clients = new ArrayList<>();
        try (RelayServer relay = relay(true); Proxy proxy = new Proxy(relay.address().getPort())) {
            for (String address : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3")) {
                proxy.client = address;
                for (int i = 0; i < 3; i++) {
                    clients.add(new Client(proxy.address()));
                }
                assertThatThrownBy(() -> new Client(proxy.address())).as("a fourth from " + address).isInstanceOf(CompletionException.class);
            }
            Voice circle = new Voice(1);
            Event event = circle.envelope(System.currentTimeMillis() / 1000, 1);
            clients.getFirst().stored("a", Filter.by(List.of(circle.publicKey), List.of()));
            assertThat(clients.getLast().publish(event).accepted()).isTrue();
            assertThat(clients.getFirst().live("a")).isEqualTo(event);
            clients.forEach(Client::close);
        }
    }

    @Test
    void withoutAProxyOfOnesOwnTheHeaderIsNotBelieved() throws Exception {
        List<Client> clients = new ArrayList<>();
        try (RelayServer relay = relay(false); Proxy proxy = new Proxy(relay.address().getPort())) {
            for (int i = 0; i < 3; i++) {
                proxy.client = "192.0.2." + i;
                clients.add(new Client(proxy.address()));
            }
            proxy.client = "192.0.2.77";
            assertThatThrownBy(() -> new Client(proxy.address())).isInstanceOf(CompletionException.class);
            clients.forEach(Client::close);
        }
    }
}
