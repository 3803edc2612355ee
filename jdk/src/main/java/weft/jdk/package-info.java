/**
 * The primitives on a computer: the JDK, libsecp256k1 through JNI, Bouncy Castle for Argon2id.
 *
 * <p>May touch: {@code weft.primitives} and the libraries named; only shells, tests and benchmarks make one.
 */
@NullMarked
package weft.jdk;

import org.jspecify.annotations.NullMarked;
