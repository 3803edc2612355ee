package weft.relay.step;

import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Limits;
import weft.wire.json.Checked;

/** The rules by which an event is taken, but for its signature. Each refusal begins with the word that NIP-01 gives it. */
final class Intake {
    private final RelayPolicy policy;

    Intake(RelayPolicy policy) {
        this.policy = policy;
    }

    /** Why an event is not taken, or nothing where it is, if its signature holds. */
    Optional<String> refusal(Event event, int bytes, Set<Bytes> provenKeys, long nowSeconds) {
        if (bytes > policy.bounds().eventBytes()) {
            return Optional.of("invalid: larger than " + policy.bounds().eventBytes() + " bytes");
        }
        if (event.kind() == Kinds.PROOF) {
            return Optional.of("invalid: a proof of a key is sent with AUTH, not EVENT");
        }
        if (event.kind() == Kinds.VANISH) {
            return Optional.of("blocked: this relay deletes at an event's expiration (NIP-40) or by NIP-09, not by NIP-62");
        }
        if (!policy.kinds().isEmpty() && !policy.kinds().contains(event.kind())) {
            return Optional.of("blocked: this relay does not take kind " + event.kind());
        }
        if (event.createdAt() > nowSeconds + Limits.SECONDS_AHEAD) {
            return Optional.of("invalid: created_at lies in the future; look at your clock");
        }
        if (event.expiration().map(end -> end <= nowSeconds).orElse(false)) {
            return Optional.of("invalid: its expiration has passed");
        }
        if (!Work.enough(event, policy.work())) {
            return Optional.of("pow: " + policy.work() + " bits of work are wanted (NIP-13)");
        }
        if (event.tags().stream().anyMatch(tag -> tag.name().equals("-")) && !provenKeys.contains(event.publicKey())) {
            return Optional.of(provenKeys.isEmpty()
                    ? "auth-required: this event may only be published by its author"
                    : "restricted: this event may only be published by its author");
        }
        return event.kind() == Envelope.KIND ? envelopeRefusal(event, nowSeconds) : Optional.empty();
    }

    private static Optional<String> envelopeRefusal(Event event, long nowSeconds) {
        return switch (Envelope.of(event).then(envelope -> envelope.timely(nowSeconds))) {
            case Checked.Good<Envelope> good -> Optional.empty();
            case Checked.Bad<Envelope>(var fault, String detail) -> Optional.of("invalid: " + fault.code() + ": " + detail);
        };
    }
}
