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
import java.util.function.LongSupplier;
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
    private static final long LONGEST_PAUSE_SECONDS = 120;
    /** Between two calls that somebody else's ringing brings about. */
    private static final long SHORTEST_PAUSE_SECONDS = 3;

    private final Links.Ear ear;
    private final Primitives primitives;
    private final Entropy entropy;
    private final Discovery discovery;
    private final InetAddress listenOn;
    private final LongSupplier seconds;
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
        /** Whether this node calls: of two, the one with the smaller name does, so that they do not call each other. */
        final boolean called;
        private InetSocketAddress address;
        private int link;
        private long pause = 1;
        private long callAt;
        private long lastCall;

        Found(InetSocketAddress address, boolean called) {
            this.address = address;
            this.called = called;
        }

        synchronized InetSocketAddress address() {
            return address;
        }

        synchronized int link() {
            return link;
        }

        synchronized void leads(int number) {
            link = number;
        }

        synchronized void foundAt(InetSocketAddress where, long now) {
            address = where;
            callAt = Math.min(callAt, now + 1);
        }

        /** There is a reason to call soon, however rarely it was done of late. */
        synchronized void soon(long now) {
            pause = 1;
            callAt = Math.min(callAt, Math.max(now + 1, lastCall + SHORTEST_PAUSE_SECONDS));
        }

        /** Whether it is time to call; then the next time is put off, ever further while nothing comes of it. */
        synchronized boolean due(long now) {
            if (now < callAt) {
                return false;
            }
            pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
            callAt = now + pause;
            lastCall = now;
            return true;
        }
    }

    /**
     * Begins to listen and to be found.
     *
     * @param listenOn the address to listen on; the wildcard for all networks
     */
    public NearNode(Links.Ear ear, Primitives primitives, Entropy entropy, Discovery discovery, InetAddress listenOn) {
        this(ear, primitives, entropy, discovery, listenOn, () -> System.nanoTime() / 1_000_000_000L);
    }

    /** The same with a count of seconds of its own, for tests. */
    NearNode(Links.Ear ear, Primitives primitives, Entropy entropy, Discovery discovery, InetAddress listenOn, LongSupplier seconds) {
        this.seconds = seconds;
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
                // Who was known by the old names is met anew by the new ones.
                found.clear();
                links.values().forEach(NearLink::hangUp);
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
                SSLSocket socket = (SSLSocket) server.accept();
                rung(socket.getInetAddress());
                begin(socket, false);
            } catch (IOException e) {
                // One that could not be taken, or the end of this port.
            }
        }
    }

    /** Somebody at an address has a reason to be called, or calls: those whom this node calls there are called soon. */
    private void rung(InetAddress from) {
        for (Found one : found.values()) {
            if (one.called && one.address().getAddress().equals(from) && !links.containsKey(one.link())) {
                one.soon(now());
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
        if (!name.equals(other) && (found.size() < MOST_FOUND || found.containsKey(other))) {
            found.computeIfAbsent(other, any -> new Found(address, name.compareTo(other) < 0)).foundAt(address, now());
        }
    }

    private long now() {
        return seconds.getAsLong();
    }

    /** Calls those whom it is time to call; who shares nothing is called ever more rarely. */
    private void call() {
        for (Found one : found.values()) {
            SSLContext secure = context;
            if (one.called && secure != null && !links.containsKey(one.link()) && one.due(now())) {
                Thread.ofVirtual().name("weft-near-call").start(() -> call(one, secure));
            }
        }
    }

    private void call(Found one, SSLContext secure) {
        Socket plain = new Socket();
        try {
            plain.connect(one.address(), CONNECT_MILLIS);
            SSLSocket socket = (SSLSocket) secure.getSocketFactory().createSocket(plain, null, one.address().getPort(), true);
            socket.setUseClientMode(true);
            socket.setEnabledProtocols(new String[] {"TLSv1.3"});
            one.leads(begin(socket, true));
        } catch (IOException e) {
            try {
                plain.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
        }
    }

    /** Whom this node calls is called soon; at the others' doors it rings, without a word, so that they do. */
    @Override
    public void meetAgain() {
        for (Found one : found.values()) {
            if (one.called) {
                one.soon(now());
            } else {
                Thread.ofVirtual().name("weft-near-ring").start(() -> ring(one));
            }
        }
    }

    private static void ring(Found one) {
        try (Socket bell = new Socket()) {
            bell.connect(one.address(), CONNECT_MILLIS);
        } catch (IOException e) {
            LOG.fine("somebody nearby is gone");
        }
    }

    private void gone(NearLink link) {
        links.remove(link.number());
        if (link.shares()) {
            found.values().stream().filter(one -> one.link() == link.number()).forEach(one -> one.soon(now()));
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
