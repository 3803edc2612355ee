package weft.core.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weft.core.codec.SecretReader;
import weft.core.codec.SecretWriter;
import weft.core.invite.HandOver;
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
 * "I go on in a fresh circle: here it is", told in a circle of two. Nothing in it says who made the circle, who else was
 * asked, or who was not.
 *
 * <pre>
 * content   01  H(old circle) (32)  size (4)  the circle, as {@link HandOver} writes it
 * parts     kind 9395   pubkey: a key of this message alone   content base64
 *           tags [["weft", H(acquaintance)], ["slot", hex slot, day], ["part", index, count]]
 * </pre>
 *
 * @param oldMark H of the circle that it goes on from
 * @param circle the fresh circle; its secrets are destroyed by who holds this
 */
public record Regrouped(Bytes oldMark, HandOver circle) implements AutoCloseable {
    /** The event's kind. */
    public static final int KIND = 9395;
    /** Bytes in one part. */
    public static final int PART_BYTES = 24_000;
    /** The most parts. */
    public static final int MOST = 64;

    /**
     * One part.
     *
     * @param key of the message it belongs to
     * @param index 0..count-1
     * @param count 1..64
     * @param data 1..24,000 bytes
     */
    public record Part(Bytes key, int index, int count, Bytes data) {}

    /** The parts as JSON to seal into the acquaintance; nothing where the circle is too large. */
    public Optional<List<String>> write(Primitives p, Bytes acquaintance, Leaf leaf, long now, Entropy entropy) {
        byte[] all;
        try (Secret content = content(p)) {
            all = new byte[content.size()];
            content.copyTo(all, 0);
        }
        int count = (all.length + PART_BYTES - 1) / PART_BYTES;
        List<String> out = new ArrayList<>();
        try (Secret key = p.freshKey(entropy)) {
            Bytes by = p.publicKey(key);
            for (int i = 0; i < count && count <= MOST; i++) {
                Bytes data = Bytes.wrap(Arrays.copyOfRange(all, i * PART_BYTES, Math.min(all.length, (i + 1) * PART_BYTES)));
                Draft draft = new Draft(by, now - Math.floorMod(now, 3600L), KIND, tags(p, acquaintance, leaf, i, count), data.base64());
                out.add(Signing.sign(p, draft, key, entropy.next(32)).json());
            }
        } finally {
            Arrays.fill(all, (byte) 0);
        }
        return count <= MOST ? Optional.of(out) : Optional.empty();
    }

    /** All of it in its binary form. */
    public Secret content(Primitives p) {
        try (Secret handOver = circle.write(p)) {
            return new SecretWriter().u8(1).bytes(oldMark).sizedSecret(handOver).finish(p);
        }
    }

    /** Reads what an envelope of the acquaintance held, strictly. */
    public static Checked<Part> readPart(Primitives p, String json, Bytes acquaintance, Leaf leaf) {
        return Event.read(json).then(event -> event.verify(p)).then(event -> part(p, event, acquaintance, leaf));
    }

    private static Checked<Part> part(Primitives p, Event event, Bytes acquaintance, Leaf leaf) {
        if (event.kind() != KIND) {
            return Checked.bad(PeopleFault.WRONG_KIND, "kind " + event.kind());
        }
        List<String> last = event.tags().size() == 3 ? event.tags().get(2).values() : List.of();
        int index = last.size() == 3 ? number(last.get(1)) : MOST;
        int count = last.size() == 3 ? number(last.get(2)) : 0;
        if (index >= count || count > MOST || !event.tags().equals(tags(p, acquaintance, leaf, index, count))) {
            return Checked.bad(PeopleFault.MALFORMED_TAGS, event.tags().size() + " tags");
        }
        Bytes data = Bytes.parseBase64(event.content()).orElse(Bytes.EMPTY);
        return data.size() > 0 && data.size() <= PART_BYTES
                ? Checked.good(new Part(event.publicKey(), index, count, data))
                : Checked.bad(PeopleFault.MALFORMED_CONTENT, event.content().length() + " characters");
    }

    /** Reads all parts put together. */
    public static Checked<Regrouped> read(Primitives p, Secret content) {
        try (SecretReader in = new SecretReader(p, content)) {
            int version = in.u8();
            Bytes mark = in.bytes(32);
            try (Secret handOver = in.sizedSecret()) {
                return in.finished() && version == 1
                        ? HandOver.read(p, handOver).then(circle -> Checked.good(new Regrouped(mark, circle)))
                        : Checked.bad(PeopleFault.MALFORMED_CIRCLE, "version " + version);
            }
        }
    }

    /** A number of at most two digits, or the largest where it is none; leading zeros fail when the tags are compared. */
    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private static List<Tag> tags(Primitives p, Bytes acquaintance, Leaf leaf, int index, int count) {
        return List.of(
                Tag.of("weft", ThatIsMe.mark(p, acquaintance).hex()),
                Tag.of("slot", Bytes.bigEndian(leaf.slot() & 0xffff_ffffL, 4).hex(), Integer.toString(leaf.day().number())),
                Tag.of("part", Integer.toString(index), Integer.toString(count)));
    }

    /** Destroys the secrets. */
    @Override
    public void close() {
        circle.close();
    }
}
