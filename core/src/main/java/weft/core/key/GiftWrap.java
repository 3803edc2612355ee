package weft.core.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.EventReader;
import weft.wire.event.Tag;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.json.Json;

/**
 * Gift wraps (NIP-59): an unsigned event (the rumor) in a seal that its author signed for the receiver, in a wrap that
 * a one-time key signed. Only the receiver learns who wrote; a relay sees the receiver's key, and a time within the
 * two days before the writing.
 *
 * <pre>
 * wrap   kind 1059, author: a key used once, tags [["p", receiver]], content: NIP-44 of the seal's JSON
 * seal   kind 13, author: the sender, no tags, content: NIP-44 of the rumor's JSON
 * rumor  {"id","pubkey","created_at","kind","tags","content"}, no signature
 * </pre>
 */
public final class GiftWrap {
    /** The kind of a wrap. */
    public static final int WRAP_KIND = 1059;
    /** The kind of a seal. */
    public static final int SEAL_KIND = 13;

    private static final int TWO_DAYS_SECONDS = 172_800;
    private static final String NO_SIGNATURE = "0".repeat(128);

    private GiftWrap() {}

    /**
     * What was in a wrap.
     *
     * @param rumor the unsigned event; its author is the sender
     * @param sender the public key that signed the seal
     */
    public record Opened(Draft rumor, Bytes sender) {}

    /**
     * Wraps an unsigned event.
     *
     * @param rumor its author must be the sender
     * @param sender the sender's secret key
     * @param receiver the receiver's x-only public key
     * @param now Unix time in seconds
     * @throws IllegalArgumentException where the receiver's key is none, or the rumor is not the sender's or too large
     */
    public static Event wrap(Primitives p, Draft rumor, Secret sender, Bytes receiver, long now, Entropy entropy) {
        if (!p.publicKey(sender).equals(rumor.publicKey())) {
            throw new IllegalArgumentException("the rumor's author is not the sender");
        }
        Event seal = sealed(p, sender, receiver, SEAL_KIND, List.of(), rumorJson(p, rumor), now, entropy);
        try (Secret once = p.freshKey(entropy)) {
            return sealed(p, once, receiver, WRAP_KIND, List.of(Tag.of("p", receiver.hex())), seal.json(), now, entropy);
        }
    }

    private static Event sealed(Primitives p, Secret key, Bytes receiver, int kind, List<Tag> tags, String plain, long now, Entropy entropy) {
        try (Secret shared = Nip44.conversationKey(p, key, receiver).orElseThrow(() -> new IllegalArgumentException("the receiver's key is none"))) {
            String content = Nip44.encrypt(p, shared, entropy.next(32), plain);
            long time = Math.max(0, now - entropy.below(TWO_DAYS_SECONDS));
            return Signing.signAs(p, new Draft(p.publicKey(key), time, kind, tags, content), key, entropy.next(32));
        }
    }

    /** Opens a wrap: checks all signatures and that seal and rumor have one author. */
    public static Checked<Opened> open(Primitives p, Event wrap, Secret receiver) {
        if (wrap.kind() != WRAP_KIND) {
            return Checked.bad(GiftWrapFault.WRONG_KIND, "kind " + wrap.kind());
        }
        return as(GiftWrapFault.WRONG_WRAP, wrap.verify(p))
                .then(good -> as(GiftWrapFault.UNREADABLE_WRAP, decrypt(p, receiver, good)))
                .then(json -> as(GiftWrapFault.MALFORMED_SEAL, Event.read(json)))
                .then(seal -> seal.kind() == SEAL_KIND && seal.tags().isEmpty()
                        ? Checked.good(seal)
                        : Checked.bad(GiftWrapFault.MALFORMED_SEAL, "a seal is of kind 13 and without tags"))
                .then(seal -> as(GiftWrapFault.WRONG_SEAL, seal.verify(p)))
                .then(seal -> as(GiftWrapFault.UNREADABLE_SEAL, decrypt(p, receiver, seal))
                        .then(json -> rumor(p, json))
                        .then(rumor -> rumor.publicKey().equals(seal.publicKey())
                                ? Checked.good(new Opened(rumor, seal.publicKey()))
                                : Checked.bad(GiftWrapFault.WRONG_AUTHOR, "the rumor names another author than the seal")));
    }

    private static Checked<String> decrypt(Primitives p, Secret receiver, Event event) {
        Optional<Secret> key = Nip44.conversationKey(p, receiver, event.publicKey());
        if (key.isEmpty()) {
            return Checked.bad(Nip44Fault.WRONG_MAC, "no shared key");
        }
        try (Secret shared = key.get()) {
            return Nip44.decrypt(p, shared, event.content());
        }
    }

    private static <T> Checked<T> as(Fault fault, Checked<T> inner) {
        return switch (inner) {
            case Checked.Good<T> good -> good;
            case Checked.Bad<T>(Fault cause, String detail) -> Checked.bad(fault, cause.code() + ": " + detail);
        };
    }

    private static String rumorJson(Primitives p, Draft rumor) {
        return Json.object(
                "id", rumor.id(p).hex(),
                "pubkey", rumor.publicKey().hex(),
                "created_at", rumor.createdAt(),
                "kind", rumor.kind(),
                "tags", rumor.tags().stream().map(tag -> Json.texts(tag.values())).toList(),
                "content", rumor.content()).write();
    }

    /** The reader of events wants a signature, so it is given an empty one; a rumor that bears one has a member too many. */
    private static Checked<Draft> rumor(Primitives p, String json) {
        return as(GiftWrapFault.MALFORMED_RUMOR, Json.read(json).then(value -> {
            if (!(value instanceof Json.Obj(Map<String, Json> members)) || members.containsKey("sig")) {
                return Checked.bad(GiftWrapFault.MALFORMED_RUMOR, "not an unsigned event");
            }
            Map<String, Json> signed = new LinkedHashMap<>(members);
            signed.put("sig", Json.of(NO_SIGNATURE));
            return EventReader.read(new Json.Obj(signed));
        })).then(event -> event.draft().id(p).equals(event.id())
                ? Checked.good(event.draft())
                : Checked.bad(GiftWrapFault.WRONG_ID, "the id is not that of the content"));
    }
}
