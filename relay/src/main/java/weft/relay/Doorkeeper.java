package weft.relay;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;

/** Lets clients in: counts them in all and by network address, and does not wait for ever for a first request. */
final class Doorkeeper implements WebSocketCreator, Connection.Listener {
    private static final long LONGEST_REQUEST_SECONDS = 600;

    private final RelaySettings settings;
    private final RelayLoop loop;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    /** Connections that speak plain HTTP so far, and since when. */
    private final Map<Connection, Long> plain = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    Doorkeeper(RelaySettings settings, RelayLoop loop) {
        this.settings = settings;
        this.loop = loop;
    }

    @Override
    public @Nullable Object createWebSocket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String address = address(request);
        if (!enter(address)) {
            response.getHeaders().put("Retry-After", "60");
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "too many connections; try again later");
            return null;
        }
        // Nothing compressed, whatever is offered: sealed envelopes don't shrink, and Jetty's inflater gives frames on that nobody has asked for while
        // a link is held back, and breaks it (1011, "Demand already fulfilled").
        response.setExtensions(List.of());
        byte[] challenge = new byte[16];
        random.nextBytes(challenge);
        String host = settings.about().address().isEmpty() ? Optional.ofNullable(request.getHeaders().get("Host")).orElse("") : settings.about().address();
        AtomicBoolean left = new AtomicBoolean();
        return new SocketLink(numbers.incrementAndGet(), host, Bytes.wrap(challenge).hex(), address, settings.guard().outgoingBytes(), loop, () -> {
            if (left.compareAndSet(false, true)) {
                leave(address);
            }
        });
    }

    /** The network address that counts: the proxy's word for it only where the proxy is one's own. */
    private String address(ServerUpgradeRequest request) {
        String forwarded = request.getHeaders().get("X-Forwarded-For");
        if (settings.guard().forwarded() && forwarded != null) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return Request.getRemoteAddr(request);
    }

    private boolean enter(String address) {
        if (open.incrementAndGet() > settings.guard().links()) {
            open.decrementAndGet();
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > settings.guard().linksByAddress()) {
            leave(address);
            return false;
        }
        return true;
    }

    private void leave(String address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            plain.put(connection, System.nanoTime());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        plain.remove(connection);
    }

    /** Closes connections that drip a request, or are neither done nor upgraded after long. An upgraded one counts no more. */
    void sweep() {
        long now = System.nanoTime();
        plain.forEach((connection, since) -> {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - since);
            boolean silent = seconds >= settings.guard().requestSeconds() && connection.getMessagesIn() == 0;
            if (silent || seconds >= LONGEST_REQUEST_SECONDS) {
                connection.getEndPoint().close();
            }
        });
    }
}
