/**
 * Practices as they are written: front matter, Markdown, paragraphs, tables that scale, the shelf that the project itself brings along.
 *
 * <p>May touch: {@code weft.core.entry}, {@code weft.wire}, commonmark, the OWASP sanitizer. No I/O but a stream that the caller gives.
 */
@NullMarked
package weft.practice;

import org.jspecify.annotations.NullMarked;
