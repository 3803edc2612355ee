package weft.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weft.core.peer.Input;
import weft.node.shell.Links;
import weft.wire.event.Limits;
import weft.wire.message.ClientMessage;

/** What a relay can do to a link, and what the link tells of it. */
class RelayLinksTest {
    private final List<Input> inputs = new CopyOnWriteArrayList<>();
    private final List<Runnable> handled = new CopyOnWriteArrayList<>();
    private boolean slow;
    private final RelayLinks links = links(RelayLinks.Patience.USUAL, false);

    private RelayLinks links(RelayLinks.Patience patience, boolean plainAnywhere) {
        return new RelayLinks((input, done) -> {
            inputs.add(input);
            if (slow) {
                handled.add(done);
            } else {
                done.run();
            }
        }, patience, plainAnywhere);
    }

    @AfterEach
    void close() {
        links.close();
    }

    private static void await(BooleanSupplier done) {
        for (int i = 0; i < 6_000 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private boolean has(Input input) {
        return inputs.contains(input);
    }

    @Test
    void garbageIsToldAsGarbledAndTheLinkGoesOn() throws Exception {
        try (HostileRelay relay = new HostileRelay((self, wire) -> {
            self.awaitAWord();
            wire.text("not json");
            wire.text("[\"EVENT\"]");
            wire.text("[]");
            wire.text("{\"a\":1}");
            wire.frame(0x82, new byte[100]);
            wire.text("x".repeat(Limits.MESSAGE_BYTES + 1));
            wire.frame(0x01, "[\"NOTICE\",".getBytes());
            wire.frame(0x80, "\"in two parts\"]".getBytes());
            wire.text("[\"NOTICE\",\"still here\"]");
        })) {
            links.open(1, relay.address());
            await(() -> has(new Input.LinkOpened(1)));
            links.send(1, new ClientMessage.Unsubscribe("a"));
            await(() -> inputs.size() >= 9);
            assertThat(inputs.getFirst()).isEqualTo(new Input.LinkOpened(1));
            assertThat(inputs.stream().filter(Input.Garbled.class::isInstance)).hasSize(6);
            assertThat(inputs).contains(new Input.Garbled(1, Trouble.TOO_LARGE));
            assertThat(inputs.stream().filter(Input.Heard.class::isInstance)).hasSize(2);
        }
    }

    @Test
    void aCutAndABrokenFrameCloseTheLinkOnce() throws Exception {
        try (HostileRelay relay = new HostileRelay((self, wire) -> wire.cut()); HostileRelay broken =
                new HostileRelay((self, wire) -> wire.raw(new byte[] {(byte) 0xff, (byte) 0xff, 1, 2, 3, 4}))) {
            links.open(1, relay.address());
            links.open(2, broken.address());
            await(() -> has(new Input.LinkClosed(1, Trouble.CLOSED)) && has(new Input.LinkClosed(2, Trouble.CLOSED)));
            links.send(1, new ClientMessage.Unsubscribe("a"));
            links.shut(1);
            assertThat(inputs.stream().filter(Input.LinkClosed.class::isInstance)).hasSize(2);
        }
    }

    @Test
    void aFloodIsReadOnlyAsFastAsItIsHandled() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        String notice = "[\"NOTICE\",\"" + "x".repeat(60_000) + "\"]";
        slow = true;
        try (HostileRelay relay = new HostileRelay((self, wire) -> {
            self.awaitAWord();
            while (sent.get() < 2_000) {
                wire.text(notice);
                sent.incrementAndGet();
            }
        })) {
            links.open(1, relay.address());
            await(() -> !handled.isEmpty());
            handled.removeFirst().run();
            links.send(1, new ClientMessage.Unsubscribe("a"));
            await(() -> inputs.size() >= 4);
            int stuck = -1;
            while (stuck != sent.get()) {
                stuck = sent.get();
                Thread.sleep(300);
            }
            assertThat(inputs.size()).isLessThan(40);
            assertThat(sent.get()).as("the rest waits on the relay's side").isLessThan(2_000);
            slow = false;
            handled.forEach(Runnable::run);
            await(() -> inputs.size() > 2_000);
        }
    }

    @Test
    void nobodyThereAndNoRelayThere() throws Exception {
        links.open(1, "ws://127.0.0.1:1/");
        await(() -> has(new Input.LinkClosed(1, Trouble.UNREACHABLE)));
        com.sun.net.httpserver.HttpServer web = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
        web.start();
        links.open(2, "ws://127.0.0.1:" + web.getAddress().getPort() + "/");
        await(() -> has(new Input.LinkClosed(2, Trouble.NO_RELAY)));
        web.stop(0);
    }

    @Test
    void whoFallsSilentIsGivenUp() throws Exception {
        try (RelayLinks impatient = links(new RelayLinks.Patience(Duration.ofSeconds(60), Duration.ofMillis(60)), false);
                HostileRelay deaf = new HostileRelay((self, wire) -> {})) {
            impatient.open(7, deaf.address());
            await(() -> has(new Input.LinkClosed(7, Trouble.SILENT)));
        }
    }

    @Test
    void plainTextStaysNear() {
        links.open(1, "ws://relay.example.org/");
        links.open(2, "http://127.0.0.1/");
        links.open(3, "ws://user@127.0.0.1/");
        links.open(4, "wss://");
        links.open(5, "nonsense at all");
        assertThat(inputs).containsExactly(new Input.LinkClosed(1, Trouble.NOT_ENCRYPTED), new Input.LinkClosed(2, Trouble.BAD_ADDRESS),
                new Input.LinkClosed(3, Trouble.BAD_ADDRESS), new Input.LinkClosed(4, Trouble.BAD_ADDRESS), new Input.LinkClosed(5, Trouble.BAD_ADDRESS));
        for (String near : new String[] {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "localhost", "box.local", "[::1]", "[fd00::1]", "abc.onion"}) {
            assertThat(Addresses.isNear(near)).as(near).isTrue();
        }
        for (String far : new String[] {"128.0.0.1", "172.32.0.1", "11.0.0.1", "127.0.0.1.example.org", "1.2.3", "256.example", "[2001:db8::1]"}) {
            assertThat(Addresses.isNear(far)).as(far).isFalse();
        }
        assertThat(Addresses.check("ws://relay.example.org/", true)).isInstanceOf(Addresses.Verdict.Good.class);
    }

    @Test
    void shuttingTellsNothing() throws Exception {
        try (HostileRelay relay = new HostileRelay((self, wire) -> {})) {
            links.open(1, relay.address());
            await(() -> has(new Input.LinkOpened(1)));
            links.send(1, new ClientMessage.Unsubscribe("a"));
            await(() -> relay.heard.contains("[\"CLOSE\",\"a\"]"));
            links.shut(1);
            assertThat(inputs).hasSize(1);
        }
    }
}
