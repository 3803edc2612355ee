/**
 * A seeded world: virtual time, lossy links, breaking disks, many nodes and relays.
 *
 * <p>May touch: {@code weft.core}, {@code weft.store}, {@code weft.relay}, {@code weft.jdk}.
 */
@NullMarked
package weft.sim;

import org.jspecify.annotations.NullMarked;
