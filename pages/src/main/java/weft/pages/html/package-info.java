/**
 * A small typed builder of HTML: text can't become markup, attributes go by name.
 *
 * <p>May touch: {@code java.base} alone. No I/O, no clock, no randomness; must compile with TeaVM.
 */
@NullMarked
package weft.pages.html;

import org.jspecify.annotations.NullMarked;
