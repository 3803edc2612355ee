/**
 * The step machine of a relay: one input and one moment in; effects out. The shell in {@code weft.relay} performs them on a
 * real machine, the simulator in a box.
 *
 * <pre>
 * frame → Said → rate, size, rules → Check → Judged → Append → Shelved → OK to who published, the event to who waits
 * REQ   → Said → Read → Found → Send… → TellWhenDrained → Drained → Read → … → EOSE
 * </pre>
 *
 * <p>May touch: {@code weft.wire}, {@code weft.store}'s port. No I/O, no clock, no randomness, no threads.
 */
@NullMarked
package weft.relay.step;

import org.jspecify.annotations.NullMarked;
