package weft.node.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who may ask. Other pages in the same browser are kept out by Host (against DNS rebinding), Origin and
 * Sec-Fetch-Site, the SameSite cookie and the form token; other programs and people by not knowing any token.
 */
final class Guard {
    private final Tokens tokens;
    private final int port;
    private final Set<String> hosts;
    private final String scheme;

    /** For a port on loopback. */
    Guard(Tokens tokens, int port) {
        this(tokens, port, Set.of("127.0.0.1", "localhost", "[::1]"), false);
    }

    /** For a port that is reached under some names. */
    Guard(Tokens tokens, int port, Set<String> names, boolean encrypted) {
        this.tokens = tokens;
        this.port = port;
        this.hosts = names.stream().map(name -> name + ":" + port).collect(Collectors.toUnmodifiableSet());
        this.scheme = encrypted ? "https" : "http";
    }

    /** Who asks. */
    enum Who {
        /** A browser with the cookie. */
        BROWSER,
        /** The command line with its token. */
        LINE,
        /** Nobody known. */
        STRANGER
    }

    /** Whether the request was meant for this very server. */
    boolean isForHere(HttpExchange exchange) {
        List<String> asked = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        return asked.size() == 1 && hosts.contains(asked.getFirst().toLowerCase(Locale.ROOT));
    }

    Who who(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String authorization = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        if (authorization.startsWith("Bearer ") && tokens.isLine(authorization.substring("Bearer ".length()))) {
            return Who.LINE;
        }
        return cookie(headers, cookieName()).filter(tokens::isCookie).isPresent() ? Who.BROWSER : Who.STRANGER;
    }

    /** Whether a request that changes something, or a live stream, comes from a page of this server and no other. */
    boolean isFromHere(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean ownOrigin = origin == null || origin.equals(scheme + "://" + headers.getFirst("Host"));
        return ownOrigin && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    /** Cookies are shared by all ports of a host, so the port is in the name. */
    String cookieName() {
        return "weft-" + port;
    }

    String cookieToSet() {
        return cookieName() + "=" + tokens.cookie() + "; Path=/; HttpOnly; SameSite=Strict" + (scheme.equals("https") ? "; Secure" : "");
    }

    static Optional<String> cookie(Headers headers, String name) {
        for (String line : headers.getOrDefault("Cookie", List.of())) {
            for (String pair : line.split(";")) {
                String stripped = pair.strip();
                if (stripped.startsWith(name + "=")) {
                    return Optional.of(stripped.substring(name.length() + 1));
                }
            }
        }
        return Optional.empty();
    }
}
