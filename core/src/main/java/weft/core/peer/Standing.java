package weft.core.peer;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import weft.core.entry.Joining;
import weft.primitives.Bytes;

/** "Every Tuesday it's me": kept by the person's own node alone, which joins each occurrence under a fresh voice. */
final class Standing {
    /** The circle's address. */
    final Bytes circle;
    /** The first voice of the doing. */
    final Bytes doing;
    final Joining.Part part;
    /** The occurrences that were joined, or that the person can't come to. */
    final Set<LocalDate> seenTo = new TreeSet<>();

    Standing(Bytes circle, Bytes doing, Joining.Part part) {
        this.circle = circle;
        this.doing = doing;
        this.part = part;
    }

    boolean is(Bytes inCircle, Bytes ofDoing, Joining.Part forPart) {
        return circle.equals(inCircle) && doing.equals(ofDoing) && part.equals(forPart);
    }
}
