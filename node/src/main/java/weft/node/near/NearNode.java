package weft.node.near;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import weft.jdk.ThrowAwayTls;
import weft.node.shell.Links;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/**
 * This node among those on the same network: listens, calls those whose names come after its own, and takes a new name, port
 * and certificate every day, so that nobody who watches the network knows it again.
 */
public final class NearNode implements Links.Near, AutoCloseable {
    private static final Logger LOG = Logger.getLogger("weft.node");
    private static final int MOST_LINKS = 32;
    private static final int MOST_FOUND = 500;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_SECONDS = 300;

    private final Links.Ear ear;
    private final Primitives primitives;
    private final Entropy entropy;
    private final Discovery discovery;
    private final InetAddress listenOn;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon(true).name("weft-near").factory());
    private final Map<Integer, NearLink> links = new ConcurrentHashMap<>();
    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean closed;
    private volatile String name = "";
    private volatile @Nullable SSLContext context;
    private volatile @Nullable SSLServerSocket listening;

    /** Somebody who was found, and how calling them goes. */
    private static final class Found {
        volatile InetSocketAddress address;
        volatile int link;
        long pause = 1;
        long callAt;

        Found(InetSocketAddress address) {
            this.address = address;
        }
    }

    /**
     * Begins to listen and to be found.
     *
     * @param listenOn the address to listen on; the wildcard for all networks
     */
    public NearNode(Links.Ear ear, Primitives primitives, Entropy entropy, Discovery discovery, InetAddress listenOn) {
        this.ear = ear;
        this.primitives = primitives;
        this.entropy = entropy;
        this.discovery = discovery;
        this.listenOn = listenOn;
        Future<?> day = pulse.scheduleWithFixedDelay(this::renew, 0, 24, TimeUnit.HOURS);
        Future<?> look = pulse.scheduleWithFixedDelay(this::call, 1, 1, TimeUnit.SECONDS);
        assert !day.isCancelled() && !look.isCancelled();
    }

    private void renew() {
        try {
            SSLContext fresh = ThrowAwayTls.context();
            SSLServerSocket server = (SSLServerSocket) fresh.getServerSocketFactory().createServerSocket(0, 50, listenOn);
            server.setEnabledProtocols(new String[] {"TLSv1.3"});
            SSLServerSocket before = listening;
            name = entropy.next(8).hex();
            context = fresh;
            listening = server;
            if (before != null) {
                before.close();
            }
            Thread.ofVirtual().name("weft-near-listen").start(() -> accept(server));
            discovery.announce(name, server.getLocalPort(), this::found);
        } catch (IOException | RuntimeException e) {
            LOG.warning("Nodes on the same network can't be reached: no port to listen on. Relays and bundles work all the same.");
        }
    }

    private void accept(SSLServerSocket server) {
        while (!closed && !server.isClosed()) {
            try {
                begin((SSLSocket) server.accept(), false);
            } catch (IOException e) {
                // One that could not be taken, or the end of this port.
            }
        }
    }

    private int begin(SSLSocket socket, boolean caller) throws IOException {
        if (closed || links.size() >= MOST_LINKS) {
            socket.close();
            return 0;
        }
        NearLink link = new NearLink(numbers.incrementAndGet(), caller, socket, ear, primitives, entropy, this::gone);
        links.put(link.number(), link);
        Thread.ofVirtual().name("weft-near-read").start(link::run);
        return link.number();
    }

    private void found(String other, InetSocketAddress address) {
        // The one with the smaller name calls, so that two do not call each other.
        if (name.compareTo(other) < 0 && (found.size() < MOST_FOUND || found.containsKey(other))) {
            Found one = found.computeIfAbsent(other, any -> new Found(address));
            one.address = address;
            one.callAt = Math.min(one.callAt, now() + 1);
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000_000L;
    }

    /** Calls those whom it is time to call; who shares nothing is called ever more rarely. */
    private void call() {
        for (Map.Entry<String, Found> each : found.entrySet()) {
            Found one = each.getValue();
            NearLink link = links.get(one.link);
            SSLContext secure = context;
            if (link != null && link.shares()) {
                one.pause = 1;
            }
            if (link == null && secure != null && now() >= one.callAt) {
                one.pause = Math.min(LONGEST_PAUSE_SECONDS, one.pause * 2);
                one.callAt = now() + one.pause;
                Thread.ofVirtual().name("weft-near-call").start(() -> call(one, secure));
            }
        }
    }

    private void call(Found one, SSLContext secure) {
        Socket plain = new Socket();
        try {
            plain.connect(one.address, CONNECT_MILLIS);
            SSLSocket socket = (SSLSocket) secure.getSocketFactory().createSocket(plain, null, one.address.getPort(), true);
            socket.setUseClientMode(true);
            socket.setEnabledProtocols(new String[] {"TLSv1.3"});
            one.link = begin(socket, true);
        } catch (IOException e) {
            try {
                plain.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
        }
    }

    private void gone(NearLink link) {
        links.remove(link.number());
        if (link.shares()) {
            found.values().stream().filter(one -> one.link == link.number()).forEach(one -> {
                one.pause = 1;
                one.callAt = now() + 1;
            });
        }
    }

    /** How many neighbours share a circle with this node now. */
    public int sharing() {
        return (int) links.values().stream().filter(NearLink::shares).count();
    }

    /** Whether a link is a channel of a neighbour. */
    public boolean leads(int link) {
        return links.values().stream().anyMatch(one -> one.leads(link));
    }

    /** Asks something on a link. */
    public void ask(int link, ClientMessage message) {
        links.values().stream().filter(one -> one.leads(link)).forEach(one -> one.ask(link, message));
    }

    @Override
    public void prove(int neighbour, List<Bytes> tags) {
        NearLink link = links.get(neighbour);
        if (link != null) {
            link.prove(tags);
        }
    }

    @Override
    public void channel(int neighbour, int channel, int number) {
        NearLink link = links.get(neighbour);
        if (link != null) {
            link.channel(channel, number);
        }
    }

    @Override
    public void part(int neighbour) {
        NearLink link = links.get(neighbour);
        if (link != null) {
            link.part();
        }
    }

    @Override
    public void answer(int number, RelayMessage message) {
        links.values().stream().filter(one -> one.leads(number)).forEach(one -> one.answer(number, message));
    }

    @Override
    public void close() {
        closed = true;
        discovery.close();
        pulse.shutdownNow();
        SSLServerSocket server = listening;
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            LOG.fine("a socket did not close");
        }
        links.values().forEach(NearLink::part);
    }
}
