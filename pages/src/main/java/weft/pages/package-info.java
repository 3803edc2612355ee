/**
 * Request in, response out: views to HTML, forms to commands, texts in all languages; a pure function.
 *
 * <p>May touch: {@code weft.core.view}, {@code weft.core.entry}, {@code weft.core.peer}'s commands and outcomes, {@code weft.practice}. No I/O, no
 * keys; must compile with TeaVM.
 */
@NullMarked
package weft.pages;

import org.jspecify.annotations.NullMarked;
