/**
 * A blind relay: a step machine and a small shell around it.
 *
 * <p>May touch: {@code weft.wire}, {@code weft.store}. No key type of {@code weft.core} is on its class path.
 */
@NullMarked
package weft.relay;

import org.jspecify.annotations.NullMarked;
