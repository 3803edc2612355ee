package weft.core.view;

import weft.core.calendar.Occurrence;
import weft.core.entry.Doing;

/**
 * One occurrence of a doing, as it stands in a calendar.
 *
 * @param circle its circle
 * @param ref the doing
 * @param doing its words
 * @param when which occurrence
 * @param mine whether the reader comes
 * @param nobodyYet whether a shift of it is near that nobody has joined
 */
public record OccurrenceCard(CircleCard circle, Ref ref, Doing doing, Occurrence when, boolean mine, boolean nobodyYet) {}
