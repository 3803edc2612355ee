package weft.core.view;

import java.time.LocalDate;
import java.util.Optional;
import weft.primitives.Bytes;

/**
 * What a node keeps for its person about the calendar.
 *
 * @param restsUntil the last day of a rest, where there is one: nothing is told and nobody is put down for anything until then
 * @param feed the secret part of the address at which calendar programs on this machine find the calendar; none where it is off
 */
public record OwnCalendar(Optional<LocalDate> restsUntil, Optional<Bytes> feed) {}
