/**
 * The step machine of a node: one input, one moment, some randomness in; effects out.
 *
 * <p>How a shell drives it, on one thread:
 *
 * <pre>
 * peer = Peer.fresh(p)  or  Peer.restore(p, vault content)
 * step(Restored(event)) for each stored envelope, then step(Ready)
 * then, for ever: turn = step(input, now, entropy); perform turn.effects in order
 *   Keep / Append / Remove failed -> perform no more of this turn; step(NotStored) next; its outcome counts
 *   otherwise                     -> the turn's outcome counts
 * views(now) between turns, as often as wanted
 * </pre>
 *
 * <p>What is written becomes known to the peer itself only when it is durable: a step lays new entries aside and takes
 * them in at the beginning of the next call, unless that call is NotStored, which drops them and undoes what the step
 * did to the secrets. So nothing is ever shown or sent that a power cut could take back.
 *
 * <p>May touch: all of {@code weft.core}, {@code weft.wire}, {@code weft.primitives}. No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.peer;

import org.jspecify.annotations.NullMarked;
