/**
 * The actor that owns a node's step machine: one thread steps it, performs its effects in order and tells failures back.
 *
 * <p>May touch: {@code weft.core}, {@code weft.store}, {@code weft.wire}, {@code weft.primitives}. Clock, entropy, disk
 * and links come in from outside. Nothing secret or readable is written anywhere but sealed.
 */
@NullMarked
package weft.node.shell;

import org.jspecify.annotations.NullMarked;
