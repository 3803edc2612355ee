package weft.relay;

import java.util.ArrayList;
import java.util.List;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/** A key that signs events in tests; the same number gives the same key. */
public final class Voice {
    public static final Primitives PRIMITIVES = new JdkPrimitives();

    private final Secret key;
    public final Bytes publicKey;

    public Voice(int number) {
        key = PRIMITIVES.keep(PRIMITIVES.sha256(Bytes.utf8("voice " + number)).toArray());
        publicKey = PRIMITIVES.publicKey(key);
    }

    public Event sign(long createdAt, int kind, String content, Tag... tags) {
        return sign(new Draft(publicKey, createdAt, kind, List.of(tags), content));
    }

    public Event sign(Draft draft) {
        Bytes id = draft.id(PRIMITIVES);
        return draft.signed(id, PRIMITIVES.sign(key, id, Bytes.wrap(new byte[32])));
    }

    /** An envelope that nobody can open: only its outside is right. */
    public Event envelope(long now, Day lastDay, int number, int kilobytes) {
        byte[] payload = new byte[Math.max(99, kilobytes * 1_000 / 3 * 3)];
        Bytes seed = PRIMITIVES.sha256(publicKey.then(Bytes.bigEndian(number, 4)));
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (seed.at(i % 32) + i / 32);
        }
        payload[0] = 2;
        return sign(Envelope.draft(publicKey, now, lastDay, seed.slice(0, 16), Bytes.wrap(payload).base64()));
    }

    public Event envelope(long now, int number) {
        return envelope(now, Day.at(now).plus(3), number, 1);
    }

    /** A proof of this key (NIP-42). */
    public Event proof(long now, String relay, String challenge) {
        return sign(now, 22_242, "", Tag.of("relay", relay), Tag.of("challenge", challenge));
    }

    public List<Event> envelopes(long now, int count) {
        List<Event> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(envelope(now, i));
        }
        return out;
    }
}
