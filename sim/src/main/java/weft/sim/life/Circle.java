package weft.sim.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;

/** A circle as the town knows it: who is in, who is still to come, and what is to become of it. */
final class Circle {
    final List<String> relays;
    /** Days after a last day; long where envelopes go by hand. */
    final int grace;
    Bytes address = Bytes.EMPTY;
    final List<Neighbour> members = new ArrayList<>();
    final List<Neighbour> waiting = new ArrayList<>();
    /** From when on (milliseconds of the world's time) somebody in it goes on without some; for most circles never. */
    long regroups = Long.MAX_VALUE;
    /** Who was left behind when this circle was made out of an older one. */
    List<Neighbour> without = List.of();
    Optional<Circle> from = Optional.empty();

    Circle(List<String> relays, int grace) {
        this.relays = relays;
        this.grace = grace;
    }

    boolean byHand() {
        return relays.isEmpty();
    }
}
