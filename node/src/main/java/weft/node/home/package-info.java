/**
 * A person's node as a whole: its data folder and lock, the vault shut or open, the shell once it is open.
 *
 * <p>May touch: {@code weft.node.shell}, {@code weft.core}, {@code weft.store}, {@code weft.primitives}. Knows no HTTP.
 */
@NullMarked
package weft.node.home;

import org.jspecify.annotations.NullMarked;
