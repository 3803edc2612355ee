package weft.core.entry;

import java.time.LocalDate;
import weft.primitives.Bytes;

/**
 * Somebody comes to one occurrence of a doing, and to that alone (NIP-52, kind 31925): a thread of its own, begun by a voice of
 * its own, sealed for a day on which the occurrence is over. So who came is forgotten with that day, and not even a year
 * of Tuesdays adds up to anybody. Who can't after all closes it.
 *
 * @param doing the first voice of the doing, 32 bytes
 * @param name the name of the doing, 16 hex digits
 * @param on the day on which the occurrence begins, where it takes place
 * @param part what for
 */
public record Joining(Bytes doing, String name, LocalDate on, Part part) implements Words {
    @Override
    public String text() {
        return "";
    }

    /** What somebody comes for. */
    public sealed interface Part {
        /** To be there. */
        record Coming() implements Part {}

        /** To take a shift, by its number. */
        record OfShift(int number) implements Part {}

        /** To bring a thing, by its number. */
        record Bringing(int number) implements Part {}
    }
}
