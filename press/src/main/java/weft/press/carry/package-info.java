/**
 * Practices as EPUB and as one page of HTML.
 *
 * <p>May touch: {@code weft.practice}, {@code weft.press}. No I/O but a stream that the caller gives.
 */
@NullMarked
package weft.press.carry;

import org.jspecify.annotations.NullMarked;
