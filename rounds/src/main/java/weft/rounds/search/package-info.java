/**
 * The search: flat arrays in, better plans out.
 *
 * <p>May touch: {@code weft.rounds.model}; no clock but an injected ticker, no randomness but a seeded generator, no threads of its own.
 */
@NullMarked
package weft.rounds.search;

import org.jspecify.annotations.NullMarked;
