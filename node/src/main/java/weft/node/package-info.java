/**
 * The shell on a computer.
 *
 * <p>May touch: everything but the relay's main and the simulator.
 */
@NullMarked
package weft.node;

import org.jspecify.annotations.NullMarked;
