/**
 * The shell in a phone: wire, core and pages compiled by TeaVM.
 *
 * <p>May touch: {@code weft.wire}, {@code weft.core}, {@code weft.pages}, TeaVM's JSO.
 */
@NullMarked
package weft.browser;

import org.jspecify.annotations.NullMarked;
