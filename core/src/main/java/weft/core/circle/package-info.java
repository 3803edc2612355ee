/**
 * Folding entries into the state of threads: same set, same state, whatever the order of arrival.
 *
 * <p>May touch: {@code weft.core.entry}, {@code weft.core.key}, {@code weft.wire}, {@code weft.primitives}.
 * No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.circle;

import org.jspecify.annotations.NullMarked;
