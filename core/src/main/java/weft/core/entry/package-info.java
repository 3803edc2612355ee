/**
 * What is inside an envelope: events signed by voices, read strictly into records, one per kind.
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire}, {@code weft.core.key}, {@code weft.core.calendar}. No I/O, no clock, no randomness of
 * its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.entry;

import org.jspecify.annotations.NullMarked;
