package weft.relay.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.store.Envelopes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.message.Filter;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/**
 * For each circle an index of its envelopes, ready before anybody asks: a sync costs the relay no look at the disk. Indexes
 * follow every insertion and removal and are built anew at start from identities alone, no payload is read. 42 bytes an envelope.
 */
public final class Indexes {
    /** The most bytes of one message, as in other relays; twice as many characters in hex. */
    static final int FRAME_BYTES = 60_000;

    private final Primitives primitives;
    private final Map<Bytes, SyncIndex> byCircle = new HashMap<>();

    /** With nothing in them. */
    public Indexes(Primitives primitives) {
        this.primitives = primitives;
    }

    /** Of what is stored. */
    public static Indexes of(Primitives primitives, Envelopes envelopes) {
        Indexes indexes = new Indexes(primitives);
        envelopes.eachStamp(stamp -> indexes.add(stamp.kind(), stamp.publicKey(), stamp.createdAt(), stamp.id()));
        return indexes;
    }

    /** An event was stored. */
    void add(Event event) {
        add(event.kind(), event.publicKey(), event.createdAt(), event.id());
    }

    private void add(int kind, Bytes circle, long createdAt, Bytes id) {
        if (kind == Envelope.KIND) {
            byCircle.computeIfAbsent(circle, any -> new SyncIndex()).add(createdAt, id);
        }
    }

    /** An event was deleted. */
    void remove(Envelopes.Stamp gone) {
        SyncIndex index = byCircle.get(gone.publicKey());
        if (gone.kind() == Envelope.KIND && index != null) {
            index.remove(gone.createdAt(), gone.id());
            if (index.size() == 0) {
                byCircle.remove(gone.publicKey());
            }
        }
    }

    /** A reconciliation over the index of the one circle whose envelopes a filter asks for; nothing where it asks for something else. */
    Optional<Negentropy> prebuilt(Filter filter) {
        boolean plain = filter.ids().isEmpty() && filter.tags().isEmpty() && filter.since().isEmpty() && filter.until().isEmpty() && filter.limit().isEmpty();
        if (!plain || filter.authors().size() != 1 || filter.kinds().size() != 1 || !filter.kinds().contains(Envelope.KIND)) {
            return Optional.empty();
        }
        // What comes while the sync goes on is in the same index; an empty one of a circle without envelopes is thrown away.
        SyncIndex index = byCircle.getOrDefault(filter.authors().iterator().next(), new SyncIndex());
        return Optional.of(over(index));
    }

    /** A reconciliation over an index made for it. */
    Negentropy over(SyncIndex index) {
        return new Negentropy(primitives, index, FRAME_BYTES);
    }
}
