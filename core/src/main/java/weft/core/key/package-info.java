/**
 * The keys of a circle: the forgetting tree, NIP-44, headers, labels, and the vault's content.
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire}. No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.key;

import org.jspecify.annotations.NullMarked;
