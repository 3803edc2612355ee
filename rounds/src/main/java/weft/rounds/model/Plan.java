package weft.rounds.model;

import java.util.List;

/**
 * Who goes where, and when.
 *
 * @param rounds one for each driver who has a stop, in the order of the problem's drivers
 * @param left what is left over, with the reason
 * @param metres the way of all rounds together
 * @param seconds the time on the road of all rounds together, from leaving to being back
 * @param lateness by how much stops are served after their windows, all together
 */
public record Plan(List<Round> rounds, List<Left> left, double metres, double seconds, double lateness) {
    /** Copies the lists. */
    public Plan {
        rounds = List.copyOf(rounds);
        left = List.copyOf(left);
    }

    /**
     * One driver's round.
     *
     * @param driver the driver's name
     * @param calls the stops in order
     * @param leaves when to set out
     * @param back when the round is over
     * @param metres its way
     * @param pauseAt when the pause begins; negative where there is none
     */
    public record Round(String driver, List<Call> calls, double leaves, double back, double metres, double pauseAt) {
        /** Copies the list. */
        public Round {
            calls = List.copyOf(calls);
        }
    }

    /**
     * One stop of a round.
     *
     * @param stop the stop's name
     * @param arrives when the driver gets there
     * @param begins when the work begins
     * @param leaves when it is done
     * @param aboard what is on board then
     */
    public record Call(String stop, double arrives, double begins, double leaves, Load aboard) {}

    /**
     * A job left over.
     *
     * @param job the name of its last stop
     * @param why what rules it out
     */
    public record Left(String job, Note why) {
        /** Why, as one sentence in English. */
        public String reason() {
            return why.text();
        }
    }
}
