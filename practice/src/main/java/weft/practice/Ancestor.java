package weft.practice;

import java.util.Optional;
import java.util.regex.Pattern;
import weft.primitives.Bytes;

/**
 * What a practice came from.
 *
 * @param address the name of a file beside it, or {@code 30023:<public key, hex>:<name>} of an article (NIP-01, NIP-23)
 * @param event the very revision, 32 bytes, where it is known
 */
public record Ancestor(String address, Optional<Bytes> event) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern ARTICLE = Pattern.compile("30023:[0-9a-f]{64}:[^\\s\\p{Cntrl}]{0,200}");

    /** Reads {@code address} or {@code address event-id}; nothing where it is neither. */
    public static Optional<Ancestor> read(String text) {
        int space = text.indexOf(' ');
        String address = space < 0 ? text : text.substring(0, space);
        if (!NAME.matcher(address).matches() && !ARTICLE.matcher(address).matches()) {
            return Optional.empty();
        }
        if (space < 0) {
            return Optional.of(new Ancestor(address, Optional.empty()));
        }
        return Bytes.parseHex(text.substring(space + 1)).filter(id -> id.size() == 32).map(id -> new Ancestor(address, Optional.of(id)));
    }

    /** Whether the address is that of an article, not of a file. */
    public boolean article() {
        return address.startsWith("30023:");
    }

    /** As {@link #read} takes it. */
    public String write() {
        return address + event.map(id -> " " + id.hex()).orElse("");
    }
}
