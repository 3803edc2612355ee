/**
 * The command line: asks the running node over HTTP and says what it answered. What others wrote is shown without the
 * characters that could drive a terminal.
 *
 * <p>May touch: {@code weft.node.home}'s run file, {@code weft.wire}, {@code weft.practice}, picocli. Knows no store and
 * no keys but those that it draws to measure relays.
 */
@NullMarked
package weft.node.cli;

import org.jspecify.annotations.NullMarked;
