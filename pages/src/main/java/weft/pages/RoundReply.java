package weft.pages;

import java.util.List;
import java.util.function.Function;
import weft.rounds.format.DayTable;

/** What the pages about rounds make of a request. */
public sealed interface RoundReply {
    /** An answer as it stands. */
    record Show(Response response) implements RoundReply {}

    /**
     * Something to be held until its day is over.
     *
     * @param day to hold
     * @param plan whether it is to be planned first
     * @param then what to answer
     * @param otherwise what to answer, and nothing is held, where distances know no way to a stop
     */
    record Keep(RoundDay day, boolean plan, Function<RoundDay, Response> then, Function<List<DayTable.Fault>, Response> otherwise) implements RoundReply {
        /** To be held as it is. */
        static Keep asItIs(RoundDay day, Response then) {
            return new Keep(day, false, kept -> then, slips -> then);
        }
    }

    /** The planning that goes on is to stop with the best plan so far. */
    record Enough(Response response) implements RoundReply {}

    /** What is held of this circle is to be forgotten. */
    record Forget(Response response) implements RoundReply {}
}
