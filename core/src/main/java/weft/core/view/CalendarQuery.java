package weft.core.view;

import java.util.Optional;
import weft.primitives.Bytes;

/**
 * What of the calendar is wanted.
 *
 * @param circle of this circle alone
 * @param from Unix seconds; what is not over then
 * @param until Unix seconds; what begins before
 */
public record CalendarQuery(Optional<Bytes> circle, long from, long until) {}
