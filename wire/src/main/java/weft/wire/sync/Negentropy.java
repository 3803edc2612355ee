package weft.wire.sync;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.Checked;

/**
 * One side of one reconciliation. Who calls {@link #initiate} learns what each side lacks; the other side only answers.
 * Messages are byte for byte those of the public reference implementations: a range is split into 16 buckets of which
 * the first (n mod 16) hold one item more, fewer than 32 items are listed, skips are written only when something follows.
 * The index may change between two messages.
 */
public final class Negentropy {
    /** The version byte of protocol version 1. */
    static final int VERSION = 0x61;

    private static final int BUCKETS = 16;
    /** Room that a frame keeps for its last range, as in the references. */
    private static final int SPARE = 200;
    private static final int SMALLEST_LIMIT = 4096;

    private static final int SKIP = 0;
    private static final int FINGERPRINT = 1;
    private static final int ID_LIST = 2;

    private final Primitives primitives;
    private final SyncIndex index;
    private final int frameLimit;
    private final IdTable table = new IdTable();
    private boolean initiator;

    /**
     * What a message led to.
     *
     * @param next the message to send, or nothing where the initiator is done
     * @param have ids that only this side has (the initiator's side only)
     * @param need ids that only the other side has (the initiator's side only)
     */
    public record Step(Optional<Bytes> next, List<Bytes> have, List<Bytes> need) {
        /** Keeps unmodifiable copies. */
        public Step {
            have = List.copyOf(have);
            need = List.copyOf(need);
        }
    }

    /**
     * A reconciliation over an index.
     *
     * @param frameLimit the most bytes a message may have, 0 for no limit, else at least 4096
     */
    public Negentropy(Primitives primitives, SyncIndex index, int frameLimit) {
        if (frameLimit != 0 && frameLimit < SMALLEST_LIMIT) {
            throw new IllegalArgumentException("a frame limit is 0 or at least " + SMALLEST_LIMIT);
        }
        this.primitives = primitives;
        this.index = index;
        this.frameLimit = frameLimit;
    }

    /** The first message. This side becomes the initiator. */
    public Bytes initiate() {
        initiator = true;
        SyncWriter out = new SyncWriter();
        out.octet(VERSION);
        split(0, index.size(), -1L, new long[Words.PER_ID], 0, out);
        return out.done();
    }

    /**
     * A first message that lists the ids of a part of the index plainly instead of telling fingerprints, so that nothing in
     * that part can be hidden behind a collision. This side becomes the initiator.
     *
     * @param from index of the part's first item; 0 for the part from the beginning of all time
     * @param to index behind its last; the size for the part up to the end of all time
     */
    public Bytes initiateWithList(int from, int to) {
        initiator = true;
        SyncWriter out = new SyncWriter();
        out.octet(VERSION);
        if (from > 0) {
            minimalBound(from, out);
            out.varint(SKIP);
        }
        if (to == index.size()) {
            out.infinity();
        } else {
            minimalBound(to, out);
        }
        out.varint(ID_LIST);
        out.varint(to - from);
        index.visit(from, to, (block, at) -> {
            out.id(block.ids, at * Words.PER_ID);
            return true;
        });
        return out.done();
    }

    /** Answers a message of the other side. */
    public Checked<Step> reconcile(Bytes message) {
        try {
            return Checked.good(answer(new SyncReader(message)));
        } catch (SyncReader.Wrong wrong) {
            return Checked.bad(wrong.fault, wrong.detail);
        }
    }

    private Step answer(SyncReader in) throws SyncReader.Wrong {
        List<Bytes> have = new ArrayList<>();
        List<Bytes> need = new ArrayList<>();
        SyncWriter out = new SyncWriter();
        out.octet(VERSION);
        int version = in.atEnd() ? 0 : in.octet();
        if (version < 0x60 || version > 0x6f) {
            throw new SyncReader.Wrong(SyncFault.NOT_NEGENTROPY, "no version byte");
        }
        if (version != VERSION) {
            if (initiator) {
                throw new SyncReader.Wrong(SyncFault.OTHER_VERSION, "version " + (version - 0x60));
            }
            return new Step(Optional.of(out.done()), have, need);
        }
        ranges(in, out, have, need);
        boolean done = initiator && out.size() == 1;
        return new Step(done ? Optional.empty() : Optional.of(out.done()), have, need);
    }

