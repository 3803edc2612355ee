/**
 * The demonstration: a relay and three nodes on loopback, a believable week, the story of one need, and somebody who tries
 * to read it all again after it was forgotten.
 *
 * <p>May touch: {@code weft.node.web}, {@code weft.node.home}, {@code weft.node.cli}'s client, {@code weft.relay}. The
 * adversary touches the primitives and the formats on the wire alone, none of the code that reads for members.
 */
@NullMarked
package weft.node.demo;

import org.jspecify.annotations.NullMarked;
