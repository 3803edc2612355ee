/** The planner of rounds: problem, plan, search. Pure. */
@org.jspecify.annotations.NullMarked
module weft.rounds {
    requires static transitive org.jspecify;

}
