package weft.node.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import weft.node.home.OwnNode;
import weft.node.shell.Faults;
import weft.pages.Response;
import weft.primitives.Bytes;

/** Serves one node's pages on loopback. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("weft.node");

    static {
        // Small answers at once instead of after the 40 ms of a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A bundle of the most lines that are read, on a slow computer.
        System.setProperty("sun.net.httpserver.maxReqTime", "1800");
    }

    /** Below this packing gains nothing. */
    private static final int LEAST_PACKED = 800;

    private static final List<String> PACKED = List.of("text/", "application/json", "application/manifest", "image/svg");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Tokens tokens;
    private final LiveStreams streams = new LiveStreams();
    private final OwnNode node;
    private final List<HomeDoor> doors = new ArrayList<>();

    /** The port is in use; the message is a sentence for a person. */
    public static final class PortInUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        PortInUse(int port) {
            super("Port " + port + " is in use by another program. Stop that one, or choose another port with --port (0 takes any free one).");
        }
    }

    /**
     * Starts serving.
     *
     * @param port on loopback; 0 takes a free one
     * @throws PortInUse where another program has it
     */
    public WebServer(OwnNode node, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 64);
        } catch (BindException e) {
            throw new PortInUse(port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        this.node = node;
        tokens = new Tokens(node.entropy());
        threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("weft-web").factory());
        Desk desk = new Desk(node, new Guard(tokens, port()), tokens, streams);
        node.whenOpened(() -> node.shell().ifPresent(shell -> shell.watch(streams)));
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(desk, exchange));
        server.start();
    }

    private static void serve(Desk desk, HttpExchange exchange) {
        try (exchange) {
            desk.answer(exchange);
        } catch (IOException e) {
            // The browser went away: nothing to tell anybody.
        } catch (RuntimeException e) {
            LOG.warning("a fault in answering a page, " + Faults.places(e));
        }
    }

    /** At most so many connections at once to all that serves pages in this process; said before the first is made. */
    public static void mostConnections(int most) {
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(most));
    }

    static void send(HttpExchange exchange, Response response) throws IOException {
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            exchange.getResponseHeaders().add(header.getKey(), header.getValue());
        }
        if (!response.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
        }
        Bytes body = packed(exchange, response);
        boolean silent = body.size() == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), silent ? -1 : body.size());
        if (!silent) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body.toArray());
            }
        }
    }

    /**
     * Opens a door for devices on the home network, over plain HTTP.
     *
     * @param port on every address of this machine; 0 takes a free one
     * @param secure the door over TLS, where there is one, with its certificate
     * @param shown told the address and the code that is to be typed there, whenever there is another
     * @throws PortInUse where another program has it
     */
    public HomeDoor home(HomeNetwork network, int port, Optional<HomeDoor> secure, Optional<HomeCertificate> certificate,
            BiConsumer<String, String> shown) {
        HomeDoor door = new HomeDoor(node, streams, network, port, false, certificate, secure.map(HomeDoor::address), shown);
        doors.add(door);
        return door;
    }

    /** The same over TLS. */
    public HomeDoor secureHome(HomeNetwork network, int port, HomeCertificate certificate, BiConsumer<String, String> shown) {
        HomeDoor door = new HomeDoor(node, streams, network, port, true, Optional.of(certificate), Optional.empty(), shown);
        doors.add(door);
        return door;
    }

    /** Texts of some size go packed to whoever takes that: on a slow network it is what a page waits for. */
    private static Bytes packed(HttpExchange exchange, Response response) throws IOException {
        String type = response.contentType();
        boolean text = PACKED.stream().anyMatch(type::startsWith);
        String takes = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding")).orElse("");
        boolean takesIt = Stream.of(takes.split(",")).map(String::strip)
                .anyMatch(one -> one.equals("gzip") || one.startsWith("gzip;") && !one.matches("gzip; *q=0(\\.0*)?"));
        if (!text || !takesIt || response.body().size() < LEAST_PACKED || response.headers().containsKey("Content-Encoding")) {
            return response.body();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(response.body().size() / 3);
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(response.body().toArray());
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().add("Vary", "Accept-Encoding");
        return Bytes.wrap(out.toByteArray());
    }

    /** The port in use. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address with the start token: who opens it gets the cookie. */
    public String startLink() {
        return address() + "/start?token=" + tokens.start();
    }

    /** The same, for one use: it may be seen on another program's command line. */
    public String startLinkForOnce() {
        return address() + "/start?token=" + tokens.freshOnce();
    }

    /** The address without any token. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /** The token for the run file. */
    public String lineToken() {
        return tokens.line();
    }

    /** Stops serving; open streams end. */
    @Override
    public void close() {
        streams.close();
        doors.forEach(HomeDoor::close);
        server.stop(0);
        threads.shutdownNow();
    }
}
