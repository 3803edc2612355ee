package weft.sim.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/** What somebody has who keeps everything that ever went over a relay: cipher text, for ever. */
public final class Archive {
    private final Map<Bytes, List<Event>> byCircle = new LinkedHashMap<>();
    private final Map<Bytes, Boolean> known = new LinkedHashMap<>();
    private final List<Bytes> circles = new ArrayList<>();
    private final Trace trace;

    Archive(Trace trace) {
        this.trace = trace;
    }

    void add(Event event) {
        if (known.putIfAbsent(event.id(), true) == null) {
            trace.add(event.id().bigEndianAt(0, 8));
            byCircle.computeIfAbsent(event.publicKey(), circle -> {
                circles.add(circle);
                return new ArrayList<>();
            }).add(event);
        }
    }

    /** Every envelope of a circle. */
    public List<Event> of(Bytes circle) {
        return byCircle.getOrDefault(circle, List.of());
    }

    /** How many there are. */
    public int size() {
        return known.size();
    }

    /** Some that follow each other, of one circle. */
    List<Event> sample(Dice dice) {
        if (circles.isEmpty()) {
            return List.of();
        }
        List<Event> all = byCircle.getOrDefault(dice.one(circles), List.of());
        int from = dice.below(all.size());
        return List.copyOf(all.subList(from, Math.min(all.size(), from + 3)));
    }
}
