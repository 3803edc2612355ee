package weft.relay.step;

import java.util.List;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/** Proof of work (NIP-13). */
final class Work {
    private Work() {}

    /** Whether an id has so many leading zero bits and the event committed itself to at least so many beforehand. */
    static boolean enough(Event event, int wanted) {
        return wanted == 0 || zeros(event.id()) >= wanted && committed(event) >= wanted;
    }

    static int zeros(Bytes id) {
        int zeros = 0;
        for (int i = 0; i < id.size(); i++) {
            if (id.at(i) != 0) {
                return zeros + Integer.numberOfLeadingZeros(id.at(i)) - 24;
            }
            zeros += 8;
        }
        return zeros;
    }

    /** The target in the third place of the nonce tag; an event without one hit its zeros by chance. */
    private static int committed(Event event) {
        List<String> nonce = event.tag("nonce").map(Tag::values).orElse(List.of());
        boolean number = nonce.size() > 2 && nonce.get(2).length() < 4 && !nonce.get(2).isEmpty() && nonce.get(2).chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(nonce.get(2)) : 0;
    }
}
