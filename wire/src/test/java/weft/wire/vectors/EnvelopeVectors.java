package weft.wire.vectors;

import java.util.List;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Limits;
import weft.wire.event.Tag;

/** The vectors of spec/envelope.md. */
final class EnvelopeVectors {
    private static final Day TODAY = Day.at(Writing.NOW);
    private static final Bytes HEADER = Writing.P.sha256(Bytes.utf8("header")).slice(0, 16);
    private static final String PAYLOAD = payload(99);

    private final Writing out;

    EnvelopeVectors(Writing out) {
        this.out = out;
    }

    private static String payload(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = 2;
        for (int i = 1; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return Bytes.wrap(bytes).base64();
    }

    private static String envelope(long written, Day lastDay, String payload) {
        return Writing.sign(Envelope.draft(Writing.author(), written, lastDay, HEADER, payload)).json();
    }

    private static String with(int kind, long written, List<Tag> tags, String content) {
        return Writing.signed(written, kind, tags, content).json();
    }

    private static List<Tag> ends(String when) {
        return List.of(Tag.of("expiration", when));
    }

    void write() {
        Day soon = TODAY.plus(7);
        out.accept("plain", "Written this hour, for a week.", envelope(Writing.NOW, soon, PAYLOAD), "now", Writing.NOW);
        out.accept("last-day-today", "Its last day has not ended.", envelope(Writing.NOW, TODAY, PAYLOAD), "now", Writing.NOW);
        out.accept("last-second", "One second before its last day ends.", envelope(Writing.NOW, TODAY, PAYLOAD), "now", TODAY.endsAt() - 1);
        out.accept("longest", "400 days ahead.", envelope(Writing.NOW, TODAY.plus(Limits.DAYS_AHEAD), PAYLOAD), "now", Writing.NOW);
        out.accept("slow-clock", "Written 900 seconds ahead of the reader's clock.", envelope(Writing.NOW, soon, PAYLOAD), "now",
                Writing.NOW - Limits.SECONDS_AHEAD);
        out.accept("written-long-ago", "Only the last day counts.", envelope(3_600, soon, PAYLOAD), "now", Writing.NOW);
        out.accept("payload-one-padding", "Base64 with one character of padding.", envelope(Writing.NOW, soon, payload(101)), "now", Writing.NOW);
        out.accept("payload-two-padding", "Base64 with two characters of padding.", envelope(Writing.NOW, soon, payload(100)), "now", Writing.NOW);
        rejectShape();
        rejectContent();
        rejectTime();
    }

    private void reject(String reason, String name, String what, String event) {
        out.reject(reason, name, what, event, "now", Writing.NOW);
    }

    private void rejectShape() {
        String content = HEADER.base64Url() + "." + PAYLOAD;
        String end = Long.toString(TODAY.plus(7).endsAt());
        reject("wrong-kind", "wrong-kind", "Another kind.", with(1, Writing.NOW, ends(end), content));
        reject("time-too-fine", "time-too-fine", "One second past the hour says more than an hour.", with(9338, Writing.NOW + 1, ends(end), content));
        reject("wrong-tags", "no-tags", "Without an expiration nobody could throw it away.", with(9338, Writing.NOW, List.of(), content));
        reject("wrong-tags", "second-tag", "A second tag would tell more than is needed.",
                with(9338, Writing.NOW, List.of(Tag.of("expiration", end), Tag.of("p", "x")), content));
        reject("wrong-tags", "expiration-twice", "Once is enough.",
                with(9338, Writing.NOW, List.of(Tag.of("expiration", end), Tag.of("expiration", end)), content));
        reject("wrong-tags", "third-text", "The tag holds two texts.", with(9338, Writing.NOW, List.of(Tag.of("expiration", end, "x")), content));
        reject("wrong-tags", "other-tag", "Another tag.", with(9338, Writing.NOW, List.of(Tag.of("Expiration", end)), content));
        for (String[] bad : new String[][] {
            {"not-midnight", "One second past midnight.", Long.toString(TODAY.plus(7).endsAt() + 1)}, {"expiration-text", "A word.", "soon"},
            {"expiration-empty", "No text.", ""}, {"expiration-leading-zero", "A number has one form.", "0" + end},
            {"expiration-signed", "A number has one form.", "+" + end},
            {"expiration-fraction", "A whole number is wanted.", end + ".0"}, {"expiration-negative", "Before 1970.", "-86400"},
            {"expiration-before-day-0", "No day ends at the very beginning of 2020.", Long.toString(Day.EPOCH_SECONDS)},
            {"expiration-after-the-last", "After the year 2199.", Long.toString(new Day(Day.LAST).endsAt() + Day.SECONDS)},
            {"expiration-huge", "Forty digits.", "8".repeat(40)}}) {
            reject("malformed-expiration", bad[0], bad[1], with(9338, Writing.NOW, ends(bad[2]), content));
        }
    }

    private void rejectContent() {
        List<Tag> tags = ends(Long.toString(TODAY.plus(7).endsAt()));
        String header = HEADER.base64Url();
        String odd = header.substring(0, 21) + (char) (header.charAt(21) + 1);
        Object[][] bad = {
            {"malformed-content", "content-empty", "Nothing.", ""}, {"malformed-content", "no-dot", "No dot.", header + PAYLOAD},
            {"malformed-content", "header-short", "The dot comes too early.", header.substring(1) + "." + PAYLOAD},
            {"malformed-content", "header-long", "The dot comes too late.", header + "A." + PAYLOAD},
            {"malformed-header", "header-not-canonical", "Bits that mean nothing are not nought: a second form of the same bytes.", odd + "." + PAYLOAD},
            {"malformed-header", "header-plain-base64", "Not base64url.", "+/" + header.substring(2) + "." + PAYLOAD},
            {"malformed-header", "header-padded", "No padding.", header.substring(0, 20) + "==." + PAYLOAD},
            {"malformed-payload", "payload-empty", "No payload.", header + "."},
            {"malformed-payload", "payload-short", "Fewer than 132 characters.", header + "." + payload(96)},
            {"malformed-payload", "payload-version-1", "Another version.", header + "." + "AQ" + PAYLOAD.substring(2)},
            {"malformed-payload", "payload-hash", "NIP-44 marks later encodings with a number sign.", header + ".#" + PAYLOAD.substring(1)},
            {"malformed-payload", "payload-not-base64", "A character outside the alphabet.", header + "." + PAYLOAD.substring(0, 50) + "-"
            + PAYLOAD.substring(51)},
            {"malformed-payload", "payload-line-break", "A line break.", header + "." + PAYLOAD.substring(0, 50) + "\n" + PAYLOAD.substring(51)},
            {"malformed-payload", "payload-unpadded", "Padding is missing.", header + "." + payload(101).replace("=", "")},
            {"malformed-payload", "payload-padding-inside", "Padding in the middle.", header + "." + PAYLOAD.substring(0, 48) + "AAA=" + PAYLOAD.substring(52)},
            {"malformed-payload", "payload-not-canonical", "Bits that mean nothing are not nought.", header + "." + notCanonical(payload(100))},
            {"malformed-payload", "payload-second-dot", "Something behind the payload.", header + "." + PAYLOAD + ".x"}};
        for (Object[] row : bad) {
            reject((String) row[0], (String) row[1], (String) row[2], with(9338, Writing.NOW, tags, (String) row[3]));
        }
    }

    private static String notCanonical(String base64) {
        int at = base64.indexOf('=') - 1;
        return base64.substring(0, at) + (char) (base64.charAt(at) + 1) + base64.substring(at + 1);
    }

    private void rejectTime() {
        reject("over", "over", "Its last day ended yesterday.", envelope(Writing.NOW - 86_400, TODAY.plus(-1), PAYLOAD));
        out.reject("over", "over-this-second", "Its last day ends at this second.", envelope(Writing.NOW, TODAY, PAYLOAD), "now", TODAY.endsAt());
        out.reject("from-the-future", "from-the-future", "901 seconds ahead.", envelope(Writing.NOW, TODAY.plus(7), PAYLOAD), "now",
                Writing.NOW - Limits.SECONDS_AHEAD - 1);
        reject("lasts-too-long", "lasts-too-long", "401 days ahead.", envelope(Writing.NOW, TODAY.plus(Limits.DAYS_AHEAD + 1), PAYLOAD));
        Event wrong = Writing.sign(Envelope.draft(Writing.author(), Writing.NOW, TODAY.plus(7), HEADER, PAYLOAD));
        reject("wrong-signature", "wrong-signature", "An envelope is an event first.", wrong.json().replace(wrong.signature().hex(), "00".repeat(64)));
    }
}
