package weft.rounds.model;

import java.util.List;

/** Where distances come from: a port, so that a road network or a file can stand in for straight lines. */
public interface Distances {
    /** The table between all these places by this means. */
    Legs legs(List<Place> places, Means means);
}
