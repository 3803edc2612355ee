/**
 * Nodes on the same network ({@code spec/nearby.md}): found by mDNS under a random daily name, joined by TLS 1.3 with
 * throw-away certificates, made known to each other by the peer's proofs over the exported channel secret.
 *
 * <pre>
 * frame    length (4, of what follows)  kind (1)  body
 * nonce    0   32 random bytes; the first frame of each side
 * proofs   1   32 bytes each, at most 504
 * ask      2   channel (2)  a client's message as in spec/messages.md
 * answer   3   channel (2)  a relay's message
 * alive    4   nothing; every 30 seconds of silence
 * </pre>
 *
 * <p>May touch: sockets, TLS, mDNS, {@code weft.core.peer}'s inputs, {@code weft.node.shell}'s ports. No keys of circles: proofs
 * are made by the peer.
 */
@NullMarked
package weft.node.near;

import org.jspecify.annotations.NullMarked;
