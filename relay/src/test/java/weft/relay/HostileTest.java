package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.primitives.Bytes;
import weft.relay.step.RelayPolicy;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/** Clients that mean harm, on loopback. After each, the relay lives on and serves somebody who does not. */
@Tag("slow")
class HostileTest {
    @TempDir
    Path folder;

    private RelayServer relay;
    private int honest = 100;

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    /** Patient: on a slow machine a client that means well must not be taken for a deaf one. */
    @BeforeEach
    void start() throws Exception {
        relay = RelayServer.start(settings(120, 120));
    }

    private RelaySettings settings(int deafSeconds, int requestSeconds) {
        RelayPolicy.Bounds bounds = new RelayPolicy.Bounds(65_536, 100_000_000, 1_000_000_000, 200, 10_000, 600, 400, 20);
        return RelaySettings.standard(folder).at("127.0.0.1", 0)
                .with(new RelayPolicy(bounds, java.util.Set.of(), 0, false))
                .with(new RelaySettings.Guard(300, 200, 1_000_000, 1, deafSeconds, requestSeconds, false));
    }

    /** The same relay with other settings, or by another clock. */
    private void startAgain(RelaySettings settings, Clock clock) throws Exception {
        relay.close();
        relay = RelayServer.start(settings, clock);
    }

    @AfterEach
    void livesOnAndServesOthers() {
        Voice circle = new Voice(honest++);
        Filter filter = Filter.by(List.of(circle.publicKey), List.of());
        try (Client writer = new Client(relay.address()); Client reader = new Client(relay.address())) {
            reader.stored("a", filter);
            Event event = circle.envelope(now(), 1);
            assertThat(writer.publish(event).accepted()).isTrue();
            assertThat(reader.live("a")).isEqualTo(event);
        }
        relay.close();
    }

    @Test
    void garbage() {
        Random random = new Random(1);
        try (Client client = new Client(relay.address())) {
            for (String frame : List.of("", "x", "[]", "{}", "null", "[\"EVENT\"]", "[\"REQ\",\"a\"]", "[\"EVENT\",{}]", "[".repeat(100_000),
                    "[\"REQ\",\"\",{}]", "\"\\ud800\"")) {
                client.raw(frame);
                assertThat(client.await(RelayMessage.Notice.class, n -> true).text()).startsWith("invalid: ");
            }
            for (int i = 0; i < 40; i++) {
                StringBuilder junk = new StringBuilder();
                for (int j = random.nextInt(200); j > 0; j--) {
                    junk.append((char) (0x20 + random.nextInt(0x5f)));
                }
                try {
                    client.raw(junk.toString());
                } catch (java.util.concurrent.CompletionException e) {
                    break;
                }
            }
            client.awaitEnd();
        }
    }

