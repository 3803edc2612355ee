package weft.sim.life;

import java.util.ArrayList;
import java.util.List;
import weft.primitives.Bytes;

/** A circle as the town knows it: who is in, who is still to come. */
final class Circle {
    final List<String> relays;
    Bytes address = Bytes.EMPTY;
    final List<Neighbour> members = new ArrayList<>();
    final List<Neighbour> waiting = new ArrayList<>();

    Circle(List<String> relays) {
        this.relays = relays;
    }
}
