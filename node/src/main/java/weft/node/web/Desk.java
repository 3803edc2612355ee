package weft.node.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BundleReport;
import weft.node.home.OwnNode;
import weft.node.shell.Faults;
import weft.node.shell.NodeShell;
import weft.node.shell.ShellClosed;
import weft.pages.CalendarFeed;
import weft.pages.Door;
import weft.pages.Means;
import weft.pages.Pages;
import weft.pages.Reply;
import weft.pages.Request;
import weft.pages.Response;
import weft.pages.Trouble;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.relay.AppFolder;

/** Answers one request: checks who asks, reads the form, asks the shell and the pages. */
final class Desk {
    private static final Logger LOG = Logger.getLogger("weft.node");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final long PATIENCE_SECONDS = 60;
    private static final String LANGUAGE_COOKIE = "weft-language";

    private final OwnNode node;
    private final Guard guard;
    private final Tokens tokens;
    private final LiveStreams streams;
    private final BundleDesk bundles;
    private final KeptPages kept;
    private final Means means;
    private final PracticeDesk practices;
    private final MapDesk maps;
    private final RoundDesk rounds = new RoundDesk();

    Desk(OwnNode node, Guard guard, Tokens tokens, LiveStreams streams) {
        this.node = node;
        this.guard = guard;
        this.tokens = tokens;
        this.streams = streams;
        this.bundles = new BundleDesk(node);
        this.kept = new KeptPages(node.entropy());
        this.practices = new PracticeDesk(node);
        this.maps = new MapDesk(node.folder());
        this.means = new Means(node.primitives(), weft.press.Clean::html, true, maps::current);
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Request bare = request(exchange, Map.of());
        if (!guard.isForHere(exchange)) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NO_START_TOKEN));
            return;
        }
        if (path.equals("/app") || path.startsWith("/app/")) {
            app(exchange, path, bare);
            return;
        }
        Optional<Response> asset = exchange.getRequestMethod().equals("POST") ? Optional.empty() : Pages.asset(path);
        if (asset.isPresent()) {
            WebServer.send(exchange, asset.get());
        } else if (CalendarFeed.isFor(path)) {
            WebServer.send(exchange, feed(bare));
        } else if (path.equals("/start")) {
            WebServer.send(exchange, start(bare));
        } else {
            switch (guard.who(exchange)) {
                case STRANGER -> WebServer.send(exchange, Pages.trouble(bare, Trouble.NO_START_TOKEN));
                case BROWSER -> answerKnown(exchange, bare, false);
                case LINE -> answerKnown(exchange, bare, true);
            }
        }
    }

    /** Weft for phones: the same files for everybody, so they need no token. */
    private static void app(HttpExchange exchange, String path, Request bare) throws IOException {
        Optional<AppFolder.Answer> found = exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD")
                ? AppFolder.builtHere().flatMap(folder -> new AppFolder(folder)
                        .answer(path, Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding")).orElse(""))) : Optional.empty();
        if (found.isEmpty()) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NOT_FOUND));
            return;
        }
        AppFolder.Answer file = found.get();
        Map<String, String> headers = new java.util.LinkedHashMap<>(Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer",
                "Cache-Control", "no-cache", "Vary", "Accept-Encoding"));
        if (!file.packing().isEmpty()) {
            headers.put("Content-Encoding", file.packing());
        }
        file.location().ifPresent(location -> headers.put("Location", location));
        WebServer.send(exchange, new Response(file.location().isPresent() ? 308 : 200, file.type(), headers, file.content()));
    }

    /** Calendar programs have no cookie: the secret in the path is all they need, and all they get is the calendar without names. */
    private Response feed(Request bare) {
        boolean get = bare.method().equals("GET") || bare.method().equals("HEAD");
        Optional<NodeShell> shell = node.gate() == OwnNode.Gate.OPEN && get ? node.shell() : Optional.empty();
        try {
            return shell.flatMap(open -> wait(open.look(views -> CalendarFeed.reply(bare.path(), views))))
                    .orElseGet(() -> Pages.trouble(bare, Trouble.NOT_FOUND));
        } catch (ShellClosed e) {
            return Pages.trouble(bare, Trouble.STOPPING);
        }
    }

    private Response start(Request bare) {
        boolean right = bare.query().getOrDefault("token", List.of()).stream().limit(1).anyMatch(tokens::isStart);
        if (!right) {
            return Pages.trouble(bare, Trouble.NO_START_TOKEN);
        }
        // The redirect leaves the token out of the address bar and of what a page could send on as a referrer.
        return seeOther(bare, "/").with("Set-Cookie", guard.cookieToSet());
    }

    private static Response seeOther(Request bare, String path) {
        Response like = Pages.trouble(bare, Trouble.NOT_FOUND);
        return new Response(303, "", like.headers(), Bytes.EMPTY).with("Location", path);
    }

    private void answerKnown(HttpExchange exchange, Request bare, boolean line) throws IOException {
        if (bare.path().equals(BundleDesk.PATH)) {
            bundle(exchange, bare, line);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> {
                Optional<Response> page = node.gate() == OwnNode.Gate.OPEN ? kept.find(bare.path()) : Optional.empty();
                if (page.isPresent()) {
                    WebServer.send(exchange, page.get());
                } else if (bare.path().equals("/live")) {
                    live(exchange, bare);
                } else {
                    WebServer.send(exchange, get(bare));
                }
            }
            case "POST" -> post(exchange, bare, line);
            default -> WebServer.send(exchange, Pages.trouble(bare, Trouble.WRONG_METHOD));
        }
    }

    /** A bundle is streamed, so it goes by the pages: from the command line as it is, from a page in a form with its token. */
    private void bundle(HttpExchange exchange, Request bare, boolean line) throws IOException {
        Optional<NodeShell> shell = node.gate() == OwnNode.Gate.OPEN ? node.shell() : Optional.empty();
        boolean taking = exchange.getRequestMethod().equals("POST");
        if (shell.isEmpty()) {
            WebServer.send(exchange, get(bare));
        } else if (taking) {
            take(exchange, bare, line, shell.get());
        } else if (!exchange.getRequestMethod().equals("GET") || !bundles.give(exchange, shell.get())) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NOT_FOUND));
        }
    }

    private void take(HttpExchange exchange, Request bare, boolean line, NodeShell shell) throws IOException {
        if (!line && !guard.isFromHere(exchange)) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.STALE_FORM));
            return;
        }
        try (InputStream body = exchange.getRequestBody()) {
            if (line) {
                WebServer.send(exchange, Pages.carried(bare.asJson(), bundles.take(body, shell)));
                return;
            }
            String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
            Optional<BundleReport> report = bundles.take(type, body, shell, tokens);
            if (report.isEmpty()) {
                // The rest of what may be a long file is not read.
                exchange.getResponseHeaders().set("Connection", "close");
            }
            WebServer.send(exchange, report.map(what -> Pages.carried(bare, what)).orElseGet(() -> Pages.trouble(bare, Trouble.STALE_FORM)));
        } catch (EOFException e) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NOT_UNDERSTOOD));
        }
    }

    private void live(HttpExchange exchange, Request bare) throws IOException {
        if (guard.isFromHere(exchange)) {
            streams.serve(exchange, Pages.trouble(bare, Trouble.NOT_FOUND));
        } else {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.STALE_FORM));
        }
    }

    private Response get(Request request) {
        Optional<Door> door = door();
        if (door.isPresent()) {
            return Pages.door(request, door.get());
        }
        return request.path().equals("/passphrase") ? Pages.door(request, Door.CHANGE) : reply(request);
    }

    private Optional<Door> door() {
        return switch (node.gate()) {
            case NEW -> Optional.of(Door.BEGIN);
            case LOCKED -> Optional.of(Door.LOCKED);
            case OPENING -> Optional.of(Door.OPENING);
            case OPEN -> Optional.empty();
        };
    }

    private void post(HttpExchange exchange, Request bare, boolean line) throws IOException {
        if (!line && !guard.isFromHere(exchange)) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.STALE_FORM));
            return;
        }
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
        if (bare.path().startsWith("/c/") && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
            upload(exchange, bare, type, line);
            return;
        }
        if (!type.split(";")[0].strip().equalsIgnoreCase(FORM)) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NOT_UNDERSTOOD));
            return;
        }
        int most = Pages.mostFormBytes(bare.path());
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(most + 1);
        }
        if (body.length > most) {
            exchange.getResponseHeaders().set("Connection", "close");
            WebServer.send(exchange, Pages.trouble(bare, Trouble.TOO_MUCH));
            return;
        }
        try (SecretForm form = new SecretForm(body, node.primitives())) {
            if (!line && !tokens.isForm(form.text("token"))) {
                WebServer.send(exchange, Pages.trouble(bare, Trouble.STALE_FORM));
                return;
            }
            WebServer.send(exchange, switch (bare.path()) {
                case "/begin" -> begin(bare, form);
                case "/unlock" -> unlock(bare, form);
                case "/passphrase" -> change(bare, form);
                default -> act(exchange, form);
            });
        }
    }

    /** A form with pictures, sent without a script. */
    private void upload(HttpExchange exchange, Request bare, String type, boolean line) throws IOException {
        Optional<Map<String, List<String>>> fields;
        try (InputStream in = exchange.getRequestBody()) {
            fields = BookForm.isFor(bare.path()) ? BookForm.read(type, in) : UploadForm.read(type, in);
        } catch (EOFException e) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.NOT_UNDERSTOOD));
            return;
        }
        if (fields.isEmpty()) {
            exchange.getResponseHeaders().set("Connection", "close");
            WebServer.send(exchange, Pages.trouble(bare, Trouble.TOO_MUCH));
        } else if (!line && !tokens.isForm(fields.get().getOrDefault("token", List.of("")).getFirst())) {
            WebServer.send(exchange, Pages.trouble(bare, Trouble.STALE_FORM));
        } else {
            WebServer.send(exchange, get(request(exchange, fields.get())));
        }
    }

    private Response act(HttpExchange exchange, SecretForm form) {
        Optional<Secret> passphrase = form.take(Request.PASSPHRASE);
        try {
            Request plain = request(exchange, Request.fields(form.rest()));
            Request request = passphrase.map(plain::with).orElse(plain);
            Optional<Door> door = door();
            return door.isPresent() ? Pages.door(request, door.get()) : reply(request);
        } finally {
            passphrase.ifPresent(Secret::destroy);
        }
    }

    private Response begin(Request request, SecretForm form) {
        Optional<Secret> first = form.secret("passphrase");
        Optional<Secret> again = form.secret("again");
        try {
            if (!same(first, again)) {
                return Pages.door(request, Door.BEGIN_DIFFERENT);
            }
            if (characters(first.get()) < Pages.SHORTEST_PASSPHRASE) {
                return Pages.door(request, Door.BEGIN_SHORT);
            }
            return entered(request, node.begin(first.get().copy()));
        } finally {
            first.ifPresent(Secret::destroy);
            again.ifPresent(Secret::destroy);
        }
    }

    /** The vault is sealed anew under another passphrase. */
    private Response change(Request request, SecretForm form) {
        Optional<Secret> first = form.secret("passphrase");
        Optional<Secret> again = form.secret("again");
        Optional<NodeShell> shell = node.gate() == OwnNode.Gate.OPEN ? node.shell() : Optional.empty();
        try {
            if (shell.isEmpty()) {
                return get(request);
            }
            if (!same(first, again)) {
                return Pages.door(request, Door.CHANGE_DIFFERENT);
            }
            if (characters(first.get()) < Pages.SHORTEST_PASSPHRASE) {
                return Pages.door(request, Door.CHANGE_SHORT);
            }
            Outcome outcome = wait(shell.get().wish(new Command.ChangePassphrase(first.get().copy())));
            return Pages.door(request, outcome instanceof Outcome.Done ? Door.CHANGED : Door.CHANGE_NOT_STORED);
        } finally {
            first.ifPresent(Secret::destroy);
            again.ifPresent(Secret::destroy);
        }
    }

    private Response unlock(Request request, SecretForm form) {
        Optional<Secret> passphrase = form.secret("passphrase");
        return passphrase.isEmpty() ? Pages.door(request, Door.LOCKED_WRONG) : entered(request, node.unlock(passphrase.get()));
    }

    private static Response entered(Request request, OwnNode.Entry entry) {
        return switch (entry) {
            case IN, TOO_LATE -> seeOther(request, "/");
            case WRONG -> Pages.door(request, Door.LOCKED_WRONG);
            case DAMAGED, UNREADABLE -> Pages.door(request, Door.LOCKED_DAMAGED);
            case NOT_STORED -> Pages.door(request, Door.BEGIN_NOT_STORED);
        };
    }

    private static boolean same(Optional<Secret> one, Optional<Secret> other) {
        return one.isPresent() && other.isPresent() && same(one.get(), other.get());
    }

    private static boolean same(Secret one, Secret other) {
        byte[] a = new byte[one.size()];
        byte[] b = new byte[other.size()];
        one.copyTo(a, 0);
        other.copyTo(b, 0);
        int difference = a.length ^ b.length;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            difference |= a[i] ^ b[i];
        }
        java.util.Arrays.fill(a, (byte) 0);
        java.util.Arrays.fill(b, (byte) 0);
        return difference == 0;
    }

    /** Code points of a UTF-8 text, counted without making it a String. */
    private static int characters(Secret secret) {
        byte[] copy = new byte[secret.size()];
        secret.copyTo(copy, 0);
        int count = 0;
        for (byte b : copy) {
            count += (b & 0xc0) == 0x80 ? 0 : 1;
        }
        java.util.Arrays.fill(copy, (byte) 0);
        return count;
    }

    private Response reply(Request request) {
        Optional<NodeShell> shell = node.shell();
        if (shell.isEmpty()) {
            rounds.forget();
            return Pages.door(request, Door.OPENING);
        }
        try {
            Optional<Response> made = practices.answer(request, shell.get());
            if (made.isPresent()) {
                return made.get();
            }
            Optional<Response> map = maps.answer(request, shell.get(), means);
            if (map.isPresent()) {
                return map.get();
            }
            Optional<Response> round = rounds.answer(request, shell.get(), means);
            if (round.isPresent()) {
                return round.get();
            }
            return switch (wait(shell.get().look(views -> Pages.reply(request, views, means)))) {
                case Reply.Page(Response response) -> response;
                case Reply.Kept(Response response) -> kept.keep(response);
                case Reply.KeepLanguage(String language, Response response) -> response.with(
                        "Set-Cookie", LANGUAGE_COOKIE + "=" + language + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict");
                case Reply.Act act -> {
                    Outcome outcome = wait(shell.get().wish(act.command()));
                    yield act.then().apply(outcome);
                }
            };
        } catch (ShellClosed e) {
            return Pages.trouble(request, Trouble.STOPPING);
        } catch (RuntimeException | IOException e) {
            LOG.warning("a fault in the program, " + Faults.places(e) + ", for a " + request.method());
            return Pages.trouble(request, Trouble.BROKEN);
        }
    }

    static <T> T wait(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShellClosed();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the shell did not answer");
        }
    }

    Request request(HttpExchange exchange, Map<String, List<String>> form) {
        var headers = exchange.getRequestHeaders();
        String accept = Optional.ofNullable(headers.getFirst("Accept")).orElse("");
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Request.fields(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
                form,
                Optional.ofNullable(headers.getFirst("Accept-Language")).orElse(""),
                Guard.cookie(headers, LANGUAGE_COOKIE),
                ZoneId.systemDefault(),
                accept.contains("application/json"),
                tokens.form(),
                Optional.empty());
    }
}
