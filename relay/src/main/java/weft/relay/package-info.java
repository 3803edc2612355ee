/**
 * The shell around a blind relay: sockets, threads, files, pages for its keeper.
 *
 * <pre>
 * Jetty thread   frame → message        one loop thread   Relay.step        checkers   id and signature
 * reader thread  stored pages           writer thread     all appends that wait, in one commit
 * </pre>
 *
 * <p>May touch: {@code weft.relay.step}, {@code weft.wire}, {@code weft.store}, the primitives, Jetty, picocli. No key type of
 * {@code weft.core} is on its class path. Logs and pages name no circle, key or address.
 */
@NullMarked
package weft.relay;

import org.jspecify.annotations.NullMarked;
