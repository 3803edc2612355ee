package weft.node.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import weft.core.peer.Input;
import weft.node.shell.Links;
import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;

/** Links to relays over the JDK's WebSocket client, one connection per link. */
public final class RelayLinks implements Links {
    

    private final Ear ear;
    private final Patience patience;
    private final boolean plainAnywhere;
    private final HttpClient client;
    private final ScheduledExecutorService pulse;
    private final Map<Integer, RelayLink> links = new ConcurrentHashMap<>();

    /**
     * How long things may take.
     *
     * @param connecting until a connection stands
     * @param silence after which a link is asked for a sign of life; after twice that it is given up
     */
    public record Patience(Duration connecting, Duration silence) {
        /** For the world as it is. */
        public static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    /** Links that tell an ear; {@code plainAnywhere} allows {@code ws:} beyond the local network. */
    public RelayLinks(Ear ear, Patience patience, boolean plainAnywhere) {
        this.ear = ear;
        this.patience = patience;
        this.plainAnywhere = plainAnywhere;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connecting)
                .executor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("weft-link").factory()))
                .build();
        this.pulse = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon(true).name("weft-pulse").factory());
        long every = Math.max(10, patience.silence.toMillis() / 2);
        Future<?> _ = pulse.scheduleWithFixedDelay(() -> links.values().forEach(link -> link.beat(patience.silence)), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void open(int number, String address) {
        switch (Addresses.check(address, plainAnywhere)) {
            case Addresses.Verdict.Bad(String code) -> ear.hear(new Input.LinkClosed(number, code), () -> {});
            case Addresses.Verdict.Good(URI uri) -> {
                RelayLink link = new RelayLink(number, ear, () -> links.remove(number));
                links.put(number, link);
                link.connect(client, uri, patience.connecting);
            }
        }
    }

    @Override
    public void send(int number, ClientMessage message) {
        RelayLink link = links.get(number);
        if (link != null) {
            link.send(Messages.write(message));
        }
    }

    @Override
    public void shut(int number) {
        RelayLink link = links.remove(number);
        if (link != null) {
            link.shut();
        }
    }

    @Override
    public void close() {
        links.keySet().forEach(this::shut);
        pulse.shutdownNow();
        client.shutdownNow();
    }
}
