package weft.node.shell;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.peer.PeerLimits;
import weft.core.view.BundleReport;
import weft.core.view.CircleCard;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.store.Envelopes;
import weft.wire.bundle.BundleReader;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.message.Filter;

/** Bundles ({@code spec/bundle.md}) out of and into a node, in the memory of a few envelopes however long the file is. */
public final class Carrying {
    /** Lines after which reading stops. */
    static final long MOST_LINES = 1_000_000;
    /** Plain bytes after which reading stops. */
    static final long MOST_BYTES = 4L << 30;

    private static final int PAGE = 500;
    private static final int PIECE = 1 << 16;

    private Carrying() {}

    private record Ending(Bytes id, long endsAt) {}

    /**
     * Writes what is stored and alive, of one circle or of all, what lasts first.
     *
     * @param invitations what else to carry, written before all else
     * @return how many envelopes
     */
    public static int write(Envelopes store, Optional<Bytes> circle, long now, List<Event> invitations, OutputStream out) throws IOException {
        List<Ending> all = new ArrayList<>();
        Filter filter = Filter.by(circle.stream().toList(), List.of(Envelope.KIND));
        List<Event> page = store.query(filter, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(event -> event.expiration().orElse(0L) > now).forEach(event -> all.add(new Ending(event.id(), event.expiration().orElse(0L))));
            page = store.query(filter, Optional.of(Envelopes.Place.of(page.getLast())), PAGE);
        }
        all.sort(Comparator.comparingLong(Ending::endsAt).reversed().thenComparing(Ending::id));
        int written = 0;
        try (GZIPOutputStream zip = new GZIPOutputStream(out, PIECE)) {
            for (Event event : invitations) {
                zip.write(BundleReader.line(event).toArray());
            }
            for (Ending one : all) {
                Optional<Event> event = store.find(one.id);
                if (event.isPresent()) {
                    zip.write(BundleReader.line(event.get()).toArray());
                    written++;
                }
            }
        }
        return written;
    }

    /** Reads a bundle into a node: takes what is valid and says of the rest why not. */
    public static BundleReport read(InputStream file, NodeShell shell, Primitives primitives) throws IOException {
        return new Reading(shell, primitives).read(file);
    }

    /** Tells trouble of the file's own stream from that of its packing. */
    private static final class Source extends FilterInputStream {
        private boolean failed;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }

    private static final class Reading {
        private static final int KEPT = 4_000;
        private static final long KEPT_CHARACTERS = 16L << 20;

        private final NodeShell shell;
        /** The circles when reading began; and, where one more may come out of this very file, what is of none of them. */
        private final Set<Bytes> circles;
        private final List<Envelope> perhaps = new ArrayList<>();
        private final boolean joining;
        private long perhapsCharacters;
        private final BundleReader reader;
        private final List<Envelope> batch = new ArrayList<>();
        private final Map<String, Long> faults = new TreeMap<>();
        private long lines;
        private long taken;
        private long known;
        private long foreign;
        private long over;
        private long unreadable;
        private long invitations;

        Reading(NodeShell shell, Primitives primitives) {
            this.shell = shell;
            this.circles = circles();
            this.joining = shell.look(views -> views.invitations().stream().anyMatch(one -> one.circle().isEmpty())).join();
            this.reader = new BundleReader(primitives, shell.now(), PeerLimits.GRACE_DAYS * 86_400L);
        }

        private Set<Bytes> circles() {
            return shell.look(views -> views.circles().stream().map(CircleCard::address).collect(Collectors.toSet())).join();
        }

        /** A circle that this file handed over: what stood before that in the file is of it too. */
        private void carryAgain() {
            if (perhaps.isEmpty() || circles().equals(circles)) {
                return;
            }
            for (int from = 0; from < perhaps.size(); from += PeerLimits.CARRIED_AT_ONCE) {
                List<Envelope> some = perhaps.subList(from, Math.min(perhaps.size(), from + PeerLimits.CARRIED_AT_ONCE));
                if (shell.wish(new Command.Carry(some)).join() instanceof Outcome.Carried carried) {
                    taken += carried.taken();
                    foreign = Math.max(0, foreign - carried.taken());
                }
            }
        }

        private void keep(Envelope envelope) {
            if (joining && perhaps.size() < KEPT && perhapsCharacters < KEPT_CHARACTERS && !circles.contains(envelope.event().publicKey())) {
                perhaps.add(envelope);
                perhapsCharacters += envelope.event().content().length();
            }
        }

        BundleReport read(InputStream file) throws IOException {
            Source source = new Source(file);
            boolean damaged = false;
            boolean stopped = false;
            try {
                InputStream plain = plain(source);
                long bytes = 0;
                byte[] piece = new byte[PIECE];
                for (int size = plain.read(piece); size >= 0; size = plain.read(piece)) {
                    bytes += size;
                    take(reader.feed(Bytes.wrap(java.util.Arrays.copyOf(piece, size))));
                    if (lines >= MOST_LINES || bytes > MOST_BYTES) {
                        stopped = true;
                        break;
                    }
                }
            } catch (ZipException | EOFException e) {
                damaged = true;
            } catch (IOException e) {
                if (source.failed) {
                    throw e;
                }
                damaged = true;
            }
            if (!stopped) {
                take(reader.end());
            }
            carry();
            carryAgain();
            return new BundleReport(lines, taken, known, foreign, over, unreadable, invitations, faults, damaged, stopped);
        }

        /** Unpacked where it is packed; a bundle may also be plain lines. */
        private static InputStream plain(Source source) throws IOException {
            BufferedInputStream in = new BufferedInputStream(source, PIECE);
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return packed ? new GZIPInputStream(in, PIECE) : in;
        }

        private void take(List<Checked<Envelope>> answers) {
            List<Event> aside = reader.invitations();
            if (!aside.isEmpty()) {
                lines += aside.size();
                carryInvitations(aside);
            }
            for (Checked<Envelope> answer : answers) {
                lines++;
                switch (answer) {
                    case Checked.Good<Envelope>(Envelope envelope) -> {
                        batch.add(envelope);
                        keep(envelope);
                        if (batch.size() == PeerLimits.CARRIED_AT_ONCE) {
                            carry();
                        }
                    }
                    case Checked.Bad<Envelope>(var fault, String detail) -> faults.merge(fault.code(), 1L, Long::sum);
                }
            }
        }

        private void carryInvitations(List<Event> aside) {
            for (int from = 0; from < aside.size(); from += PeerLimits.CARRIED_AT_ONCE) {
                List<Event> some = aside.subList(from, Math.min(aside.size(), from + PeerLimits.CARRIED_AT_ONCE));
                if (shell.wish(new Command.CarryInvitations(some)).join() instanceof Outcome.Carried carried) {
                    invitations += carried.taken();
                    known += carried.known();
                    foreign += carried.foreign();
                    unreadable += carried.unreadable();
                } else {
                    faults.merge("not-stored", (long) some.size(), Long::sum);
                }
            }
        }

        private void carry() {
            if (batch.isEmpty()) {
                return;
            }
            switch (shell.wish(new Command.Carry(batch)).join()) {
                case Outcome.Carried carried -> {
                    taken += carried.taken();
                    known += carried.known();
                    foreign += carried.foreign();
                    over += carried.over();
                    unreadable += carried.unreadable();
                }
                // The disk is full, say: these were not stored and can be read from the bundle again.
                case Outcome other -> faults.merge("not-stored", (long) batch.size(), Long::sum);
            }
            batch.clear();
        }
    }
}
