/**
 * Languages: texts, plurals, dates, two-word names, check words; one file per language.
 *
 * <p>May touch: {@code weft.pages.html} and {@code java.base} alone. No I/O, no clock, no randomness; must compile with TeaVM.
 */
@NullMarked
package weft.pages.text;

import org.jspecify.annotations.NullMarked;
