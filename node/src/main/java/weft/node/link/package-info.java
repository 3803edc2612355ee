/**
 * Relays over WebSocket, parsed at the edge: what a relay sends becomes an input or is counted as garbled, and nothing a
 * relay does ends the node.
 *
 * <p>May touch: {@code weft.node.shell}'s ports, {@code weft.core.peer}'s inputs, {@code weft.wire}.
 */
@NullMarked
package weft.node.link;

import org.jspecify.annotations.NullMarked;
