/**
 * What fits, and search as one types: an index of our own in memory only, in flat arrays, the same on a computer and on a phone.
 *
 * <pre>
 * text ──Folding──▶ plain letters ──Tokens──▶ terms ──Profile──▶ FindIndex: Dictionary (terms) + Segments (where they stand)
 * two profiles ──Fitting──▶ how well they fit, and why                                                spec/find.md
 * </pre>
 *
 * <p>Nothing about persons enters: no voice, no name, no history. What is removed is overwritten in every array.
 *
 * <p>May touch: {@code weft.core.entry} (what a need says), {@code weft.wire.json}, {@code weft.primitives}. No I/O, no clock, no randomness of its own;
 * must compile with TeaVM.
 */
@NullMarked
package weft.core.find;

import org.jspecify.annotations.NullMarked;
