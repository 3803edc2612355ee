/**
 * The program's beginning: reads the command line, wires the node, and turns what goes wrong into one sentence and an exit
 * code.
 *
 * <p>May touch: everything of {@code weft.node}, {@code weft.relay}'s command, picocli. The only real clock and entropy
 * come in here.
 */
@NullMarked
package weft.node.boot;

import org.jspecify.annotations.NullMarked;
