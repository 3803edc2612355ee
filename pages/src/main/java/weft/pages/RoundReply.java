package weft.pages;

import java.util.function.Function;

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
     */
    record Keep(RoundDay day, boolean plan, Function<RoundDay, Response> then) implements RoundReply {}

    /** What is held of this circle is to be forgotten. */
    record Forget(Response response) implements RoundReply {}
}