    private void ranges(SyncReader in, SyncWriter out, List<Bytes> have, List<Bytes> need) throws SyncReader.Wrong {
        int lower = 0;
        Skipped skipped = new Skipped();
        while (!in.atEnd()) {
            int before = out.size();
            in.bound();
            long mode = in.varint();
            int upper = index.lowerBound(lower, in.time, in.id);
            if (mode == SKIP) {
                skipped.pending = true;
            } else if (mode == FINGERPRINT) {
                int at = in.take(16);
                if (matches(in.view(), at, fingerprint(lower, upper))) {
                    skipped.pending = true;
                } else {
                    skipped.flush(in, out);
                    split(lower, upper, in.time, in.id, in.prefix, out);
                }
            } else if (mode == ID_LIST) {
                int count = in.count(32);
                int begin = in.take(32L * count);
                table.fill(in.view(), begin, count);
                if (initiator) {
                    index.visit(lower, upper, (block, at) -> table.meet(block.ids, at * Words.PER_ID) || have.add(SyncIndex.id(block, at)));
                    table.unmet(need);
                    skipped.pending = true;
                } else {
                    skipped.flush(in, out);
                    upper = list(lower, upper, in, before, out);
                    before = out.size();
                }
            } else {
                throw new SyncReader.Wrong(SyncFault.UNKNOWN_MODE, "mode " + Long.toUnsignedString(mode));
            }
            if (exceeds(out.size())) {
                out.cut(before);
                out.infinity();
                out.varint(FINGERPRINT);
                out.bytes(fingerprint(upper, index.size()));
                return;
            }
            lower = upper;
        }
    }

    /** A run of ranges that match; it is written only when something follows it. */
    private static final class Skipped {
        private boolean pending;

        void flush(SyncReader in, SyncWriter out) {
            if (pending) {
                pending = false;
                out.bound(in.earlierTime, in.earlierId, in.earlierPrefix);
                out.varint(SKIP);
            }
        }
    }

    /** Lists this side's ids of a range, as many as the frame takes; returns the index up to which it got. */
    private int list(int lower, int upper, SyncReader in, int frameBefore, SyncWriter out) {
        int room = frameLimit == 0 ? Integer.MAX_VALUE : Math.max(0, (frameLimit - SPARE - frameBefore) / 32 + 1);
        if (frameLimit != 0 && frameBefore > frameLimit - SPARE) {
            room = 0;
        }
        int end = upper - lower <= room ? upper : lower + room;
        if (end == upper) {
            out.bound(in.time, in.id, in.prefix);
        } else {
            long[] id = new long[Words.PER_ID];
            index.id(end, id);
            out.bound(index.time(end), id, 32);
        }
        out.varint(ID_LIST);
        out.varint(end - lower);
        index.visit(lower, end, (block, at) -> {
            out.id(block.ids, at * Words.PER_ID);
            return true;
        });
        return end;
    }

    private void split(int lower, int upper, long time, long[] id, int prefix, SyncWriter out) {
        int count = upper - lower;
        if (count < BUCKETS * 2) {
            out.bound(time, id, prefix);
            out.varint(ID_LIST);
            out.varint(count);
            index.visit(lower, upper, (block, at) -> {
                out.id(block.ids, at * Words.PER_ID);
                return true;
            });
            return;
        }
        int current = lower;
        for (int i = 0; i < BUCKETS; i++) {
            int begin = current;
            current += count / BUCKETS + (i < count % BUCKETS ? 1 : 0);
            Bytes fingerprint = fingerprint(begin, current);
            if (current == upper) {
                out.bound(time, id, prefix);
            } else {
                minimalBound(current, out);
            }
            out.varint(FINGERPRINT);
            out.bytes(fingerprint);
        }
    }

    /** The shortest bound that parts the item at an index from the one before it. */
    private void minimalBound(int at, SyncWriter out) {
        long[] below = new long[Words.PER_ID];
        long[] above = new long[Words.PER_ID];
        long time = index.time(at);
        if (time != index.time(at - 1)) {
            out.bound(time, above, 0);
            return;
        }
        index.id(at - 1, below);
        index.id(at, above);
        int shared = 0;
        while (below[shared / 8] << 8 * (shared % 8) >>> 56 == above[shared / 8] << 8 * (shared % 8) >>> 56) {
            shared++;
        }
        out.bound(time, above, shared + 1);
    }

    private Bytes fingerprint(int from, int to) {
        long[] sum = new long[Words.PER_ID];
        index.sum(from, to, sum);
        SyncWriter text = new SyncWriter();
        for (long limb : sum) {
            text.limb(limb);
        }
        text.varint(to - from);
        return primitives.sha256(text.done()).slice(0, 16);
    }

    private static boolean matches(ByteBuffer bytes, int at, Bytes fingerprint) {
        for (int i = 0; i < 16; i++) {
            if ((bytes.get(at + i) & 0xff) != fingerprint.at(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean exceeds(int size) {
        return frameLimit != 0 && size > frameLimit - SPARE;
    }
}
