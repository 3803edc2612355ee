/**
 * Bytes, secrets, and the one port through which anybody calls a cryptographic primitive.
 *
 * <p>May touch: nothing but {@code java.lang} and {@code java.util}; it must compile with TeaVM. This is the only
 * package whose public signatures may name {@code byte[]}. The port has two implementations: {@code weft.jdk} on a
 * computer and the noble libraries in a browser, both held to the vectors under {@code spec/vectors}.
 */
@NullMarked
package weft.primitives;

import org.jspecify.annotations.NullMarked;
