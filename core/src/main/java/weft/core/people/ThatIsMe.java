package weft.core.people;

import java.util.List;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

/**
 * "That voice is me", told in a circle of two. The voice itself signs it, so nobody can claim another's voice; it names the
 * acquaintance, so nobody can pass it on as if it had been told to them.
 *
 * <pre>
 * kind 9394   pubkey V   created_at the hour
 * tags [["weft", H(acquaintance)], ["slot", hex slot, day], ["circle", H(circle)]]   content ""
 * </pre>
 *
 * @param voice V, 32 bytes
 * @param circleMark H(circle) = SHA-256("weft/1 circle" ‖ C): it says something to those alone who know the circle
 */
public record ThatIsMe(Bytes voice, Bytes circleMark) {
    /** The event's kind. */
    public static final int KIND = 9394;

    /** H of a circle. */
    public static Bytes mark(Primitives p, Bytes circle) {
        return p.sha256(Bytes.utf8("weft/1 circle").then(circle));
    }

    /** The JSON to seal into the acquaintance. */
    public static String write(Primitives p, Secret voice, Bytes circle, Bytes acquaintance, Leaf leaf, long now, Entropy entropy) {
        Draft draft = new Draft(p.publicKey(voice), now - Math.floorMod(now, 3600L), KIND, tags(p, mark(p, circle), acquaintance, leaf), "");
        return Signing.sign(p, draft, voice, entropy.next(32)).json();
    }

    /** Reads what an envelope of the acquaintance held, strictly; the voice's signature is checked. */
    public static Checked<ThatIsMe> read(Primitives p, String json, Bytes acquaintance, Leaf leaf) {
        return Event.read(json).then(event -> event.verify(p)).then(event -> of(p, event, acquaintance, leaf));
    }

    private static Checked<ThatIsMe> of(Primitives p, Event event, Bytes acquaintance, Leaf leaf) {
        if (event.kind() != KIND) {
            return Checked.bad(PeopleFault.WRONG_KIND, "kind " + event.kind());
        }
        if (!event.content().isEmpty()) {
            return Checked.bad(PeopleFault.MALFORMED_CONTENT, event.content().length() + " characters");
        }
        Bytes mark = event.tags().size() == 3 && event.tags().get(2).values().size() == 2
                ? Bytes.parseHex(event.tags().get(2).values().get(1)).orElse(Bytes.EMPTY) : Bytes.EMPTY;
        return mark.size() == 32 && event.tags().equals(tags(p, mark, acquaintance, leaf))
                ? Checked.good(new ThatIsMe(event.publicKey(), mark))
                : Checked.bad(PeopleFault.MALFORMED_TAGS, event.tags().size() + " tags");
    }

    private static List<Tag> tags(Primitives p, Bytes circleMark, Bytes acquaintance, Leaf leaf) {
        return List.of(
                Tag.of("weft", mark(p, acquaintance).hex()),
                Tag.of("slot", Bytes.bigEndian(leaf.slot() & 0xffff_ffffL, 4).hex(), Integer.toString(leaf.day().number())),
                Tag.of("circle", circleMark.hex()));
    }
}
