/**
 * What judges a run: a plain diary of who said what, written beside the run, and eyes, a thief and an insider who look at what
 * nodes show, what their disks hold and what the cipher text gives away. They share no code with what they judge: dates,
 * the tree, the vault's content and the payloads are read here a second time, with the JDK's own primitives.
 *
 * <p>May touch: {@code weft.sim.world}, {@code weft.core.view}, and the query records of core; no fold, no keys, no tree.
 */
@NullMarked
package weft.sim.check;

import org.jspecify.annotations.NullMarked;
