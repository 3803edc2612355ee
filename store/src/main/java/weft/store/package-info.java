/**
 * Envelopes and the vault on disk; cipher text only.
 *
 * <p>May touch: {@code weft.wire}, SQLite. Sees no key: what it stores of secrets is sealed before it comes.
 */
@NullMarked
package weft.store;

import org.jspecify.annotations.NullMarked;
