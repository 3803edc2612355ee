/**
 * What pages and the command line may see: records without keys, made from a node's state at one moment.
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire}, {@code weft.core.entry}, {@code weft.core.calendar}, {@code weft.core.find}.
 * No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.view;

import org.jspecify.annotations.NullMarked;
