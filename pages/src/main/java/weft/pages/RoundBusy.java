package weft.pages;

/**
 * How far the planning of a day is.
 *
 * @param share of the time for it, from 0 to 1
 * @param rounds of the best plan so far; 0 before there is one
 * @param left how many stops it leaves over
 */
public record RoundBusy(double share, int rounds, int left) {
    /** Nothing known yet. */
    public static final RoundBusy BEGUN = new RoundBusy(0, 0, 0);
}
