package weft.pages;

import java.time.LocalDate;
import java.util.Optional;
import weft.rounds.day.Workday;

/**
 * A circle's rounds of one day, as a computer holds them in memory until the day is over: never stored, never sent.
 *
 * @param date the day; what is held is forgotten when it has passed
 * @param day the stops, the drivers and the plan
 * @param before what it was before the last change, to show what the change costs and to take it back
 */
public record RoundDay(LocalDate date, Workday day, Optional<Workday> before) {
    /** The same day after a change. */
    public RoundDay next(Workday fresh) {
        return new RoundDay(date, fresh, Optional.of(day));
    }

    /** The same day with another plan, as the planner made it: nothing to take back. */
    public RoundDay planned(Workday fresh) {
        return new RoundDay(date, fresh, Optional.empty());
    }
}
