package weft.rounds;

import java.util.List;
import weft.rounds.model.Note;
import weft.rounds.model.Plan;

/**
 * What a change by hand would come to. A change is never refused for its costs: people decide.
 *
 * @param plan the plan as it would be
 * @param seconds more time on the road, less where negative
 * @param metres more way
 * @param lateness more lateness
 * @param faults what would not hold
 */
public record Change(Plan plan, double seconds, double metres, double lateness, List<Note> faults) {
    /** Copies the list. */
    public Change {
        faults = List.copyOf(faults);
    }
}
