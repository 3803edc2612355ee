package weft.rounds.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where distances come from: a port, so that a road network or a file can stand in for straight lines. */
public interface Distances {
    /** The table between all these places by this means. */
    Legs legs(List<Place> places, Means means);

    /** The tables by several means; what they have in common is worked out once by who can. */
    default Map<Means, Legs> legs(List<Place> places, Set<Means> means) {
        Map<Means, Legs> all = new HashMap<>();
        means.forEach(one -> all.put(one, legs(places, one)));
        return all;
    }
}
