/**
 * The world in a box: virtual time, seeded randomness, nodes and relays over simulated disks, stores, links and clocks. The
 * step machines of core and relay run in it unchanged; what stands around them here is what the shells are outside.
 *
 * <p>May touch: {@code weft.core}, {@code weft.store}, {@code weft.relay.step}, {@code weft.jdk}. One thread; no real clock.
 */
@NullMarked
package weft.sim.world;

import org.jspecify.annotations.NullMarked;
