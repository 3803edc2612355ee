package weft.core.invite;

import java.util.List;
import weft.core.codec.SecretReader;
import weft.core.codec.SecretWriter;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * A circle as it is handed over: {@code 01 c (32) grace (1) relays tree}, where {@code tree} is the tree's own form with
 * its size in four bytes before it. What the tree has forgotten is not in it.
 *
 * @param key c; destroyed by who holds this
 * @param tree the forgetting tree, serialised; likewise
 * @param graceDays 0..28
 * @param relays the circle's relays
 */
public record HandOver(Secret key, Secret tree, int graceDays, List<String> relays) implements AutoCloseable {
    /** The longest grace. */
    public static final int GRACE_DAYS = 28;

    /** Keeps an unmodifiable copy. */
    public HandOver {
        relays = List.copyOf(relays);
    }

    /** Its binary form. */
    public Secret write(Primitives p) {
        return new SecretWriter().u8(1).secret(key).u8(graceDays).texts(relays).sizedSecret(tree).finish(p);
    }

    /** Reads the binary form, strictly. */
    public static Checked<HandOver> read(Primitives p, Secret content) {
        try (SecretReader in = new SecretReader(p, content)) {
            int version = in.u8();
            Secret key = in.secret(32);
            int grace = in.u8();
            List<String> relays = in.texts();
            HandOver read = new HandOver(key, in.sizedSecret(), grace, relays);
            boolean fits = in.finished() && version == 1 && p.isKey(read.key) && read.graceDays <= GRACE_DAYS
                    && read.relays.size() <= RelayAddress.MOST && read.relays.stream().allMatch(RelayAddress::isOne);
            if (fits) {
                return Checked.good(read);
            }
            read.close();
            return Checked.bad(InvitationFault.MALFORMED_CIRCLE, "version " + version);
        }
    }

    /** Destroys the secrets. */
    @Override
    public void close() {
        key.destroy();
        tree.destroy();
    }
}
