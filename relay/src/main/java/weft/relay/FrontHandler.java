package weft.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import weft.relay.step.Tally;

/** What a relay says over plain HTTP: its information document, a page for people, figures for its keeper, the app's files. */
final class FrontHandler extends Handler.Abstract {
    private final RelaySettings settings;
    private final Supplier<Tally> tally;
    private final Optional<AppFolder> app;

    FrontHandler(RelaySettings settings, Supplier<Tally> tally) {
        super(Invocable.InvocationType.BLOCKING);
        this.settings = settings;
        this.tally = tally;
        this.app = settings.app().map(AppFolder::new);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        String method = request.getMethod();
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        if (method.equals("OPTIONS") && path.equals("/")) {
            openToAll(headers);
            response.setStatus(HttpStatus.NO_CONTENT_204);
            callback.succeeded();
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            headers.put(HttpHeader.ALLOW, "GET, HEAD");
            text(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "text/plain", "Only GET is answered here.\n");
        } else if (path.equals("/") && String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT)).contains("application/nostr+json")) {
            openToAll(headers);
            text(response, callback, HttpStatus.OK_200, "application/nostr+json", Information.document(settings));
        } else if (path.equals("/")) {
            headers.put("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            text(response, callback, HttpStatus.OK_200, "text/html", Information.page(settings, tally.get()));
        } else if (path.equals("/metrics")) {
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            text(response, callback, HttpStatus.OK_200, "text/plain; version=0.0.4", Information.metrics(tally.get()));
        } else {
            Optional<AppFolder.Answer> file = app.filter(folder -> path.startsWith("/app"))
                    .flatMap(folder -> folder.answer(path, String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))));
            if (file.isPresent()) {
                headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
                headers.put(HttpHeader.VARY, "Accept-Encoding");
                if (!file.get().packing().isEmpty()) {
                    headers.put(HttpHeader.CONTENT_ENCODING, file.get().packing());
                }
                file.get().location().ifPresent(location -> headers.put(HttpHeader.LOCATION, location));
                headers.put(HttpHeader.CONTENT_TYPE, file.get().type());
                response.setStatus(file.get().location().isPresent() ? HttpStatus.PERMANENT_REDIRECT_308 : HttpStatus.OK_200);
                response.write(true, ByteBuffer.wrap(file.get().content().toArray()), callback);
            } else {
                text(response, callback, HttpStatus.NOT_FOUND_404, "text/plain", "There is nothing here.\n");
            }
        }
        return true;
    }

    /** NIP-11 wants pages of any origin to be able to read the document. */
    private static void openToAll(HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Access-Control-Allow-Headers", "Accept");
        headers.put("Access-Control-Allow-Methods", "GET");
    }

    private static void text(Response response, Callback callback, int status, String type, String text) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type + (type.contains("json") ? "" : ";charset=utf-8"));
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
