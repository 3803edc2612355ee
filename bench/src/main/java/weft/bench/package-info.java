/**
 * Benchmarks, beside peers in the same run; the tables in {@code docs/benchmarks.md} come from here.
 *
 * <p>May touch: everything that it measures, and the peers it measures beside.
 */
@NullMarked
package weft.bench;

import org.jspecify.annotations.NullMarked;
