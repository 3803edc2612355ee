package weft.wire.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Limits;
import weft.wire.json.Checked;

/**
 * Takes a bundle's plain bytes piece by piece and answers each line: an envelope that is whole, signed and timely, or the
 * reason why it is not. One bad line harms no other, and no line takes more memory than an event may have. Lines of an
 * invitation are no envelopes: they are laid aside, whole and signed, until {@link #invitations} is asked for them.
 */
public final class BundleReader {
    /** The kind of a gift wrap (NIP-59): a knock at an invitation is one. */
    public static final int WRAP_KIND = 1059;
    /** The kind of an invitation's used mark. */
    public static final int MARK_KIND = 9392;

    private final Primitives primitives;
    private final List<Event> invitations = new ArrayList<>();
    private final long now;
    private final long graceSeconds;
    private byte[] line = new byte[4096];
    private int size;
    private boolean tooLong;

    /**
     * A reader at a moment.
     *
     * @param now Unix seconds, by which an envelope is over or from the future
     */
    public BundleReader(Primitives primitives, long now) {
        this(primitives, now, 0);
    }

    /**
     * A reader that also takes what has been over for no longer than a grace: it may have been carried for days.
     *
     * @param graceSeconds how long after its last day's end an envelope is taken
     */
    public BundleReader(Primitives primitives, long now, long graceSeconds) {
        this.primitives = primitives;
        this.now = now;
        this.graceSeconds = graceSeconds;
    }

    /** Takes the next bytes; answers the lines that ended in them, in order. Empty lines are passed over. */
    public List<Checked<Envelope>> feed(Bytes piece) {
        List<Checked<Envelope>> answers = new ArrayList<>();
        for (int i = 0; i < piece.size(); i++) {
            int octet = piece.at(i);
            if (octet == '\n') {
                endLine(answers);
            } else if (size == Limits.EVENT_BYTES) {
                tooLong = true;
            } else {
                if (size == line.length) {
                    line = Arrays.copyOf(line, size * 2);
                }
                line[size++] = (byte) octet;
            }
        }
        return answers;
    }

    /** Says that the file has ended; answers a last line that had no end, which in a torn file is one that is damaged. */
    public List<Checked<Envelope>> end() {
        List<Checked<Envelope>> answers = new ArrayList<>();
        endLine(answers);
        return answers;
    }

    private void endLine(List<Checked<Envelope>> answers) {
        int length = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
        if (tooLong) {
            answers.add(Checked.bad(BundleFault.LINE_TOO_LONG, "more than " + Limits.EVENT_BYTES + " bytes"));
        } else if (length > 0) {
            read(length).ifPresent(answers::add);
        }
        size = 0;
        tooLong = false;
    }

    /** The lines of invitations that have come since this was asked last: gift wraps for one receiver, used marks. */
    public List<Event> invitations() {
        List<Event> all = List.copyOf(invitations);
        invitations.clear();
        return all;
    }

    private static boolean isOfInvitation(Event event) {
        boolean wrap = event.kind() == WRAP_KIND && event.tags().size() == 1 && event.tag("p").flatMap(tag -> Bytes.parseHex(tag.value())).isPresent();
        return wrap || event.kind() == MARK_KIND;
    }

    private Optional<Checked<Envelope>> read(int length) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            return Optional.of(Checked.bad(BundleFault.NOT_UTF8, "a sequence that is not UTF-8"));
        }
        Checked<Event> read = Event.read(text);
        if (read instanceof Checked.Good<Event>(Event event) && isOfInvitation(event)
                && event.verify(primitives) instanceof Checked.Good<Event>(Event verified)) {
            invitations.add(verified);
            return Optional.empty();
        }
        // The cheap questions come first, so that a hostile file costs no signature check per line.
        return Optional.of(read
                .then(event -> isOfInvitation(event) ? event.verify(primitives).then(Envelope::of) : Envelope.of(event))
                .then(this::timely)
                .then(envelope -> envelope.event().verify(primitives).then(ignored -> Checked.good(envelope))));
    }

    private Checked<Envelope> timely(Envelope envelope) {
        boolean justOver = envelope.lastDay().endsAt() <= now && envelope.lastDay().endsAt() + graceSeconds > now;
        return justOver ? Checked.good(envelope) : envelope.timely(now);
    }

    /** One line of a bundle, with its end. */
    public static Bytes line(Event envelope) {
        return Bytes.utf8(envelope.json() + "\n");
    }
}
