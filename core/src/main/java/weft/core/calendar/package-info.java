/**
 * Days and times that people agree on: rules of repetition (RFC 5545), the offsets of a time zone as an entry carries them,
 * what comes of both, and calendar files.
 *
 * <p>May touch: {@code weft.wire.json} for the way a fault is told. No I/O, no clock, no table of time zones; must compile with TeaVM.
 */
@NullMarked
package weft.core.calendar;

import org.jspecify.annotations.NullMarked;
