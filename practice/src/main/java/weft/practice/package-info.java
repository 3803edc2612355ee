/**
 * Practices: Markdown, lineage, translations, booklets.
 *
 * <p>May touch: {@code weft.core.entry} and the libraries for Markdown and PDF. No I/O but a stream that the caller gives.
 */
@NullMarked
package weft.practice;

import org.jspecify.annotations.NullMarked;
