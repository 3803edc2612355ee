/**
 * The files of the program that pages load: style sheet, script, pictures, manifest. Their source is the text blocks
 * here, because a service worker has no class path to read resources from. What only maps and rounds need
 * lies beside {@code weft.pages.map}, and comes to phones later.
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.pages.map}. No I/O; must compile with TeaVM.
 */
@NullMarked
package weft.pages.asset;

import org.jspecify.annotations.NullMarked;
