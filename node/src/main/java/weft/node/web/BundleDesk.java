package weft.node.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import weft.node.home.OwnNode;
import weft.node.shell.Carrying;
import weft.node.shell.NodeShell;
import weft.pages.Request;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** Bundles over HTTP, streamed: {@code GET /bundle?circle=...} gives one, {@code POST /bundle} takes one in. */
final class BundleDesk {
    /** Where it is. */
    static final String PATH = "/bundle";

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
        exchange.getResponseHeaders().set("Content-Type", "application/gzip");
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"envelopes.weft\"");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            Carrying.write(shell.store(), circle, shell.now(), out);
        }
        return true;
    }

    /** Takes a bundle in and answers what became of it. */
    Json.Obj take(InputStream body, NodeShell shell) throws IOException {
        Carrying.Report report = Carrying.read(body, shell, node.primitives());
        Object[] faults = report.faults().entrySet().stream().flatMap(fault -> java.util.stream.Stream.<Object>of(fault.getKey(), fault.getValue())).toArray();
        return Json.object("ok", true, "lines", report.lines(), "taken", report.taken(), "known", report.known(), "foreign", report.foreign(),
                "over", report.over(), "unreadable", report.unreadable(), "faults", Json.object(faults),
                "damaged", report.damaged(), "stopped", report.stopped());
    }
}
