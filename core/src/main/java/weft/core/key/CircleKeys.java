package weft.core.key;

import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Limits;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/**
 * What makes somebody a member: the circle's secret key and its forgetting tree. Seals entries into envelopes and opens
 * envelopes ({@code spec/seal.md}).
 *
 * <pre>
 * header   AES-256 block under headerKey(last day) of  slot (4, big endian) ‖ random (12)
 * payload  NIP-44 under threadKey(last day, slot) as conversation key, of the entry's JSON (1..40,000 bytes)
 * </pre>
 *
 * <p>Confined to one thread, like its tree.
 */
public final class CircleKeys implements AutoCloseable {
    private static final int SLOT = 4;
    private static final int FILL = 12;
    /** Of the filling, what is counted on while work is looked for. */
    private static final int COUNTED = 4;

    private final Primitives p;
    private final Secret key;
    private final ForgettingTree tree;
    private final Bytes address;

    /**
     * Takes both as its own and destroys them when it is closed.
     *
     * @throws IllegalArgumentException where the secret is not a key of secp256k1
     */
    public CircleKeys(Primitives p, Secret key, ForgettingTree tree) {
        this.p = p;
        this.key = key;
        this.tree = tree;
        this.address = p.publicKey(key);
    }

    /**
     * What an envelope held.
     *
     * @param leaf under which it was sealed
     * @param json the entry's text, not yet read
     */
    public record Opened(Leaf leaf, String json) {}

    /** The circle's public key. */
    public Bytes address() {
        return address;
    }

    /** The circle's tree, which stays this object's. */
    public ForgettingTree tree() {
        return tree;
    }

    /** A copy of the circle's secret key, which the caller destroys. */
    public Secret copyOfKey() {
        return key.copy();
    }

    /**
     * Proves to the other end of a channel that its holder is in this circle; whoever is not learns nothing from it.
     *
     * @param session 32 bytes of that very channel
     * @param caller whether it is the proof of the side that called
     * @return 32 bytes, see {@code spec/nearby.md}
     */
    public Bytes proof(Bytes session, boolean caller) {
        try (Secret proving = p.hkdfExpand(key, Labels.NEAR, 32)) {
            return p.tag(proving, session.then(Bytes.utf8(caller ? "caller" : "called")));
        }
    }

    /**
     * Seals an entry under a leaf.
     *
     * @param entryJson 1..40,000 bytes of UTF-8
     * @param leaf a thread's leaf that is not forgotten; its day becomes the envelope's last day
     * @param now Unix time in seconds; the envelope bears an hour drawn from the day before, so that it says nothing of the hour of writing
     * @throws IllegalArgumentException where the entry is too large, the slot is reserved or the leaf is forgotten
     */
    public Event seal(String entryJson, Leaf leaf, long now, Entropy entropy) {
        return seal(entryJson, leaf, now, entropy, 0);
    }

    /**
     * The same with some work in it (NIP-13): the header is drawn anew until the id begins with so many zero bits.
     *
     * @param work 0..24 bits; each doubles the time that it takes
     */
    public Event seal(String entryJson, Leaf leaf, long now, Entropy entropy, int work) {
        if (!fits(entryJson)) {
            throw new IllegalArgumentException("an entry has 1 to " + Limits.ENTRY_BYTES + " bytes");
        }
        if (!leaf.forThread()) {
            throw new IllegalArgumentException("the slot is reserved");
        }
        Secret headerKey = tree.headerKey(leaf.day()).orElseThrow(() -> new IllegalArgumentException("the day is forgotten"));
        Secret threadKey = tree.threadKey(leaf).orElseThrow(() -> new IllegalArgumentException("the thread is forgotten"));
        Bytes fill = entropy.next(FILL);
        String payload = Nip44.encrypt(p, threadKey, entropy.next(32), entryJson);
        long stamp = stamp(now, entropy);
        for (long turn = fill.bigEndianAt(FILL - COUNTED, COUNTED);; turn++) {
            Bytes block = Bytes.bigEndian(leaf.slot(), SLOT).then(fill.slice(0, FILL - COUNTED), Bytes.bigEndian(turn & 0xffff_ffffL, COUNTED));
            Draft draft = Envelope.draft(address, stamp, leaf.day(), p.aesEncryptBlock(headerKey, block), payload);
            Bytes id = draft.id(p);
            if (work == 0 || id.bigEndianAt(0, 4) >>> (32 - work) == 0) {
                return draft.signed(id, p.sign(key, id, entropy.next(32)));
            }
        }
    }

    /** One of the 24 hours of the day before, each as likely: all that an entry and its envelope tell of the time of writing is the day. */
    private static long stamp(long now, Entropy entropy) {
        return now - Math.floorMod(now, Day.SECONDS) - Day.SECONDS + Envelope.TIME_STEP_SECONDS * entropy.below(24);
    }

    private static boolean fits(String json) {
        return !json.isEmpty() && json.length() <= Limits.ENTRY_BYTES
                && (json.length() * 3L <= Limits.ENTRY_BYTES || Bytes.utf8(json).size() <= Limits.ENTRY_BYTES);
    }

    /** Opens an envelope. Its signature is taken to be verified; the entry inside is not read yet. */
    public Checked<Opened> open(Envelope envelope) {
        if (!envelope.circle().equals(address)) {
            return Checked.bad(KeyFault.FOREIGN_CIRCLE, "another circle's envelope");
        }
        Optional<Secret> headerKey = tree.headerKey(envelope.lastDay());
        if (headerKey.isEmpty()) {
            return Checked.bad(KeyFault.DAY_FORGOTTEN, "day " + envelope.lastDay().number());
        }
        int slot = (int) p.aesDecryptBlock(headerKey.get(), envelope.header()).bigEndianAt(0, SLOT);
        Leaf leaf = new Leaf(envelope.lastDay(), slot);
        if (!leaf.forThread()) {
            return Checked.bad(KeyFault.RESERVED_SLOT, "slot " + slot);
        }
        Optional<Secret> threadKey = tree.threadKey(leaf);
        if (threadKey.isEmpty()) {
            return Checked.bad(KeyFault.THREAD_FORGOTTEN, "day " + leaf.day().number());
        }
        return switch (Nip44.decrypt(p, threadKey.get(), envelope.payload())) {
            case Checked.Bad<String>(Fault fault, String detail) -> Checked.bad(KeyFault.UNREADABLE, fault.code() + ": " + detail);
            case Checked.Good<String>(String json) when !fits(json) -> Checked.bad(KeyFault.TOO_LARGE, "more than " + Limits.ENTRY_BYTES + " bytes");
            case Checked.Good<String>(String json) -> Checked.good(new Opened(leaf, json));
        };
    }

    /** Destroys the key and the tree. */
    @Override
    public void close() {
        key.destroy();
        tree.close();
    }
}
