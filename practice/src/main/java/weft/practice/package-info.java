/**
 * Practices as they are written: front matter, Markdown, paragraphs, tables that scale, the shelf that the project itself brings along.
 *
 * <p>May touch: {@code weft.core.entry}, {@code weft.wire}, commonmark. No I/O but its own resources; must compile with TeaVM.
 */
@NullMarked
package weft.practice;

import org.jspecify.annotations.NullMarked;
