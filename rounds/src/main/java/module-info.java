/** The planner of rounds: problem, plan, search. Pure. */
@org.jspecify.annotations.NullMarked
module weft.rounds {
    requires static transitive org.jspecify;

    exports weft.rounds;
    exports weft.rounds.day;
    exports weft.rounds.format;
    exports weft.rounds.model;
    exports weft.rounds.search;
}
