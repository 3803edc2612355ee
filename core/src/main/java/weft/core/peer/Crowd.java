package weft.core.peer;

import java.util.HashMap;
import java.util.Map;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * How full a circle's day is, and who comes first once it is too full (protocol, section 6): whoever floods a circle from inside
 * fills places, and can't fill all of them. Once the bound of a link's hour or of the circle's day is reached,
 *
 * <ul>
 *   <li>what neighbours on the same network or a stick brought is taken all the same (within the bound of their link);
 *   <li>what bears work (NIP-13: leading zero bits of the envelope's id) has places of its own, in rows: each row asks for four times the
 *       work of the one below it, so that filling them all costs four thousand million hashes, while one need costs a million at most;
 *   <li>what is said by a voice that this node knew before, or that an acquaintance said to be theirs, has some places for each voice.
 * </ul>
 *
 * <p>All of it is counted in memory and anew each day.
 */
final class Crowd {
    /** Bits of work that the first row asks for. */
    static final int FIRST_ROW = 8;
    /** Bits more that each further row asks for. */
    static final int ROW_STEP = 2;
    /** How many rows there are: the last asks for 20 bits, about a million hashes. */
    static final int ROWS = 7;
    /** A row holds this part of the day's bound. */
    static final int ROW_PART = 16;

    private static final long PRESSED_SECONDS = 3 * 3_600L;

    private final int[] rows = new int[ROWS];
    private final Map<Bytes, Integer> byVoice = new HashMap<>();
    private int perDay = PeerLimits.NEW_PER_CIRCLE_DAY;
    private Day day = new Day(0);
    private int taken;
    private long pressedUntil;

    /** Another bound of the day than the usual, for drills. */
    void bound(int envelopes) {
        perDay = envelopes;
    }

    private void look(long now) {
        if (!Day.at(now).equals(day)) {
            day = Day.at(now);
            taken = 0;
            java.util.Arrays.fill(rows, 0);
            byVoice.clear();
        }
    }

    /** Whether there is room on this day without asking for anything. */
    boolean hasRoom(long now) {
        look(now);
        return taken < perDay;
    }

    /** Counts one that was taken. */
    void count(long now) {
        look(now);
        taken++;
    }

    /** Whether there is a place for an envelope with so much work. */
    boolean hasPlace(Bytes id, long now) {
        look(now);
        return row(id) < ROWS;
    }

    /** Takes a place for an envelope with so much work: in the lowest row that has one, so that the upper ones stay for those who worked more. */
    void takePlace(Bytes id, long now) {
        look(now);
        int row = row(id);
        if (row < ROWS) {
            rows[row]++;
        }
    }

    private int row(Bytes id) {
        int reached = Math.floorDiv(work(id) - FIRST_ROW, ROW_STEP);
        for (int row = 0; row <= reached && row < ROWS; row++) {
            if (rows[row] < perDay / ROW_PART) {
                return row;
            }
        }
        return ROWS;
    }

    /** Takes one of the places that a known voice has; false where it has none left today. */
    boolean takeVoice(Bytes voice, long now) {
        look(now);
        return byVoice.merge(voice, 1, Integer::sum) <= PeerLimits.OVER_PER_VOICE_DAY;
    }

    /** A link brings so much in its hour that others may be out of room already. */
    void press(long now) {
        pressedUntil = now + PRESSED_SECONDS;
    }

    /** Bits of work that a fresh envelope should bear, as the load asks for it: none as long as half of the day's room and of each link's hour is left. */
    int wanted(long now) {
        look(now);
        if (taken < perDay / 2 && now >= pressedUntil) {
            return 0;
        }
        for (int row = 0; row < ROWS; row++) {
            if (rows[row] < perDay / ROW_PART / 2) {
                return FIRST_ROW + row * ROW_STEP;
            }
        }
        return FIRST_ROW + (ROWS - 1) * ROW_STEP;
    }

    /** Leading zero bits (NIP-13). */
    static int work(Bytes id) {
        int bits = 0;
        for (int i = 0; i < id.size(); i++) {
            if (id.at(i) != 0) {
                return bits + Integer.numberOfLeadingZeros(id.at(i)) - 24;
            }
            bits += 8;
        }
        return bits;
    }
}
