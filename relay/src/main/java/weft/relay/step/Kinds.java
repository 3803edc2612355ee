package weft.relay.step;

import java.util.Optional;
import weft.wire.event.Event;

/** How NIP-01 and its sisters want kinds to be kept. */
final class Kinds {
    /** A request to delete (NIP-09). */
    static final int DELETION = 5;
    /** A request to vanish (NIP-62). */
    static final int VANISH = 62;
    /** A proof of a key (NIP-42). */
    static final int PROOF = 22_242;

    private Kinds() {}

    /** Passed on, never stored. */
    static boolean ephemeral(int kind) {
        return kind >= 20_000 && kind < 30_000;
    }

    /** Of which only the newest by an author is kept. */
    static boolean replaceable(int kind) {
        return kind == 0 || kind == 3 || kind >= 10_000 && kind < 20_000;
    }

    /** Of which only the newest by an author and a {@code d} tag is kept. */
    static boolean addressable(int kind) {
        return kind >= 30_000 && kind < 40_000;
    }

    /** What tells which events replace one another, where any does. */
    static Optional<String> slot(Event event) {
        if (replaceable(event.kind())) {
            return Optional.of("");
        }
        return addressable(event.kind()) ? Optional.of(event.value("d").orElse("")) : Optional.empty();
    }
}