    @Test
    void hugeFrames() throws Exception {
        try (Client client = new Client(relay.address())) {
            client.raw("[\"CLOSE\",\"" + "x".repeat(1_000_000) + "\"]");
            client.awaitEnd();
        } catch (java.util.concurrent.CompletionException e) {
            assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
        }
        // A frame that says it is 2^62 bytes long.
        try (Socket socket = upgraded()) {
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
            assertThat(isClosed(socket)).isTrue();
        }
        // A message that never ends, in small fragments.
        try (Socket socket = upgraded()) {
            OutputStream out = socket.getOutputStream();
            byte[] fragment = new byte[8 + 1_000];
            fragment[1] = (byte) (0x80 | 126);
            fragment[2] = 1_000 >> 8;
            fragment[3] = (byte) 1_000;
            java.util.Arrays.fill(fragment, 8, fragment.length, (byte) 'x');
            try {
                for (int i = 0; i < 10_000; i++) {
                    fragment[0] = (byte) (i == 0 ? 0x01 : 0x00);
                    out.write(fragment);
                }
            } catch (java.io.IOException e) {
                return;
            }
            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void aThousandSubscriptions() {
        try (Client client = new Client(relay.address())) {
            for (int i = 0; i < 1_000; i++) {
                client.say(new ClientMessage.Subscribe("s" + i, List.of(Filter.by(List.of(), List.of(i)))));
            }
            int ended = 0;
            int refused = 0;
            while (ended + refused < 1_000) {
                switch (client.next()) {
                    case RelayMessage.EndOfStored e -> ended++;
                    case RelayMessage.Closed(String name, String text) -> {
                        assertThat(text).startsWith("blocked: more than 200 subscriptions");
                        refused++;
                    }
                    case RelayMessage other -> throw new AssertionError(other);
                }
            }
            assertThat(ended).isEqualTo(200);
        }
    }

    @Test
    void wrongSignatures() {
        Voice voice = new Voice(1);
        try (Client client = new Client(relay.address())) {
            Event event = voice.envelope(now(), 1);
            Event forged = new Event(event.id(), event.publicKey(), event.createdAt(), event.kind(), event.tags(), event.content(), Bytes.wrap(new byte[64]));
            assertThat(client.publish(forged)).isEqualTo(new RelayMessage.Ok(event.id(), false, "invalid: wrong-signature"));
            Event other = new Event(new Voice(2).publicKey, event.publicKey(), event.createdAt(), event.kind(), event.tags(), event.content(),
                    event.signature());
            assertThat(client.publish(other).text()).isEqualTo("invalid: wrong-id");
            assertThat(client.publish(event).accepted()).as("the forgery does not stand in the way of the real one").isTrue();
            try {
                for (int i = 0; i < 40; i++) {
                    client.say(new ClientMessage.Publish(forged));
                }
            } catch (java.util.concurrent.CompletionException e) {
                assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
            }
            client.say(new ClientMessage.Publish(voice.envelope(now(), 2)));
        } catch (java.util.concurrent.CompletionException e) {
            assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void afloodIsSlowedDownNotTheOthers() throws Exception {
        // By a clock that stands, so that a slow machine is not allowed more.
        startAgain(settings(120, 120), Clock.fixed(Instant.now(), ZoneOffset.UTC));
        Voice flooder = new Voice(1);
        try (Client client = new Client(relay.address())) {
            List<Event> events = flooder.envelopes(now(), 2_600);
            events.forEach(event -> client.say(new ClientMessage.Publish(event)));
            int taken = 0;
            int limited = 0;
            for (int i = 0; i < events.size(); i++) {
                RelayMessage.Ok ok = client.await(RelayMessage.Ok.class, any -> true);
                taken += ok.accepted() ? 1 : 0;
                limited += ok.text().startsWith("rate-limited:") ? 1 : 0;
            }
            assertThat(taken).isBetween(2_400, 2_599);
            assertThat(taken + limited).isEqualTo(2_600);
        }
    }

    @Test
    void aSlowReaderIsCutOffAndOthersAreNot() throws Exception {
        Voice circle = new Voice(1);
        try (Socket deaf = upgraded(); Client writer = new Client(relay.address()); Client reader = new Client(relay.address())) {
            Filter filter = Filter.by(List.of(circle.publicKey), List.of());
            deaf.getOutputStream().write(frame("[\"REQ\",\"a\",{\"authors\":[\"" + circle.publicKey.hex() + "\"]}]"));
            reader.stored("a", filter);
            linksAre(3);
            for (int i = 0; i < 250; i++) {
                Event event = circle.envelope(now(), Day.at(now()).plus(2), i, 40);
                assertThat(writer.publish(event).accepted()).isTrue();
                assertThat(reader.live("a").id()).isEqualTo(event.id());
            }
            linksAre(2);
        }
    }

    /** Waits for a tally, which is taken once a second. */
    private void linksAre(int links) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (relay.tally().links() != links && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(relay.tally().links()).isEqualTo(links);
    }

    @Test
    void aSlowReaderOfWhatIsStoredHoldsNothingUp() throws Exception {
        Voice circle = new Voice(1);
        List<Event> events = new ArrayList<>();
        try (Client writer = new Client(relay.address())) {
            for (int i = 0; i < 200; i++) {
                events.add(circle.envelope(now(), Day.at(now()).plus(2), i, 40));
                assertThat(writer.publish(events.getLast()).accepted()).isTrue();
            }
        }
        try (Client reader = new Client(relay.address())) {
            // 11 MB through a queue of 1 MB, page by page.
            assertThat(reader.ids("all", Filter.by(List.of(circle.publicKey), List.of()))).hasSize(200).doesNotHaveDuplicates();
            assertThat(reader.ids("some", Filter.by(List.of(circle.publicKey), List.of()).page(Optional.empty(), 70))).hasSize(70);
        }
    }

    @Test
    void halfOpenConnectionsAreCutOff() throws Exception {
        startAgain(settings(3, 120), Clock.systemUTC());
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sockets.add(upgraded());
        }
        // They never answer a ping.
        for (Socket socket : sockets) {
            assertThat(isClosed(socket)).isTrue();
            socket.close();
        }
    }

    @Test
    void drippedRequestsAreCutOff() throws Exception {
        startAgain(settings(120, 2), Clock.systemUTC());
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Socket socket = new Socket("127.0.0.1", relay.address().getPort());
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        for (Socket socket : sockets) {
            assertThat(isClosed(socket)).isTrue();
            socket.close();
        }
    }

    @Test
    void tooManyConnectionsFromOneAddress() throws Exception {
        List<Client> clients = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < 210; i++) {
                try {
                    clients.add(new Client(relay.address()));
                } catch (java.util.concurrent.CompletionException e) {
                    refused++;
                }
            }
            assertThat(clients).hasSize(200);
            assertThat(refused).isEqualTo(10);
        } finally {
            clients.forEach(Client::close);
        }
        long until = System.nanoTime() + 60_000_000_000L;
        while (relay.tally().links() > 0 && System.nanoTime() < until) {
            Thread.sleep(50);
        }
    }

    private Socket upgraded() throws Exception {
        URI address = relay.address();
        Socket socket = new Socket("127.0.0.1", address.getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            assertThat(c).as("closed during the upgrade after " + head).isNotNegative();
            head.append((char) c);
        }
        assertThat(head).startsWith("HTTP/1.1 101");
        return socket;
    }

    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[8 + payload.length];
        out[0] = (byte) 0x81;
        out[1] = (byte) (0x80 | 126);
        out[2] = (byte) (payload.length >> 8);
        out[3] = (byte) payload.length;
        System.arraycopy(payload, 0, out, 8, payload.length);
        return out;
    }

    /** Reads until the other side closes; false where it did not within the time-out. */
    private static boolean isClosed(Socket socket) {
        byte[] buffer = new byte[4_096];
        try {
            while (socket.getInputStream().read(buffer) >= 0) {
                // Pings and notices on the way out.
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }
}
