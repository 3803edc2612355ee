package weft.practice.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.practice.Ancestor;
import weft.practice.PracticeFault;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * Where an article is found: an {@code naddr} of NIP-19.
 *
 * @param name the article's {@code d}
 * @param key the public key that signs it, 32 bytes
 * @param relays where to ask, up to five
 */
public record ArticleAddress(String name, Bytes key, List<String> relays) {
    private static final String PREFIX = "naddr";
    private static final int NAME = 0;
    private static final int RELAY = 1;
    private static final int KEY = 2;
    private static final int KIND = 3;
    private static final int MOST_RELAYS = 5;

    /** Keeps an unmodifiable copy. */
    public ArticleAddress {
        relays = List.copyOf(relays);
    }

    /** As lineage writes it. */
    public Ancestor ancestor(Optional<Bytes> event) {
        return new Ancestor(Articles.KIND + ":" + key.hex() + ":" + name, event);
    }

    /** The {@code naddr}; its fields stand in the order in which most programs write them, so that one article has one address. */
    public String write() {
        Bytes out = field(KIND, Bytes.bigEndian(Articles.KIND, 4)).then(field(KEY, key));
        for (String relay : relays) {
            out = out.then(field(RELAY, Bytes.utf8(relay)));
        }
        return Bech32.write(PREFIX, out.then(field(NAME, Bytes.utf8(name))));
    }

    private static Bytes field(int type, Bytes value) {
        if (value.size() > 255) {
            throw new IllegalArgumentException("a field of an address has up to 255 bytes");
        }
        return Bytes.ofUnsigned(type, value.size()).then(value);
    }

    /** Reads an {@code naddr}, with or without {@code nostr:} before it; unknown fields are passed over, as NIP-19 wants it. */
    public static Checked<ArticleAddress> read(String text) {
        Optional<Bytes> data = Bech32.read(PREFIX, text.startsWith("nostr:") ? text.substring(6) : text);
        if (data.isEmpty()) {
            return Checked.bad(PracticeFault.BAD_NADDR, "letters or check");
        }
        Bytes fields = data.get();
        Optional<String> name = Optional.empty();
        Optional<Bytes> key = Optional.empty();
        boolean article = false;
        List<String> relays = new ArrayList<>();
        for (int at = 0; at < fields.size();) {
            if (at + 2 > fields.size() || at + 2 + fields.at(at + 1) > fields.size()) {
                return Checked.bad(PracticeFault.BAD_NADDR, "a field that ends early");
            }
            int type = fields.at(at);
            Bytes value = fields.slice(at + 2, at + 2 + fields.at(at + 1));
            at += 2 + value.size();
            if (type == NAME && name.isEmpty()) {
                name = Optional.of(value.text());
            } else if (type == RELAY && relays.size() < MOST_RELAYS) {
                relays.add(value.text());
            } else if (type == KEY && key.isEmpty() && value.size() == 32) {
                key = Optional.of(value);
            } else if (type == KIND && value.size() == 4 && value.bigEndianAt(0, 4) == Articles.KIND) {
                article = true;
            } else if (type == KEY || type == KIND || type == NAME) {
                return Checked.bad(PracticeFault.BAD_NADDR, "a field of the wrong size, twice, or of another kind");
            }
        }
        if (name.isEmpty() || key.isEmpty() || !article) {
            return Checked.bad(PracticeFault.BAD_NADDR, "a field is missing");
        }
        return Checked.good(new ArticleAddress(name.get(), key.get(), relays));
    }
}
