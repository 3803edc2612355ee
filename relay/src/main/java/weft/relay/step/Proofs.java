package weft.relay.step;

import java.util.Locale;
import java.util.Optional;
import weft.wire.event.Event;

/** The rules of a proof of a key (NIP-42), but for its signature. */
final class Proofs {
    private static final long SECONDS_OFF = 600;

    private Proofs() {}

    /** Why a proof is none, or nothing where it is one, if its signature holds. */
    static Optional<String> refusal(Event event, Link link, long nowSeconds) {
        if (event.kind() != Kinds.PROOF) {
            return Optional.of("invalid: a proof of a key has kind " + Kinds.PROOF);
        }
        if (Math.abs(event.createdAt() - nowSeconds) > SECONDS_OFF) {
            return Optional.of("invalid: created_at is more than ten minutes off; look at your clock");
        }
        if (!event.value("challenge").equals(Optional.of(link.challenge))) {
            return Optional.of("invalid: that is not the challenge of this connection");
        }
        if (!event.value("relay").map(Proofs::authority).equals(Optional.of(authority(link.host)))) {
            return Optional.of("invalid: that proof is for another relay");
        }
        return Optional.empty();
    }

    /** The host and port of an address; ports that go without saying are left out. */
    private static String authority(String address) {
        String rest = address.toLowerCase(Locale.ROOT);
        boolean plain = rest.startsWith("ws://");
        rest = rest.replaceFirst("^wss?://", "");
        int end = rest.indexOf('/');
        String authority = end < 0 ? rest : rest.substring(0, end);
        return authority.replaceFirst(plain ? ":80$" : ":443$", "");
    }
}
