package weft.node.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.view.Ref;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.node.shell.Links;
import weft.primitives.Bytes;
import weft.wire.json.Json;
import weft.wire.message.ClientMessage;

/**
 * A node with one of everything, asked in process: through its own desk, guard, shell and pages, with no socket in between. A request is a text:
 *
 * <pre>
 * WHO METHOD TARGET        WHO: line (the command line), browser, page (a browser's form with its token), stranger, elsewhere (another host's name)
 * Name: value              any number of headers
 *
 * the body
 * </pre>
 *
 * <p>Words in braces stand for what differs from world to world: {circle}, {thread}, {token}, ...
 */
final class HttpWorld implements AutoCloseable {
    private static final int PORT = 7338;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final OwnNode node;
    private final Tokens tokens;
    private final Guard guard;
    private final Desk desk;
    final Map<String, String> words = new LinkedHashMap<>();

    /** What came back. */
    record Answer(int status, String type, String location, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final class NoLinks implements Links {
        @Override
        public void open(int link, String address) {}

        @Override
        public void send(int link, ClientMessage message) {}

        @Override
        public void shut(int link) {}

        @Override
        public void close() {}
    }

    HttpWorld() {
        Path folder;
        try {
            folder = Files.createTempDirectory("weft-http");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        OwnNode.Setting usual = TestNode.setting(folder);
        node = OwnNode.at(new OwnNode.Setting(folder, usual.primitives(), usual.entropy(), usual.clock(), usual.cost(), ear -> new NoLinks()));
        tokens = new Tokens(node.entropy());
        guard = new Guard(tokens, PORT);
        desk = new Desk(node, guard, tokens, new LiveStreams());
        if (node.begin(TestNode.secret(TestNode.PASSPHRASE)) != OwnNode.Entry.IN) {
            throw new IllegalStateException("not begun");
        }
        node.shell().orElseThrow().ready().join();
        furnish();
    }

    private void furnish() {
        LocalDate day = LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(3);
        words.put("day", day.toString());
        words.put("token", tokens.form());
        words.put("start", tokens.start());
        words.put("circle", done("/circles/new", "name=Quillfeather+Lane&relays=&grace=1").text("circle").orElseThrow());
        String circle = "/c/" + words.get("circle");
        words.put("thread", thread(circle + "/post", "side=need&title=A+ladder&text=For+quinces&kind=tools&where=Mill&forWhom=me&language=en&aside=3+Mill+Lane"));
        words.put("doing", thread(circle + "/doing", "title=Kitchen&start=" + day + "T18:00&end=21:00&repeat=weekly&shifts=18:00-20:00+Cooking+4&things=A+pot"
                + "&where=School&text=Come"));
        words.put("thing", thread(circle + "/thing", "title=The+drill&text=Heavy&kind=tools&where=Shed&care=Dry&with=A+case"));
        words.put("place", thread(circle + "/place", "title=The+shed&where=Mill&hours=Mo-Fr+09:00-12:00&there=A+bench"));
        words.put("practice", thread(circle + "/practices/take",
                "put=1&language=en&text=---%0Atitle:+Soup%0Alanguage:+en%0Afor:+4%0A---%0A%0A%23+Soup%0A%0AAdd+2+kg+of+leeks.%0A"));
        words.put("draft", done(circle + "/write", "title=Bread&language=en").text("draft").orElse(""));
        words.put("invitation", done(circle + "/invite", "").text("invitation").orElse(""));
        node.shell().orElseThrow().wish(new Command.CalendarAddress(true)).join();
        words.put("feed", node.shell().orElseThrow().look(views -> views.ownCalendar().feed().orElseThrow().hex()).join());
    }

    private String thread(String path, String form) {
        return done(path, form).text("thread").orElseThrow(() -> new IllegalStateException(path));
    }

    private Json.Obj done(String path, String form) {
        Answer answer = ask("line POST " + path + "\nAccept: application/json\nContent-Type: " + FORM + "\n\n" + form).orElseThrow();
        if (answer.status >= 300 || !(Json.read(answer.text()).orThrow() instanceof Json.Obj object)) {
            throw new IllegalStateException(path + ": " + answer.status + " " + answer.text());
        }
        return object;
    }

    /** Whether what requests speak of is all still there, and the vault open. */
    boolean isWhole() {
        Bytes circle = Bytes.hex(words.get("circle"));
        return node.gate() == OwnNode.Gate.OPEN && node.shell().orElseThrow().look(views -> views.circles().size() < 5
                && views.thread(new Ref(circle, Bytes.hex(words.get("thread")))).isPresent()
                && views.practice(new Ref(circle, Bytes.hex(words.get("practice")))).isPresent()
                && views.drafts().stream().anyMatch(draft -> draft.id().hex().equals(words.get("draft")))).join();
    }

    /** Whether a request would look for a relay outside of this machine. */
    static boolean reachesOut(String request) {
        return request.contains("/publish") && request.contains("ws") || request.contains("naddr1");
    }

    /** What the desk answers; nothing where the server that stands before it would not even hand the request on. */
    Optional<Answer> ask(String request) {
        String filled = request;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        int end = filled.indexOf("\n\n");
        String[] head = (end < 0 ? filled : filled.substring(0, end)).split("\n", -1);
        String[] line = head[0].split(" ", 3);
        if (line.length < 3) {
            return Optional.empty();
        }
        URI target;
        try {
            target = new URI(line[2]);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        // A server hands on none without a path of its own.
        if (target.getRawPath() == null || !line[2].startsWith("/") || line[2].startsWith("//")) {
            return Optional.empty();
        }
        Headers headers = headers(line[0], head);
        Asked asked = new Asked(line[1], target, headers, end < 0 ? "" : filled.substring(end + 2));
        try {
            desk.answer(asked);
        } catch (IOException e) {
            if (!asked.live()) {
                throw new AssertionError("a fault with a request's own bytes", e);
            }
        }
        return Optional.of(new Answer(asked.status, Optional.ofNullable(asked.answer.getFirst("Content-Type")).orElse(""),
                Optional.ofNullable(asked.answer.getFirst("Location")).orElse(""), asked.out.toByteArray()));
    }

    private Headers headers(String who, String[] head) {
        Headers headers = new Headers();
        headers.set("Host", who.equals("elsewhere") ? "example.org" : "127.0.0.1:" + PORT);
        switch (who) {
            case "line" -> headers.set("Authorization", "Bearer " + tokens.line());
            case "browser", "page" -> headers.set("Cookie", guard.cookieName() + "=" + tokens.cookie());
            default -> { }
        }
        if (who.equals("page")) {
            headers.set("Content-Type", FORM);
            headers.set("Origin", "http://127.0.0.1:" + PORT);
        }
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            try {
                if (colon > 0) {
                    headers.set(head[i].substring(0, colon).strip(), head[i].substring(colon + 1).strip());
                }
            } catch (IllegalArgumentException | NullPointerException e) {
                // No header that a server would hand on.
            }
        }
        return headers;
    }

    @Override
    public void close() {
        node.close();
        try (var files = Files.walk(node.folder())) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One request, as the server of the JDK hands it on. */
    private static final class Asked extends HttpExchange {
        private final String method;
        private final URI target;
        private final Headers headers;
        private final InputStream in;
        private final Headers answer = new Headers();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int status = -1;

        Asked(String method, URI target, Headers headers, String body) {
            this.method = method;
            this.target = target;
            this.headers = headers;
            this.in = new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1));
        }

        boolean live() {
            return "text/event-stream; charset=utf-8".equals(answer.getFirst("Content-Type"));
        }

        @Override
        public Headers getRequestHeaders() {
            return headers;
        }

        @Override
        public Headers getResponseHeaders() {
            return answer;
        }

        @Override
        public URI getRequestURI() {
            return target;
        }

        @Override
        public String getRequestMethod() {
            return method;
        }

        @Override
        public InputStream getRequestBody() {
            return in;
        }

        @Override
        public OutputStream getResponseBody() {
            return !live() ? out : new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("the page went away");
                }
            };
        }

        @Override
        public void sendResponseHeaders(int code, long length) throws IOException {
            if (status != -1) {
                throw new IOException("answered twice");
            }
            status = code;
        }

        @Override
        public HttpContext getHttpContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}

        @Override
        public InetSocketAddress getRemoteAddress() {
            return new InetSocketAddress("127.0.0.1", 40_000);
        }

        @Override
        public int getResponseCode() {
            return status;
        }

        @Override
        public InetSocketAddress getLocalAddress() {
            return new InetSocketAddress("127.0.0.1", PORT);
        }

        @Override
        public String getProtocol() {
            return "HTTP/1.1";
        }

        @Override
        public Object getAttribute(String name) {
            return null;
        }

        @Override
        public void setAttribute(String name, Object value) {}

        @Override
        public void setStreams(InputStream input, OutputStream output) {}

        @Override
        public HttpPrincipal getPrincipal() {
            return null;
        }
    }
}
