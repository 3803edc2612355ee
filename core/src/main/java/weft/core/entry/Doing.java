package weft.core.entry;

import java.util.List;
import java.util.Optional;
import weft.core.calendar.Times;

/**
 * Something done together at a time and a place, once or repeating (NIP-52, kind 31923). Who comes is said elsewhere: in a
 * {@link Joining} for each of its occurrences.
 *
 * @param title one line
 * @param text more, or empty
 * @param kind the kind of help in the circle's own words, or empty
 * @param times when
 * @param where a place where everybody may come
 * @param shifts the pieces of work into which it is cut, in the order of their numbers
 * @param things what is good to have there, in the order of their numbers
 * @param alertHours how many hours before a shift that nobody has joined the circle is told; none where it is not
 */
public record Doing(
        String title, String text, String kind, Times times, Optional<Whereabouts> where, List<Shift> shifts, List<Thing> things,
        Optional<Integer> alertHours) implements Words {
    /** Keeps unmodifiable copies. */
    public Doing {
        shifts = List.copyOf(shifts);
        things = List.copyOf(things);
    }

    /**
     * A piece of the work.
     *
     * @param number its name within the doing, kept when others come or go: 1..99
     * @param title one line
     * @param begins minutes after the doing begins
     * @param minutes how long it is
     * @param hands how many hands are welcome; 0 for as many as like
     */
    public record Shift(int number, String title, int begins, int minutes, int hands) {}

    /**
     * Something to bring.
     *
     * @param number its name within the doing: 1..99
     * @param title one line, "a big pot"
     */
    public record Thing(int number, String title) {}
}
