package weft.core.invite;

import java.util.ArrayList;
import java.util.List;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * An invitation as it is handed over: {@code weft:} and base64url without padding of
 *
 * <pre>
 * 01  K (32)  s (16)  hours (4)  n (1)  n × ( size (1)  address )  check (4)
 * </pre>
 *
 * where {@code hours} counts from the Unix epoch, numbers are big endian, and {@code check} is the beginning of
 * SHA-256("weft/1 invitation" ‖ all before). Every later version ends with the same check, so that a changed letter is
 * told apart from a newer version.
 *
 * @param key K, 32 bytes: the inviter's one-time public key
 * @param proof s, 16 bytes: shows whoever knocks that they hold the link
 * @param validHours hours since the Unix epoch until which it may be used
 * @param relays where the inviter's node listens; at most {@link RelayAddress#MOST}
 */
public record InvitationLink(Bytes key, Bytes proof, long validHours, List<String> relays) {
    /** What a link begins with. */
    public static final String SCHEME = "weft:";
    /** Bytes of s. */
    public static final int PROOF_BYTES = 16;

    private static final Bytes NEAR = Bytes.utf8("weft/1 invitation near");
    private static final Bytes LABEL = Bytes.utf8("weft/1 invitation");
    private static final int CHECK_BYTES = 4;
    private static final int CHARACTERS = 4096;
    private static final int FIXED = 1 + 32 + PROOF_BYTES + 4 + 1;

    /** Keeps an unmodifiable copy. */
    public InvitationLink {
        relays = List.copyOf(relays);
        if (key.size() != 32 || proof.size() != PROOF_BYTES || validHours < 0 || validHours >>> 32 != 0
                || relays.size() > RelayAddress.MOST || !relays.stream().allMatch(RelayAddress::isOne)) {
            throw new IllegalArgumentException("not an invitation");
        }
    }

    /** Until when it may be used, in Unix seconds. */
    public long validUntil() {
        return validHours * 3600;
    }

    /**
     * Proves to the other end of a channel to a neighbour that its holder knows the link, as a circle's proof does for a circle.
     *
     * @param session 32 bytes of that very channel
     * @param caller whether it is the proof of the side that called
     * @return 32 bytes, see {@code spec/nearby.md}
     */
    public Bytes nearProof(Primitives p, Bytes session, boolean caller) {
        try (Secret proving = p.keep(p.sha256(NEAR.then(key, proof)).toArray())) {
            return p.tag(proving, session.then(Bytes.utf8(caller ? "caller" : "called")));
        }
    }

    /** The link's text. */
    public String text(Primitives p) {
        Bytes body = Bytes.ofUnsigned(1).then(key, proof, Bytes.bigEndian(validHours, 4), Bytes.ofUnsigned(relays.size()));
        for (String relay : relays) {
            body = body.then(Bytes.ofUnsigned(relay.length()), Bytes.utf8(relay));
        }
        return SCHEME + body.then(check(p, body)).base64Url();
    }

    /** Reads a link's text, strictly. */
    public static Checked<InvitationLink> read(Primitives p, String text) {
        if (!text.startsWith(SCHEME) || text.length() > CHARACTERS) {
            return Checked.bad(InvitationFault.NOT_A_LINK, text.length() + " characters");
        }
        Bytes all = Bytes.parseBase64Url(text.substring(SCHEME.length())).orElse(Bytes.EMPTY);
        if (all.size() < 1 + CHECK_BYTES) {
            return Checked.bad(InvitationFault.ALTERED, "not base64url, or too short");
        }
        Bytes body = all.slice(0, all.size() - CHECK_BYTES);
        if (!check(p, body).equals(all.slice(body.size(), all.size()))) {
            return Checked.bad(InvitationFault.ALTERED, "the check does not hold");
        }
        if (body.at(0) != 1) {
            return Checked.bad(InvitationFault.NEWER_VERSION, "version " + body.at(0));
        }
        if (body.size() < FIXED) {
            return Checked.bad(InvitationFault.ALTERED, "too short");
        }
        Bytes key = body.slice(1, 33);
        if (!p.isPublicKey(key)) {
            return Checked.bad(InvitationFault.MALFORMED_KEY, "not on the curve");
        }
        return relays(body).then(relays ->
                Checked.good(new InvitationLink(key, body.slice(33, 33 + PROOF_BYTES), body.bigEndianAt(33 + PROOF_BYTES, 4), relays)));
    }

    private static Checked<List<String>> relays(Bytes body) {
        int count = body.at(FIXED - 1);
        List<String> relays = new ArrayList<>();
        int at = FIXED;
        for (int i = 0; i < count; i++) {
            int size = at < body.size() ? body.at(at++) : 0;
            String relay = size > body.size() - at ? "" : body.slice(at, at + size).text();
            if (count > RelayAddress.MOST || !RelayAddress.isOne(relay)) {
                return Checked.bad(InvitationFault.MALFORMED_RELAYS, "relay " + i);
            }
            relays.add(relay);
            at += size;
        }
        return at == body.size() ? Checked.good(relays) : Checked.bad(InvitationFault.TRAILING_BYTES, (body.size() - at) + " bytes more");
    }

    private static Bytes check(Primitives p, Bytes body) {
        return p.sha256(LABEL.then(body)).slice(0, CHECK_BYTES);
    }

    /** Without the proof. */
    @Override
    public String toString() {
        return "InvitationLink[" + key + "]";
    }
}
