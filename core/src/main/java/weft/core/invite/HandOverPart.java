package weft.core.invite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

/**
 * One part of a circle that is handed over, as an event signed by K inside an envelope of the acquaintance. A tree that
 * has forgotten much is larger than an entry may be, hence parts.
 *
 * <pre>
 * kind 9393   pubkey K   tags [["weft", H], ["slot", hex slot, day], ["part", index, count]]   content base64
 * </pre>
 *
 * @param index 0..count-1
 * @param count 1..64
 * @param data 1..24,000 bytes
 */
public record HandOverPart(int index, int count, Bytes data) {
    /** The event's kind. */
    public static final int KIND = 9393;
    /** Bytes in one part, so that its JSON stays below the bound of an entry. */
    public static final int PART_BYTES = 24_000;
    /** The most parts. */
    public static final int MOST = 64;

    /**
     * The parts of a content as the JSON of signed events; nothing where it is too large.
     *
     * @param content what {@link HandOver#write} gave
     * @param circle the acquaintance's address
     * @param leaf where they will be sealed
     */
    public static Optional<List<String>> write(Primitives p, Secret content, Secret k, Bytes circle, Leaf leaf, long now, Entropy entropy) {
        int count = (content.size() + PART_BYTES - 1) / PART_BYTES;
        if (count > MOST) {
            return Optional.empty();
        }
        byte[] all = new byte[content.size()];
        content.copyTo(all, 0);
        Bytes bytes = Bytes.wrap(all);
        Bytes inviter = p.publicKey(k);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bytes data = bytes.slice(i * PART_BYTES, Math.min(bytes.size(), (i + 1) * PART_BYTES));
            Draft draft = new Draft(inviter, now - Math.floorMod(now, 3600L), KIND, tags(p, circle, leaf, i, count), data.base64());
            Bytes id = draft.id(p);
            out.add(draft.signed(id, p.sign(k, id, entropy.next(32))).json());
        }
        Arrays.fill(all, (byte) 0);
        return Optional.of(out);
    }

    /** Reads what an envelope of the acquaintance held, strictly. */
    public static Checked<HandOverPart> read(Primitives p, String json, Bytes circle, Leaf leaf, Bytes inviter) {
        return Event.read(json).then(event -> event.verify(p)).then(event -> of(p, event, circle, leaf, inviter));
    }

    private static Checked<HandOverPart> of(Primitives p, Event event, Bytes circle, Leaf leaf, Bytes inviter) {
        if (event.kind() != KIND || !event.publicKey().equals(inviter) || event.tags().size() != 3 || event.tags().get(2).values().size() != 3) {
            return Checked.bad(InvitationFault.MALFORMED_PART, "kind " + event.kind());
        }
        int index = number(event.tags().get(2).values().get(1));
        int count = number(event.tags().get(2).values().get(2));
        Bytes data = Bytes.parseBase64(event.content()).orElse(Bytes.EMPTY);
        boolean fits = index < count && count <= MOST && data.size() > 0 && data.size() <= PART_BYTES
                && event.tags().equals(tags(p, circle, leaf, index, count));
        return fits ? Checked.good(new HandOverPart(index, count, data)) : Checked.bad(InvitationFault.MALFORMED_PART, "tags or content");
    }

    /** A number of at most two digits, or the largest where it is none; leading zeros fail when the tags are compared. */
    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private static List<Tag> tags(Primitives p, Bytes circle, Leaf leaf, int index, int count) {
        return List.of(
                Tag.of("weft", p.sha256(Bytes.utf8("weft/1 circle").then(circle)).hex()),
                Tag.of("slot", Bytes.bigEndian(leaf.slot() & 0xffff_ffffL, 4).hex(), Integer.toString(leaf.day().number())),
                Tag.of("part", Integer.toString(index), Integer.toString(count)));
    }
}
