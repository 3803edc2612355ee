package weft.wire.event;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * An envelope as anybody sees it: which circle, roughly when, roughly how big, until which day.
 *
 * <pre>
 * content  header "." payload
 *          header   16 bytes as base64url without padding, 22 characters
 *          payload  a NIP-44 version 2 payload: canonical base64 of 99..65603 bytes, first byte 2
 * </pre>
 *
 * @param event of kind {@link #KIND}, signed by the circle's key
 * @param lastDay the day after which it may be thrown away
 * @param header one block; tells members which leaf of the last day opens the payload
 * @param payload the base64 text as it stands
 */
public record Envelope(Event event, Day lastDay, Bytes header, String payload) {
    /** The kind of an envelope. */
    public static final int KIND = 9338;
    /** Envelopes bear the hour of their writing, no finer. */
    public static final long TIME_STEP_SECONDS = 3600;

    private static final int HEADER_CHARACTERS = 22;

    /** The envelope's id, which is the event's. */
    public Bytes id() {
        return event.id();
    }

    /** The circle's address. */
    public Bytes circle() {
        return event.publicKey();
    }

    /** What the circle's key signs to make an envelope. */
    public static Draft draft(Bytes circle, long unixSeconds, Day lastDay, Bytes header, String payload) {
        return new Draft(
                circle,
                unixSeconds - Math.floorMod(unixSeconds, TIME_STEP_SECONDS),
                KIND,
                List.of(Tag.of("expiration", Long.toString(lastDay.endsAt()))),
                header.base64Url() + "." + payload);
    }

    /** Reads an event as an envelope. The event is taken to be verified; clocks are not looked at (see {@link #timely}). */
    public static Checked<Envelope> of(Event event) {
        if (event.kind() != KIND) {
            return Checked.bad(EnvelopeFault.WRONG_KIND, "kind " + event.kind());
        }
        if (event.createdAt() % TIME_STEP_SECONDS != 0) {
            return Checked.bad(EnvelopeFault.TIME_TOO_FINE, "created_at is not a full hour");
        }
        if (event.tags().size() != 1 || event.tags().getFirst().values().size() != 2 || !event.tags().getFirst().name().equals("expiration")) {
            return Checked.bad(EnvelopeFault.WRONG_TAGS, "exactly one tag, expiration, is wanted");
        }
        Optional<Day> lastDay = event.expiration().flatMap(Envelope::endingAt);
        if (lastDay.isEmpty()) {
            return Checked.bad(EnvelopeFault.MALFORMED_EXPIRATION, "expiration is not a midnight in UTC");
        }
        String content = event.content();
        if (content.length() <= HEADER_CHARACTERS || content.charAt(HEADER_CHARACTERS) != '.') {
            return Checked.bad(EnvelopeFault.MALFORMED_CONTENT, "header and payload are not parted by a dot");
        }
        Optional<Bytes> header = Bytes.parseBase64Url(content.substring(0, HEADER_CHARACTERS));
        if (header.isEmpty()) {
            return Checked.bad(EnvelopeFault.MALFORMED_HEADER, "not 16 bytes in canonical base64url");
        }
        String payload = content.substring(HEADER_CHARACTERS + 1);
        if (!isPayload(payload)) {
            return Checked.bad(EnvelopeFault.MALFORMED_PAYLOAD, "not a NIP-44 version 2 payload");
        }
        return Checked.good(new Envelope(event, lastDay.get(), header.get(), payload));
    }

    /** Whether the envelope may be taken at a time: not over, not from the future, not lasting too long. */
    public Checked<Envelope> timely(long unixSeconds) {
        if (lastDay.endsAt() <= unixSeconds) {
            return Checked.bad(EnvelopeFault.OVER, "its last day is over");
        }
        if (event.createdAt() > unixSeconds + Limits.SECONDS_AHEAD) {
            return Checked.bad(EnvelopeFault.FROM_THE_FUTURE, "written later than now");
        }
        if (lastDay.number() > Day.at(unixSeconds).number() + Limits.DAYS_AHEAD) {
            return Checked.bad(EnvelopeFault.LASTS_TOO_LONG, "more than " + Limits.DAYS_AHEAD + " days ahead");
        }
        return Checked.good(this);
    }

    private static Optional<Day> endingAt(long unixSeconds) {
        long sinceEpoch = unixSeconds - Day.EPOCH_SECONDS;
        boolean midnight = sinceEpoch % Day.SECONDS == 0 && sinceEpoch >= Day.SECONDS && sinceEpoch / Day.SECONDS - 1 <= Day.LAST;
        return midnight ? Optional.of(new Day((int) (sinceEpoch / Day.SECONDS - 1))) : Optional.empty();
    }

    /** Length, alphabet, padding and version of a NIP-44 payload. Decoding is the fastest look at all characters that there is. */
    private static boolean isPayload(String payload) {
        int length = payload.length();
        return length >= 132 && length <= 87_472 && length % 4 == 0
                && Bytes.parseBase64(payload).filter(bytes -> bytes.size() >= 99 && bytes.at(0) == 2).isPresent();
    }
}
