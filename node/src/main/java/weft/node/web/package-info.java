/**
 * HTTP on loopback around the pages: who may ask is decided here, what is answered by {@code weft.pages}.
 *
 * <p>May touch: {@code weft.node.home}, {@code weft.node.shell}, {@code weft.pages}, the JDK's HTTP server. Passphrases
 * go from the request's bytes into a secret and never become a text.
 */
@NullMarked
package weft.node.web;

import org.jspecify.annotations.NullMarked;
