package weft.pages;

import java.util.Optional;
import weft.core.view.Views;

/** Answers requests: views to HTML or JSON, forms to commands. Every function here is pure. */
public final class Pages {
    /** The fewest characters of a new passphrase. */
    public static final int SHORTEST_PASSPHRASE = 10;

    private Pages() {}

    /** Answers a request from what can be seen now: HTML, or JSON of the same view where the request wants that. */
    public static Reply reply(Request request, Views views) {
        return new Reply.Page(trouble(request, Trouble.NOT_FOUND));
    }

    /** A style sheet, script, icon or manifest under {@code /assets/}; these need neither a cookie nor an open vault. */
    public static Optional<Response> asset(String path) {
        return Optional.empty();
    }

    /** The page shown while the vault is shut. */
    public static Response door(Request request, Door door) {
        return Response.text(door == Door.BEGIN ? 200 : 503, "text/plain; charset=utf-8", door.name());
    }

    /** A page with one clear sentence about what is wrong and what to do. */
    public static Response trouble(Request request, Trouble trouble) {
        return Response.text(trouble.status(), "text/plain; charset=utf-8", trouble.name() + request.path());
    }
}
