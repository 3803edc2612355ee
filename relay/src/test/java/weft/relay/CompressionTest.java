package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Browsers and Node.js offer compression with every connection. Taken up, it broke the connection of whoever sent more at once than a link takes ahead:
 * so it is not.
 */
class CompressionTest {
    @TempDir Path folder;

    @Test
    void offeredCompressionIsNotTakenUp() throws Exception {
        try (RelayServer relay = RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0))) {
            URI address = relay.address();
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                List<String> head = new ArrayList<>();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.add(line.toLowerCase(java.util.Locale.ROOT));
                }
                assertThat(head.getFirst()).contains("101");
                assertThat(head).noneMatch(line -> line.startsWith("sec-websocket-extensions"));
            }
        }
    }
}
