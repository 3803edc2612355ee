/**
 * Practices as EPUB and as one page of HTML, and books and pages of others as practices.
 *
 * <p>May touch: {@code weft.practice}, {@code weft.press}, jsoup, CommonMark, the JDK's pictures. No I/O but a stream that the caller gives.
 */
@NullMarked
package weft.press.carry;

import org.jspecify.annotations.NullMarked;
