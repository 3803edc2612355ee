package weft.node.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BundleReport;
import weft.node.home.OwnNode;
import weft.node.shell.Carrying;
import weft.node.shell.NodeShell;
import weft.pages.Request;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/** Bundles over HTTP, streamed: {@code GET /bundle?circle=...} gives one, {@code POST /bundle} takes one in. */
final class BundleDesk {
    /** Where it is. */
    static final String PATH = "/bundle";

    private static final int LONGEST_TOKEN = 200;

    private final OwnNode node;

    BundleDesk(OwnNode node) {
        this.node = node;
    }

    /** Gives what is stored; false where the circle asked for is written wrong. */
    boolean give(HttpExchange exchange, NodeShell shell) throws IOException {
        List<String> wanted = Request.fields(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")).getOrDefault("circle", List.of());
        Optional<Bytes> circle = wanted.stream().findFirst().flatMap(Bytes::parseHex).filter(bytes -> bytes.size() == 32);
        if (!wanted.isEmpty() && circle.isEmpty()) {
            return false;
        }
        // Invitations tie nothing to a circle, so they go along where everything does.
        List<Event> invitations = circle.isEmpty() && shell.wish(new Command.PackInvitations()).join() instanceof Outcome.Packed(List<Event> events)
                ? events : List.of();
        exchange.getResponseHeaders().set("Content-Type", "application/gzip");
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"envelopes.weft\"");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            Carrying.write(shell.store(), circle, shell.now(), invitations, out);
        }
        return true;
    }

    /** Takes a bundle in and says what became of it. */
    BundleReport take(InputStream body, NodeShell shell) throws IOException {
        return Carrying.read(body, shell, node.primitives());
    }

    /**
     * Takes in the bundle of a form, whose token comes before the file.
     *
     * @return nothing where it is no such form or bears no good token: then nothing of it was taken
     */
    Optional<BundleReport> take(String contentType, InputStream body, NodeShell shell, Tokens tokens) throws IOException {
        Optional<Multipart> form = Multipart.of(contentType, body);
        if (form.isEmpty() || !form.get().next().orElse("").equals("token") || !form.get().text(LONGEST_TOKEN).filter(tokens::isForm).isPresent()
                || !form.get().next().orElse("").equals("bundle")) {
            return Optional.empty();
        }
        BundleReport report = take(form.get().content(), shell);
        form.get().next();
        return Optional.of(report);
    }
}
