package weft.rounds;

/** A change to a plan by hand. */
public sealed interface Move {
    /** The name of one of the job's stops. */
    String stop();

    /**
     * Hands a job over to a driver (or moves it within its round), each of its stops where that costs least.
     *
     * @param stop the name of one of the job's stops
     * @param driver the name of whoever gets it
     */
    record HandOver(String stop, String driver) implements Move {}

    /**
     * Puts one stop at a place in a driver's round; the job's other stop, if it has one and was with another driver, goes where it
     * costs least.
     *
     * @param stop its name
     * @param driver the driver's name
     * @param place from 0: how many stops come before it then
     */
    record PutAt(String stop, String driver, int place) implements Move {}

    /**
     * Takes a job off its round.
     *
     * @param stop the name of one of the job's stops
     */
    record TakeOff(String stop) implements Move {}
}
