package weft.sim.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom a node meets on its own network. */
final class Nearby {
    private final Map<Integer, SimStreet.End> ends = new LinkedHashMap<>();
    private final List<SimStreet> streets = new ArrayList<>();
    /** Neighbours who went while the lid was closed. */
    private final Set<Integer> wentAsleep = new LinkedHashSet<>();
    private int last;

    /** A neighbour, under a number of its own. */
    int add(SimStreet.End end) {
        ends.put(++last, end);
        return last;
    }

    void remove(SimStreet.End end) {
        ends.remove(end.number, end);
    }

    Optional<SimStreet.End> of(int neighbour) {
        return Optional.ofNullable(ends.get(neighbour));
    }

    /** The neighbour whose channel a link is. */
    Optional<SimStreet.End> over(int link) {
        return ends.values().stream().filter(end -> end.leads(link)).findFirst();
    }

    /** It is on a network with somebody. */
    void on(SimStreet street) {
        streets.removeIf(SimStreet::isOver);
        streets.add(street);
    }

    void meetSoon() {
        List.copyOf(streets).forEach(SimStreet::meetSoon);
    }

    /** All meetings end; answers whom the process would have to hear of, were it there. */
    List<Integer> end() {
        List<Integer> gone = List.copyOf(ends.keySet());
        List.copyOf(ends.values()).forEach(SimStreet.End::part);
        return gone;
    }

    void wentAsleep(int neighbour) {
        wentAsleep.add(neighbour);
    }

    List<Integer> whoWent() {
        List<Integer> gone = List.copyOf(wentAsleep);
        wentAsleep.clear();
        return gone;
    }
}
