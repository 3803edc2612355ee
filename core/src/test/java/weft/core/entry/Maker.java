package weft.core.entry;

import java.util.List;
import java.util.Optional;
import weft.core.key.Leaf;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/** Fixed keys and ready words for tests about entries. */
public final class Maker {
    /** The primitives. */
    public static final Primitives P = new JdkPrimitives();
    /** The circle's address. */
    public static final Bytes CIRCLE = key("circle");
    /** 2026-11-23 14:25 UTC. */
    public static final long NOW = 1_795_443_900L;
    /** A leaf two weeks on. */
    public static final Leaf LEAF = new Leaf(Day.at(NOW).plus(14), 0xbead1234);
    /** Drafts for the circle. */
    public static final EntryDrafts DRAFTS = new EntryDrafts(P, CIRCLE);
    /** The start and end of a JPEG with nothing between. */
    public static final Photo PHOTO = new Photo("image/jpeg", Bytes.hex("ffd8ffe000104a46494600010100000100010000ffd9"), "The drill on the table");

    private Maker() {}

    /** A secret key made from a name. */
    public static Secret secret(String name) {
        return P.keep(P.sha256(Bytes.utf8("weft test key " + name)).toArray());
    }

    /** Its public key. */
    public static Bytes key(String name) {
        return P.publicKey(secret(name));
    }

    /** A payload of the right shape that nobody can open. */
    public static String sealed(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = 2;
        return Bytes.of(bytes).base64();
    }

    /** A need with all its fields. */
    public static Ask fullAsk() {
        return new Ask(Side.NEED, "Jemand zum Tragen – حمل الأثاث", "Third floor, no lift.\nTwo hours at most.", "moving",
                Optional.of(1_795_500_000L), Optional.of(1_795_514_400L), Optional.of(new Whereabouts("By the canal", Optional.of(Point.blurred(52.4937, 13.4201)))),
                List.of("de", "ar", "pt-BR"), true, List.of(PHOTO));
    }

    /** An offer with no more than it needs. */
    public static Ask shortAsk(String title) {
        return new Ask(Side.OFFER, title, "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of());
    }

    /** Who writes in the vectors. */
    public static EntryDrafts.By by(String voice) {
        return by(voice, LEAF);
    }

    /** Who writes under another leaf. */
    public static EntryDrafts.By by(String voice, Leaf leaf) {
        return new EntryDrafts.By(key(voice), NOW, leaf);
    }

    /** A draft signed by a named key, with auxiliary randomness of zeros. */
    public static Event sign(String voice, Draft draft) {
        Bytes id = draft.id(P);
        try (Secret secret = secret(voice)) {
            return draft.signed(id, P.sign(secret, id, Bytes.wrap(new byte[32])));
        }
    }

    /** The same draft with other tags. */
    public static Draft with(Draft draft, List<Tag> tags) {
        return new Draft(draft.publicKey(), draft.createdAt(), draft.kind(), tags, draft.content());
    }
}
