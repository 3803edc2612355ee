/**
 * People who live: they post, answer, let in, speak in asides, extend, close, invite, sleep, go away for weeks; and the run of a
 * whole world with its checks.
 *
 * <p>May touch: {@code weft.sim.world}, {@code weft.sim.check}, core's commands and views.
 */
@NullMarked
package weft.sim.life;

import org.jspecify.annotations.NullMarked;
