package weft.pages;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Secret;

/**
 * What a browser, a command line or a test asks. The shell has checked host, cookie, origin and form token already.
 *
 * @param method {@code GET}, {@code HEAD} or {@code POST}
 * @param path from the slash on, still percent-encoded, without the query
 * @param query the fields of the query
 * @param form the fields of a posted form, {@code application/x-www-form-urlencoded}; empty for a GET
 * @param acceptLanguage the header of that name, or empty
 * @param language the language the person chose, kept by the shell
 * @param zone the zone in which this machine shows times
 * @param wantsJson whether {@code Accept} asks for {@code application/json}
 * @param csrfToken the token to embed in every form as field {@code token}
 * @param passphrase the field of that name, which the shell took out of the form before it became a text, and destroys afterwards
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        String acceptLanguage,
        Optional<String> language,
        ZoneId zone,
        boolean wantsJson,
        String csrfToken,
        Optional<Secret> passphrase) {
    /** The field that is never read as a text. */
    public static final String PASSPHRASE = "passphrase";

    /** The most fields that a query or a form may have; more are dropped. */
    public static final int MOST_FIELDS = 5_000;

    /** Keeps unmodifiable copies. */
    public Request {
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    /** A plain GET of a path with an optional query, in UTC. */
    public static Request get(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, List<String>> query = mark < 0 ? Map.of() : fields(target.substring(mark + 1));
        return new Request("GET", path, query, Map.of(), "", Optional.empty(), ZoneOffset.UTC, false, "", Optional.empty());
    }

    /** A POST of an encoded form, in UTC. */
    public static Request post(String target, String encodedForm) {
        Request get = get(target);
        return new Request("POST", get.path, get.query, fields(encodedForm), "", Optional.empty(), ZoneOffset.UTC, false, "", Optional.empty());
    }

    /** The same, asking for JSON. */
    public Request asJson() {
        return new Request(method, path, query, form, acceptLanguage, language, zone, true, csrfToken, passphrase);
    }

    /** The same with another language header. */
    public Request withLanguage(String accept) {
        return new Request(method, path, query, form, accept, language, zone, wantsJson, csrfToken, passphrase);
    }

    /** The same with a form token. */
    public Request withToken(String token) {
        return new Request(method, path, query, form, acceptLanguage, language, zone, wantsJson, token, passphrase);
    }

    /** The same with a passphrase, which stays the caller's. */
    public Request with(Secret typed) {
        return new Request(method, path, query, form, acceptLanguage, language, zone, wantsJson, csrfToken, Optional.of(typed));
    }

    /** The first value of a form field, trimmed, or empty. */
    String field(String name) {
        return form.getOrDefault(name, List.of("")).getFirst().strip();
    }

    /** The first value of a query field, trimmed, or nothing where it is missing or empty. */
    Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.getFirst().strip()).filter(value -> !value.isEmpty());
    }

    /**
     * Reads {@code application/x-www-form-urlencoded} text (WHATWG URL, section 5.1). What is not well formed is taken as
     * it stands; nothing throws.
     */
    public static Map<String, List<String>> fields(String encoded) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        int count = 0;
        for (int from = 0; from < encoded.length() && count < MOST_FIELDS; count++) {
            int end = encoded.indexOf('&', from);
            end = end < 0 ? encoded.length() : end;
            String pair = encoded.substring(from, end);
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                out.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
            from = end + 1;
        }
        return out;
    }

    private static String decoded(String text) {
        byte[] raw = Bytes.utf8(text.replace('+', ' ')).toArray();
        byte[] out = new byte[raw.length];
        int size = 0;
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                out[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[size++] = raw[i];
            }
        }
        return Bytes.of(java.util.Arrays.copyOf(out, size)).text();
    }
}
