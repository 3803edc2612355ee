package weft.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import weft.primitives.Bytes;

/**
 * What goes back. The security headers are in it already, the same from every shell.
 *
 * @param status the HTTP status
 * @param contentType the header of that name; empty where there is no body
 * @param headers all others, by name
 * @param body may be empty
 */
public record Response(int status, String contentType, Map<String, String> headers, Bytes body) {
    /** What a page may load: its own style sheet, script, pictures and live updates; nothing inline, nothing foreign. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /** Keeps an unmodifiable copy. */
    public Response {
        headers = Map.copyOf(headers);
    }

    /** A text of some type, never stored by anybody. */
    static Response text(int status, String contentType, String body) {
        return new Response(status, contentType, secured("no-store"), Bytes.utf8(body));
    }

    /** A text to be kept as a file of some name: ASCII letters, digits, dots and hyphens. */
    static Response file(String name, String body) {
        return text(200, "text/plain; charset=utf-8", body).with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** A file of the program, the same for everybody until the program changes; lasting where its address changes with it. */
    static Response asset(String contentType, Bytes body, boolean lasting) {
        return new Response(200, contentType, secured(lasting ? "max-age=31536000, immutable" : "no-cache"), body);
    }

    /** A picture that somebody sent; never stored by anybody. */
    static Response picture(String contentType, Bytes body) {
        return new Response(200, contentType, secured("no-store"), body);
    }

    /** "See other": look there with a GET. */
    static Response redirect(String path) {
        Map<String, String> headers = new LinkedHashMap<>(secured("no-store"));
        headers.put("Location", path);
        return new Response(303, "", headers, Bytes.EMPTY);
    }

    /** The same response with one more header. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, more, body);
    }

    private static Map<String, String> secured(String cacheControl) {
        return Map.of(
                "Cache-Control", cacheControl,
                "Content-Security-Policy", CONTENT_SECURITY_POLICY,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
    }
}
