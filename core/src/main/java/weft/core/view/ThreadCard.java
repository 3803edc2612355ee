package weft.core.view;

import weft.core.entry.Ask;
import weft.wire.event.Day;

/**
 * A need or an offer as a line on the board.
 *
 * @param ref where to find it
 * @param ask its newest words
 * @param stage how far it is
 * @param by whose it is
 * @param mine whether this node holds its first voice
 * @param inside whether the reader is in the aside
 * @param writtenAt Unix seconds of the first entry, coarse
 * @param lastDay the day with which it ends
 */
public record ThreadCard(Ref ref, Ask ask, Stage stage, Name by, boolean mine, boolean inside, long writtenAt, Day lastDay) {}
