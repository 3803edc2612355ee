package weft.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import weft.jdk.JdkPrimitives;
import weft.jdk.OpenFiles;
import weft.relay.step.Tally;
import weft.store.FolderLock;
import weft.store.SqliteEnvelopes;
import weft.store.StoreException;
import weft.wire.event.Limits;

/** A running relay. */
public final class RelayServer implements AutoCloseable {
    private final RelaySettings settings;
    private final FolderLock lock;
    private final SqliteEnvelopes envelopes;
    private final RelayLoop loop;
    private final Server server;
    private final ServerConnector connector;
    private final Doorkeeper doorkeeper;
    private final Thread watch = Thread.ofPlatform().name("relay-watch").daemon().unstarted(this::watchOn);

    /** Files that the store, its folding and a certificate need beside the connections. */
    private static final int OWN_FILES = 64;
    private static final int FEWEST_LINKS = 8;

    private RelayServer(RelaySettings settings, Clock clock, Optional<SslContextFactory.Server> certificate) {
        this.settings = settings;
        this.lock = FolderLock.take(settings.data());
        this.envelopes = openOrUnlock();
        this.loop = new RelayLoop(settings.policy(), envelopes, new JdkPrimitives(), clock);
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("relay-net");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = connector(certificate);
        server.addConnector(connector);
        this.doorkeeper = new Doorkeeper(settings, loop);
        connector.addBean(doorkeeper);
        // Those that have not said yet what they want count too; beyond this number they wait at the door.
        connector.addBean(new NetworkConnectionLimit(settings.guard().links() + OWN_FILES / 2, connector));
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxTextMessageSize(Limits.MESSAGE_BYTES);
            container.setMaxBinaryMessageSize(1_024);
            container.setMaxFrameSize(Limits.MESSAGE_BYTES);
            container.setIdleTimeout(Duration.ofSeconds(2L * settings.guard().deafSeconds()));
            container.addMapping("/", doorkeeper);
        });
        sockets.setHandler(new FrontHandler(settings, loop::tally));
        server.setHandler(sockets);
    }

    private SqliteEnvelopes openOrUnlock() {
        try {
            return SqliteEnvelopes.open(settings.data().resolve("relay.db"), true);
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts a relay by the machine's clock.
     *
     * @throws StoreException where the folder is in use, full, damaged or can't be written
     * @throws IOException where the port is in use or the certificate can't be read; the message is a sentence
     */
    public static RelayServer start(RelaySettings settings) throws IOException {
        return start(settings, Clock.systemUTC());
    }

    /** Starts a relay by another clock: a test's, or that of a demonstration. */
    public static RelayServer start(RelaySettings settings, Clock clock) throws IOException {
        RelayServer relay = new RelayServer(fitting(settings), clock, certificate(settings));
        try {
            relay.loop.start();
            relay.server.start();
        } catch (Exception e) {
            relay.close();
            throw new IOException("The relay can't listen on " + settings.host() + " port " + settings.port()
                    + " (" + rootOf(e).getMessage() + "). Is another program using it? Choose another with --port.", e);
        }
        relay.watch.start();
        return relay;
    }

    /** With as many connections as this process may have files open: who can't be served is told so, and the store can always be written. */
    private static RelaySettings fitting(RelaySettings settings) throws IOException {
        OptionalInt left = OpenFiles.left();
        if (left.isEmpty() || left.getAsInt() - OWN_FILES >= settings.guard().links()) {
            return settings;
        }
        if (left.getAsInt() - OWN_FILES < FEWEST_LINKS) {
            throw new IOException("A relay needs more files open at once than the " + OpenFiles.limit().orElse(0)
                    + " that it may have here. Raise the limit (ulimit -n 4096, or LimitNOFILE in its unit), then start again.");
        }
        return settings.with(settings.guard().atMost(left.getAsInt() - OWN_FILES));
    }

    /** A sentence where fewer connections are let in than the settings say, because this process may not have more files open. */
    Optional<String> narrowed(RelaySettings wanted) {
        return settings.guard().links() >= wanted.guard().links() ? Optional.empty()
                : Optional.of("Only " + settings.guard().links() + " connections at once: this program may have " + OpenFiles.limit().orElse(0)
                        + " files open. For more, raise the limit (ulimit -n, or LimitNOFILE in its unit) and start again.");
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Every second looks after connections that drip, and every so often whether clients are still there. */
    private void watchOn() {
        long deaf = TimeUnit.SECONDS.toNanos(settings.guard().deafSeconds());
        for (int second = 1; ; second++) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                return;
            }
            doorkeeper.sweep();
            if (second % settings.guard().pingSeconds() == 0) {
                for (SocketLink link : loop.eachLink()) {
                    link.look(deaf);
                }
            }
        }
    }

    private ServerConnector connector(Optional<SslContextFactory.Server> certificate) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(8_192);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector made;
        if (certificate.isPresent()) {
            http.addCustomizer(new SecureRequestCustomizer(false));
            made = new ServerConnector(server, new SslConnectionFactory(certificate.get(), plain.getProtocol()), plain);
        } else {
            made = new ServerConnector(server, plain);
        }
        made.setHost(settings.host());
        made.setPort(settings.port());
        made.setIdleTimeout(15_000);
        made.setAcceptQueueSize(1_024);
        return made;
    }

    /** The certificate of the settings, tried before anything else is begun. */
    private static Optional<SslContextFactory.Server> certificate(RelaySettings settings) throws IOException {
        if (settings.tls().isEmpty()) {
            return Optional.empty();
        }
        RelaySettings.Tls tls = settings.tls().get();
        String password;
        try {
            password = Files.readString(tls.passwordFile()).strip();
        } catch (IOException e) {
            throw new IOException("Can't read the certificate's password from " + tls.passwordFile() + ". Look at tls-password-file in the settings.", e);
        }
        KeyStore keys;
        try (InputStream in = Files.newInputStream(tls.file())) {
            keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            String why = e.getCause() instanceof GeneralSecurityException ? "the password does not fit" : "it must be a PKCS12 file that this program may read";
            throw new IOException("Can't use the certificate in " + tls.file() + ": " + why
                    + ". Look at tls-certificate and tls-password-file in the settings.", e);
        }
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setKeyStore(keys);
        factory.setKeyStorePassword(password);
        return Optional.of(factory);
    }

    /** Where clients reach it, such as {@code ws://127.0.0.1:7447/}. */
    public URI address() {
        String scheme = settings.tls().isPresent() ? "wss" : "ws";
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create(scheme + "://" + host + ":" + connector.getLocalPort() + "/");
    }

    /** What it did so far; a second old at most. */
    public Tally tally() {
        return loop.tally();
    }

    /** How many events are stored. */
    public long count() {
        return envelopes.count();
    }

    /** Stops: says good-bye to everybody, writes what was taken, closes the store. */
    @Override
    public void close() {
        watch.interrupt();
        connector.close();
        for (SocketLink link : loop.eachLink()) {
            link.leave();
        }
        loop.close();
        try {
            server.setStopTimeout(2_000);
            server.stop();
        } catch (Exception e) {
            System.getLogger("weft.relay").log(System.Logger.Level.WARNING, "the listener did not stop cleanly: " + e.getClass().getName());
        }
        envelopes.close();
        lock.close();
    }
}
