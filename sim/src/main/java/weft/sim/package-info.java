/**
 * A seeded world: virtual time, lossy links, breaking disks, many nodes and relays.
 *
 * <p>May touch: all of {@code weft.sim}.
 */
@NullMarked
package weft.sim;

import org.jspecify.annotations.NullMarked;
