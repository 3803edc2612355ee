/**
 * Benchmarks, each beside a peer in the same run; {@code docs/benchmarks.md} has what they measured and how.
 *
 * <p>May touch: whatever it measures. Nothing touches it.
 */
@NullMarked
package weft.bench;

import org.jspecify.annotations.NullMarked;
