package weft.core.view;

import weft.core.find.Fit;

/**
 * An offer that fits a need, or the other way round.
 *
 * @param circle where it is, which may be another circle of the reader's
 * @param card its line on the board
 * @param fit why it fits
 */
public record FitView(CircleCard circle, ThreadCard card, Fit fit) {
    /** How many a thread lists at most. */
    public static final int MOST = 30;
}
