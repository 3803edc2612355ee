package weft.node.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import weft.node.home.OwnNode;
import weft.node.shell.Faults;
import weft.pages.Pages;
import weft.pages.Pairing;
import weft.pages.Request;
import weft.pages.Response;
import weft.pages.Trouble;
import weft.primitives.Bytes;

/**
 * The pages of a node for devices on the home network, each let in once by a code that stands on the node's screen.
 *
 * <p>Over plain HTTP nothing is secret from who is on that network, so no passphrase is asked for there, and browsers run no
 * service worker: the pages are this node's own. Over TLS with the home's own certificate both work, and Weft for phones is served.
 * Requests from addresses outside of the home network are not answered.
 */
public final class HomeDoor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("weft.node");
    private static final int LONGEST_FORM = 4096;

    private final OwnNode node;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("weft-home").factory());
    private final Tokens tokens;
    private final Guard guard;
    private final Desk desk;
    private final PairingCode code;
    private final HomeNetwork network;
    private final Optional<HomeCertificate> certificate;
    private final boolean encrypted;
    private final Optional<String> secureAddress;

    /**
     * Begins to serve.
     *
     * @param port on every address of this machine; 0 takes a free one
     * @param encrypted whether over TLS, for which there has to be a certificate
     * @param certificate the home's own; over plain HTTP it is given out where there is one
     * @param secureAddress where the same is served over TLS
     * @param shown told this address and the code that is to be typed there, whenever there is another
     */
    HomeDoor(OwnNode node, LiveStreams streams, HomeNetwork network, int port, boolean encrypted, Optional<HomeCertificate> certificate,
            Optional<String> secureAddress, BiConsumer<String, String> shown) {
        this.node = node;
        this.network = network;
        this.encrypted = encrypted;
        this.certificate = certificate;
        this.secureAddress = secureAddress;
        server = server(port);
        tokens = new Tokens(node.entropy());
        guard = new Guard(tokens, port(), network.names(), encrypted);
        desk = new Desk(node, guard, tokens, streams);
        code = new PairingCode(node.entropy(), next -> shown.accept(address(), next));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private HttpServer server(int port) {
        try {
            InetSocketAddress everywhere = new InetSocketAddress(port);
            if (!encrypted) {
                return HttpServer.create(everywhere, 64);
            }
            HttpsServer secure = HttpsServer.create(everywhere, 64);
            secure.setHttpsConfigurator(new HttpsConfigurator(certificate.orElseThrow().context()));
            return secure;
        } catch (BindException e) {
            throw new WebServer.PortInUse(port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The port in use. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** How it is reached from the home network. */
    public String address() {
        return (encrypted ? "https://" : "http://") + network.address() + ":" + port() + "/";
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            InetAddress from = exchange.getRemoteAddress().getAddress();
            if (HomeNetwork.isNear(from)) {
                answer(exchange);
            }
        } catch (IOException e) {
            // The browser went away: nothing to tell anybody.
        } catch (RuntimeException e) {
            LOG.warning("a fault in answering a page at home, " + Faults.places(e));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean get = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
        Request bare = desk.request(exchange, Map.of());
        if (!guard.isForHere(exchange)) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NOT_FOUND));
        } else if (path.equals("/home.crt") && get && certificate.isPresent()) {
            WebServer.send(exchange, new Response(200, "application/x-x509-ca-cert",
                    new LinkedHashMap<>(Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff")), certificate.get().forDevices()));
        } else if (get && (path.equals("/app") || path.startsWith("/app/") || path.startsWith("/assets/"))) {
            desk.answer(exchange);
        } else if (guard.who(exchange) == Guard.Who.BROWSER) {
            known(exchange, bare);
        } else if (path.equals("/pair") && !get) {
            pair(exchange, bare);
        } else {
            WebServer.send(exchange, Pages.pairing(bare, new Pairing(Pairing.Stage.ASK, encrypted, secureAddress)));
        }
    }

    /** Where all can be read that passes, the passphrase must not pass. */
    private void known(HttpExchange exchange, Request bare) throws IOException {
        boolean passphrase = bare.path().equals("/passphrase") || bare.path().equals("/unlock") || bare.path().equals("/begin");
        boolean shut = node.gate() == OwnNode.Gate.NEW || node.gate() == OwnNode.Gate.LOCKED;
        if (bare.path().equals("/pair")) {
            WebServer.send(exchange, seeOther(bare));
        } else if (!encrypted && (passphrase || shut)) {
            WebServer.send(exchange, Pages.pairing(bare, new Pairing(Pairing.Stage.SHUT, false, secureAddress)));
        } else {
            desk.answer(exchange);
        }
    }

    private void pair(HttpExchange exchange, Request bare) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LONGEST_FORM);
        }
        String typed = Request.fields(new String(body, StandardCharsets.UTF_8)).getOrDefault("code", java.util.List.of("")).getFirst();
        if (!guard.isFromHere(exchange)) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.STALE_FORM));
        } else if (code.lets(typed)) {
            WebServer.send(exchange, seeOther(bare).with("Set-Cookie", guard.cookieToSet()));
        } else {
            WebServer.send(exchange, Pages.pairing(bare, new Pairing(Pairing.Stage.WRONG, encrypted, secureAddress)));
        }
    }

    private static Response seeOther(Request bare) {
        return new Response(303, "", Pages.trouble(bare, Trouble.NOT_FOUND).headers(), Bytes.EMPTY).with("Location", "/");
    }

    /** Stops serving. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
